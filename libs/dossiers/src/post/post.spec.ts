import { Story, types } from '../dossier/dossier.story.js';
import { trackingIn } from './parcels.js';
import { recordPost } from './post.acts.js';
import { readPost } from './read-post.js';

const EB = 'EB123456785VN';

it('a tracking number is letters and digits; one of the standard S10 has its check digit', () => {
  // 1·8+2·6+3·4+4·2+5·3+6·5+7·9+8·7 = 204 = 18·11 + 6, and 11 − 6 = 5.
  expect(trackingIn('eb 123 456 785 vn')).toBe(EB);
  expect(trackingIn('EB123456786VN')).toBeUndefined();
  expect(trackingIn('7300012345')).toBe('7300012345');
  expect([trackingIn(''), trackingIn('Nguyễn Văn A')]).toEqual([undefined, undefined]);
});

it('what the post says moves on, told again or earlier it is no news, and what is delivered stays so', () => {
  const story = new Story().receive('2025-01-03T08:00');
  const tell = (state: 'accepted' | 'in_transit' | 'delivered', day: string) =>
    types(story.act('desk', '2025-01-10T09:00', recordPost, { tracking: EB, state, day }));
  expect(() => tell('accepted', '2025-01-02')).toThrow('post_day_invalid');
  expect(() => tell('accepted', '2025-01-11')).toThrow('post_day_invalid');
  expect(tell('accepted', '2025-01-06')).toEqual(['PostStateRecorded']);
  expect(tell('accepted', '2025-01-06')).toEqual([]);
  expect(tell('in_transit', '2025-01-05')).toEqual([]);
  expect(tell('delivered', '2025-01-08')).toEqual(['PostStateRecorded']);
  expect(() => tell('in_transit', '2025-01-09')).toThrow('parcel_ended');
  expect(story.state.work?.parcels).toEqual([{ tracking: EB, state: 'delivered', day: '2025-01-08' }]);
});

it('a file is read by its headings; each bad cell is named, and no other column is read', () => {
  const row = (number: number, ...cells: string[]) => ({ number, cells, merged: new Set<number>() });
  const { rows, faults } = readPost({
    ...{ form: 'csv', encoding: 'UTF-8', delimiter: ',' },
    tables: [
      {
        name: null,
        rows: [
          row(1, 'Người nhận', 'Mã hồ sơ', 'Mã vận đơn', 'Trạng thái', 'Ngày'),
          row(2, 'A', 'H-1', EB, 'Đã phát', '05/03/2025 09:12'),
          row(3, 'B', 'H-2', 'EB123456786VN', 'Đã phát', '05/03/2025'),
          row(4, 'C', 'H-3', EB, 'Mất', '05/03/2025'),
          row(5, 'D', 'H-4', EB, 'Chuyển hoàn', '31/02/2025'),
          row(6, 'E', 'H-1', EB, 'Đang phát', '05/03/2025'),
        ],
      },
    ],
  });
  expect(rows.map(({ code, tracking, state, day }) => [code, tracking, state, day])).toEqual([
    ['H-1', EB, 'delivered', '2025-03-05'],
  ]);
  expect(faults.map(({ cell, code }) => [cell, code])).toEqual([
    ['C3', 'no_tracking'],
    ['D4', 'no_state'],
    ['E5', 'no_day'],
    ['C6', 'row_twice'],
  ]);
});
