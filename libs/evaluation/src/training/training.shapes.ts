import { is } from '#kernel';

/** The training of a year that some people took part in, from the register (đào tạo, tập huấn). */
export const TrainingOfYear = is.derived({
  year: is.year,
  people: is.list(is.object({ personId: is.id, sessions: is.count, hours: is.count }), is.MOST_LISTED),
  /** The entries of the register that it opens to, the latest first. */
  entries: is.list(
    is.object({ id: is.id, day: is.day, title: is.line, hours: is.count, officials: is.list(is.id) }),
    is.MOST_LISTED,
  ),
});
