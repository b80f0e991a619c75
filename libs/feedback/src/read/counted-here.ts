/** Feedback that figures of this office count (f): what went along with an office that ended counts once, where it was answered. */
export const COUNTED_HERE = `(f.status <> 'transferred' or f.answered_at is not null) and not f.answered_before`;
