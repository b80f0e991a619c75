import { digestOfAnswer, whyEmpty } from './answer-content.js';

const asked = 'Đường vào thôn bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.';
const done = 'Khơi thông cống, thay hai nắp';

describe('R26: an answer has content of its own', () => {
  it('says what was done in words that are not those of the question', () => {
    const good = 'Tổ quản lý đã khơi thông cống ở đầu ngõ, thay hai nắp vỡ và lắp thêm song chắn rác.';
    expect(whyEmpty(good, done, asked)).toBeUndefined();
    expect(whyEmpty('Đã tiếp nhận.', done, asked)).toBeDefined();
    expect(whyEmpty('rồi '.repeat(30), done, asked)).toBeDefined();
    expect(whyEmpty(`${asked} ${asked}`, done, asked)).toBeDefined();
    expect(whyEmpty(good, 'Đã làm', asked)).toBeDefined();
  });
  it('is the same as another that differs in case, spaces and punctuation alone', () => {
    expect(digestOfAnswer('Đã  sửa xong, cảm ơn!')).toBe(digestOfAnswer('đã sửa xong cảm ơn'));
    expect(digestOfAnswer('Đã sửa xong')).not.toBe(digestOfAnswer('Chưa sửa xong'));
  });
});
