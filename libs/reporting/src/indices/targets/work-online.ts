import { SETTING, type UnmeasuredIndex } from './target-index.js';

/** Work handled online (hồ sơ công việc trên môi trường mạng). */
export const WORK_ONLINE: UnmeasuredIndex = {
  codes: ['WORK_ONLINE'],
  unmeasured: {
    vi: 'Chưa đếm hồ sơ công việc ngoài hệ thống và hồ sơ mật',
    en: 'Work handled outside the system, and what is secret, is not counted yet',
  },
  source: SETTING,
};
