import { is } from '#kernel';

/** Money that came in where no fee was to be paid any more, and whether it was given back. */
export const refundsShape = is.list(
  is.object({
    ...{ refundId: is.id, amount: is.dong, receipt: is.line, at: is.instant },
    returned: is.orNull(is.object({ at: is.instant, document: is.line })),
  }),
);
