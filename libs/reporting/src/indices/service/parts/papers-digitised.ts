import { FITTED, type ServicePart } from '../part.js';

export const PAPERS_DIGITISED: ServicePart = {
  code: 'papers-digitised',
  group: 'digitisation',
  max: 4,
  name: { vi: 'Số hóa thành phần hồ sơ', en: 'Components digitised' },
  formula: {
    vi: '4 × hồ sơ có mọi thành phần ở dạng số / hồ sơ tiếp nhận trong kỳ',
    en: '4 × dossiers with all their components held digitised / received in the period',
  },
  source: FITTED,
  ratio: { part: 'papersHeld', whole: 'received', fullAt: 1, wholeStays: true },
  withoutData: { whole: 'received', gives: 'none' },
};
