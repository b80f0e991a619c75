import type { Attended } from '#registers';

/** What somebody learnt in a year (đào tạo, tập huấn): how many sessions, and their hours. */
export interface Trained {
  personId: string;
  sessions: number;
  hours: number;
}

/** What each of these people took part in comes to; nothing is nothing, and in sight. */
export const trainedOf = (people: readonly string[], attended: readonly Attended[]): Trained[] =>
  people.map((personId) => {
    const own = attended.filter(({ officials }) => officials.includes(personId));
    return { personId, sessions: own.length, hours: own.reduce((sum, { hours }) => sum + hours, 0) };
  });
