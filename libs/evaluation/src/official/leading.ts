import type { Office, StandingUnit } from '#organisation/office';

/** Whether somebody of the office answers to a post: its holder leads them (lãnh đạo, quản lý). */
export const leads = ({ posts }: Office, postId: string): boolean =>
  [...posts.values()].some(({ above, external }) => above === postId && !external);

/** The unit that a post leads as its head; none where it is all there is of its unit and nobody answers to it. */
export const headedBy = (office: Office, postId: string): StandingUnit | undefined =>
  leads(office, postId)
    ? [...office.units.values()].find(
        ({ headPostId, endedBy }) => headPostId === postId && endedBy === undefined,
      )
    : undefined;
