import type { OpenAPIObject } from '@nestjs/swagger';

const sent = (description: string, form: string, maxLength: number) => ({
  description,
  schema: { type: 'string', pattern: form, maxLength },
});

/** What goes along with an answer. */
export const HEADERS = {
  RateLimit: sent(
    'Còn lại (r) đến khi tính lại sau số giây (t), nơi có đếm: khách lạ, và việc tốn nhiều · what is left, where requests are counted: of strangers, and of what costs much',
    '^"[a-z]+";r=[0-9]+;t=[0-9]+$',
    60,
  ),
  'RateLimit-Policy': sent(
    'Hạn mức: số yêu cầu (q) trong số giây (w) · the quota: requests (q) in seconds (w)',
    '^"[a-z]+";q=[0-9]+;w=[0-9]+$',
    60,
  ),
  'Access-Control-Allow-Origin': sent(
    'Không bao giờ gửi: trang khác không được đọc · never sent: no other site may read answers',
    '^$',
    0,
  ),
  ETag: sent('Phiên bản · the version', '^"[0-9]+"$', 12),
  'Retry-After': {
    description: 'Số giây cần chờ · seconds to wait',
    schema: { type: 'integer', minimum: 1, maximum: 3_600 },
  },
  Incomplete: sent(
    'Bao nhiêu đối tượng còn thiếu trong danh sách, nếu có · how many subjects the read model lacks, if any',
    '^subjects=[0-9]+$',
    30,
  ),
};

export const header = (name: keyof typeof HEADERS) => ({ $ref: `#/components/headers/${name}` });

export const commonHeaders = {
  RateLimit: header('RateLimit'),
  'RateLimit-Policy': header('RateLimit-Policy'),
  'Access-Control-Allow-Origin': header('Access-Control-Allow-Origin'),
};

const problem = (description: string, headers: object = {}) => ({
  description,
  headers: { ...commonHeaders, ...headers },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const retryAfter = { 'Retry-After': header('Retry-After') };
const currentVersion = { ETag: header('ETag') };

/** How the service says no, by status. */
export const RESPONSES: NonNullable<NonNullable<OpenAPIObject['components']>['responses']> = {
  400: problem('Dữ liệu gửi lên không hợp lệ · the data sent are not valid'),
  401: problem('Chưa đăng nhập, hoặc mã sai · not signed in, or the secret is wrong'),
  403: problem('Không có quyền · not allowed'),
  404: problem('Không tìm thấy · not found'),
  409: problem('Trạng thái hiện tại không cho phép · what stands does not allow it'),
  410: problem('Dữ liệu đã xóa hoặc hết hạn · erased, or expired'),
  412: problem('Bản đang xem đã cũ · an outdated version', currentVersion),
  413: problem('Nội dung quá lớn · too large'),
  415: problem('Kiểu nội dung không được nhận ở đây · a type that is not taken here'),
  422: problem('Quy định không cho phép · refused by a rule'),
  429: problem('Quá nhiều yêu cầu · too many requests', retryAfter),
  500: problem('Hệ thống gặp lỗi · something went wrong on our side'),
  503: problem('Tạm thời chưa phục vụ · not now', retryAfter),
};
