/** The office's part of it has ended, or never began. */
const OVER = ['none', 'refused', 'returned', 'rejected', 'withdrawn', 'stopped', 'transferred'];

/** It is done with. Where its office ends it stays counted there, also where it goes along for money that is owed back (R28). */
export const isOver = (status: string): boolean => OVER.includes(status);
