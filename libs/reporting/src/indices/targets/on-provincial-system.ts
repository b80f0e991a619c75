import { SETTING, type UnmeasuredIndex } from './target-index.js';

/** Dossiers followed on the provincial system (theo dõi trên hệ thống cấp tỉnh). */
export const ON_PROVINCIAL_SYSTEM: UnmeasuredIndex = {
  codes: ['ON_PROVINCIAL_SYSTEM'],
  unmeasured: {
    vi: 'Chưa đối chiếu với hệ thống cấp tỉnh',
    en: 'Not held against the provincial system yet',
  },
  source: SETTING,
};
