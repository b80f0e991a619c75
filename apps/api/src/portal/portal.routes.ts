import { PAGES, type BodyLimit, type Routes } from '#capability';
import { MOST_AT_ONCE } from './multipart.js';

/** Who may come to the citizens' pages (trang công dân): everybody. Their addresses are in the words of those who read them. */
export const portalRoutes: Routes = {
  'GET /public/:office': 'public',
  'GET /public/:office/ho-so': 'public',
  'POST /public/:office/ho-so': 'public',
  'POST /public/:office/ho-so/danh-gia': 'public',
  'GET /public/:office/ho-so/da-danh-gia': 'public',
  'POST /public/:office/ho-so/bo-sung': 'public',
  'POST /public/:office/ho-so/thanh-toan': 'public',
  'GET /public/:office/ho-so/thanh-toan': 'public',
  'POST /public/:office/ho-so/kenh-thong-bao': 'public',
  'GET /public/:office/ho-so/da-chon-kenh': 'public',
  'GET /public/:office/thu-tuc': 'public',
  'GET /public/:office/thu-tuc/:code': 'public',
  'GET /public/:office/thu-tuc/:code/nop': 'public',
  'POST /public/:office/thu-tuc/:code/nop': 'public',
  'GET /public/:office/ke-hoach': 'public',
  'GET /public/:office/ket-qua': 'public',
  'GET /public/:office/xin-loi': 'public',
  'GET /public/:office/tra-loi': 'public',
  'GET /public/:office/phan-anh': 'public',
  'POST /public/:office/phan-anh': 'public',
  'GET /public/:office/phan-anh/tra-cuu': 'public',
  'POST /public/:office/phan-anh/tra-cuu': 'public',
  'POST /public/:office/phan-anh/mo-lai': 'public',
  'GET /public/:office/bien-nhan': 'public',
};

/** Where a secret is guessed at. */
export const portalGuessed = [
  'POST /public/:office/ho-so',
  'POST /public/:office/ho-so/danh-gia',
  'POST /public/:office/ho-so/bo-sung',
  'POST /public/:office/ho-so/thanh-toan',
  'POST /public/:office/ho-so/kenh-thong-bao',
  'POST /public/:office/phan-anh/tra-cuu',
  'POST /public/:office/phan-anh/mo-lai',
];

/** The files of a form, and what is written in it. */
const WITH_FILES: BodyLimit = { bytes: MOST_AT_ONCE, values: 200 };

/** Where more may be said than on an ordinary route. */
export const portalBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /public/:office/phan-anh': PAGES,
  'POST /public/:office/phan-anh/mo-lai': PAGES,
  'POST /public/:office/ho-so/bo-sung': WITH_FILES,
  'POST /public/:office/thu-tuc/:code/nop': WITH_FILES,
};

/** Where forms come with files (multipart/form-data). */
export const UPLOAD_ROUTES: ReadonlySet<string> = new Set([
  'POST /public/:office/ho-so/bo-sung',
  'POST /public/:office/thu-tuc/:code/nop',
]);

/** What costs more than an ordinary request, in ordinary ones. */
export const portalCosts: Readonly<Record<string, number>> = { 'GET /public/:office/ke-hoach': 5 };

/** Where forms of a browser are read (application/x-www-form-urlencoded): on these pages, and nowhere else. */
export const FORM_ROUTES: ReadonlySet<string> = new Set(
  Object.keys(portalRoutes).filter((route) => route.startsWith('POST ')),
);
