import { SETTING, type MeasuredIndex } from './target-index.js';

/** Work items handled online (hồ sơ công việc trên môi trường mạng), state secrets excepted (việc mật). */
export const WORK_ONLINE: MeasuredIndex = {
  codes: ['WORK_ONLINE'],
  formula: {
    vi: 'Số nhiệm vụ có tiến độ, sản phẩm hoặc báo hoàn thành trên hệ thống / số nhiệm vụ có kỳ hạn đến trong kỳ; không tính việc mật',
    en: 'Tasks with progress, a deliverable or completion recorded here / tasks of which a time fell due in the period; secret ones are not counted',
  },
  source: SETTING,
  part: 'workOnline',
  whole: 'workDue',
};
