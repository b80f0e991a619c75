import { is } from '#kernel';
import { PARCEL_STATES } from './parcels.js';
import { POST_COLUMNS, POST_FAULTS } from './read-post.js';

/** What of a dossier went by public post, as the post last told of it. */
export const parcelsShape = is.list(
  is.object({ tracking: is.code, state: is.oneOf(['handed', ...PARCEL_STATES]), day: is.day }),
);

/** What an import of the post's file did. */
export const PostImported = is.named('PostImported', {
  position: is.position,
  recorded: is.count,
  same: is.count,
});

/** What it would do, row by row, and which cells keep it out (xem trước khi nhập). */
export const PostPreview = is.named('PostPreview', {
  rows: is.list(
    is.object({
      ...{ row: is.count, code: is.code, dossierId: is.id, tracking: is.code },
      ...{ state: is.oneOf(PARCEL_STATES), day: is.day, standing: is.oneOf(['new', 'changed', 'same']) },
    }),
    is.MOST_LISTED,
  ),
  errors: is.list(
    is.object({
      row: is.count,
      column: is.oneOf(POST_COLUMNS),
      cell: is.code,
      code: is.oneOf(POST_FAULTS),
      value: is.prose,
      message: is.prose,
    }),
    is.MOST_LISTED,
  ),
});
