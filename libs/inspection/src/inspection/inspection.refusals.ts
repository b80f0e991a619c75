import { refusal } from '#kernel';

export const unknownInspection = refusal(
  'unknown_inspection',
  404,
  { vi: 'Không có cuộc kiểm tra này', en: 'There is no such inspection' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const inspectionState = refusal(
  'inspection_state',
  409,
  { vi: 'Cuộc kiểm tra đang ở trạng thái {status}', en: 'The inspection is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const inspectionInvalid = refusal(
  'inspection_invalid',
  422,
  { vi: 'Cuộc kiểm tra chưa đúng', en: 'The inspection is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const inspectsOwnUnit = refusal(
  'inspects_own_unit',
  409,
  { vi: 'Không ai kiểm tra chính bộ phận mình: {post}', en: 'Nobody inspects their own unit: {post}' },
  { vi: 'Cử người của bộ phận khác.', en: 'Name somebody of another unit.' },
  'R3',
);
export const notOfTheTeam = refusal(
  'not_of_the_team',
  403,
  { vi: 'Việc này của đoàn kiểm tra', en: 'This is for the team that inspects' },
  { vi: 'Để thành viên đoàn kiểm tra làm.', en: 'Leave it to a member of the team.' },
);
export const notTheInspectedUnit = refusal(
  'not_the_inspected_unit',
  403,
  {
    vi: 'Việc này của người đứng đầu bộ phận được kiểm tra',
    en: 'This is for the head of the unit inspected',
  },
  { vi: 'Để người đứng đầu bộ phận đó làm.', en: 'Leave it to that unit’s head.' },
);
export const findingWithoutEvidence = refusal(
  'finding_without_evidence',
  422,
  { vi: 'Nhận định về tồn tại phải có minh chứng', en: 'A fault that is found needs evidence' },
  {
    vi: 'Ghi tài liệu, số liệu hoặc tệp làm chứng.',
    en: 'Name the document, the figure or the file that shows it.',
  },
  'R31',
);
export const unknownFinding = refusal(
  'unknown_finding',
  404,
  { vi: 'Không có nhận định này', en: 'There is no such finding' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const unitNotHeard = refusal(
  'unit_not_heard',
  409,
  { vi: 'Chưa có ý kiến của bộ phận được kiểm tra', en: 'The unit inspected has not been heard' },
  {
    vi: 'Chờ ý kiến, hoặc ghi lý do vì sao không có.',
    en: 'Wait for its word, or say why there is none.',
  },
);
export const findingUnanswered = refusal(
  'finding_unanswered',
  422,
  { vi: 'Tồn tại chưa có yêu cầu khắc phục: {finding}', en: 'Nothing is required for a fault: {finding}' },
  { vi: 'Ghi yêu cầu và thời hạn cho từng tồn tại.', en: 'Require something, with a day, for each fault.' },
);
export const unknownRequirement = refusal(
  'unknown_requirement',
  404,
  { vi: 'Không có yêu cầu này, hoặc không còn ở bước đó', en: 'There is no such requirement at that stage' },
  { vi: 'Tải lại cuộc kiểm tra.', en: 'Load the inspection again.' },
);
export const ownRemedy = refusal(
  'own_remedy',
  403,
  { vi: 'Không ai tự xác nhận việc mình khắc phục', en: 'Nobody verifies a remedy of their own' },
  { vi: 'Để đoàn kiểm tra hoặc lãnh đạo khác xác nhận.', en: 'Leave it to the team or to another leader.' },
  'R3',
);
export const remediesOpen = refusal(
  'remedies_open',
  409,
  { vi: 'Còn {open} yêu cầu chưa được xác nhận khắc phục', en: '{open} requirement(s) are not verified yet' },
  { vi: 'Chỉ kết thúc khi mọi yêu cầu đã được xác nhận.', en: 'It closes once each is verified.' },
);
