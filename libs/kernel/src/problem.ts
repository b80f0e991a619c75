import * as is from './shape.js';

/** A refusal as it is told (RFC 9457), with a stable code and the rule it stands on. */
export const Problem = is.named('Problem', {
  type: is.line,
  title: is.prose,
  status: is.whole(400, 599),
  detail: is.prose,
  code: is.code,
  /** The request's id, for whoever looks it up. */
  instance: is.code,
  rule: is.maybe(is.code),
  /** What the title and the detail speak of. */
  values: is.maybe(is.byName(is.anything)),
  /** What is wrong, field by field or cell by cell. */
  errors: is.maybe(
    is.list(
      is.object({
        field: is.maybe(is.line),
        message: is.maybe(is.prose),
        row: is.maybe(is.count),
        column: is.maybe(is.line),
        code: is.maybe(is.code),
        value: is.maybe(is.prose),
        cell: is.maybe(is.code),
        table: is.maybe(is.line),
      }),
      is.MOST_LISTED,
    ),
  ),
});
