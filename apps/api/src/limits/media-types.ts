import { refusal, type Refusal } from '#kernel';
import { FORM_ROUTES, UPLOAD_ROUTES } from '../portal/portal.routes.js';

const JSON_ALONE = ['application/json'];

/** What is sent to a route as something else than JSON. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  'POST /api/v1/files': ['application/octet-stream'],
  'POST /ledger/:office/cosignatures': ['text/plain'],
};

/** How a body that is sent to a route may be written (kiểu nội dung). */
const takenBy = (route: string): readonly string[] => {
  if (UPLOAD_ROUTES.has(route)) return ['multipart/form-data', 'application/x-www-form-urlencoded'];
  return FORM_ROUTES.has(route) ? ['application/x-www-form-urlencoded'] : (TAKEN[route] ?? JSON_ALONE);
};

/** A type without what is said about it; case means nothing. */
const bare = (header: string): string => (header.split(';')[0] ?? '').trim().toLowerCase();

export const isTaken = (route: string, header: string | undefined): boolean =>
  header !== undefined && takenBy(route).includes(bare(header));

const unsupported = refusal(
  'unsupported_media_type',
  415,
  {
    vi: 'Kiểu nội dung gửi lên không được nhận ở đây',
    en: 'What was sent is of a type that is not taken here',
  },
  { vi: 'Gửi lại với Content-Type: {taken}.', en: 'Send it again with Content-Type: {taken}.' },
);

/** A body of a type that its route does not take. */
export const typeRefused = (route: string): Refusal => unsupported({ taken: takenBy(route).join(', ') });
