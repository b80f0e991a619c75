import { areasIn } from './areas-in.js';
import { tablesOf } from './plan.story.js';

const HEAD = 'TT;Nội dung;Sản phẩm;Chủ trì;Phối hợp;Thời gian';
const areasOf = async (...rows: string[]) => areasIn(await tablesOf([HEAD, ...rows].join('\n')));

describe('the areas that a plan’s file names itself', () => {
  it('by a row of each one’s own, its code with or without a cell of its own, in their order', async () => {
    const areas = await areasOf(
      'I;Cải cách thể chế;;;;',
      '1;Rà soát văn bản;Báo cáo;Văn phòng;;Quý I',
      ';II. Cải cách thủ tục hành chính;;;;',
      '1;Niêm yết;Danh mục;Văn phòng;;Quý II',
      'C;Cải cách tài chính công;;;;',
      '1;Công khai ngân sách;Báo cáo;Văn phòng;;Quý II',
    );
    expect(areas).toEqual([
      { code: 'I', name: 'Cải cách thể chế' },
      { code: 'II', name: 'Cải cách thủ tục hành chính' },
      { code: 'C', name: 'Cải cách tài chính công' },
    ]);
  });

  it('no task, signature or group is taken for one', async () => {
    const areas = await areasOf(
      '1;Rà soát văn bản;Báo cáo;Văn phòng;;Quý I',
      ';TM. ỦY BAN NHÂN DÂN;;;;',
      '2;Nhóm việc;;;;',
      '2.1;Việc;Báo cáo;Văn phòng;;Quý I',
    );
    expect(areas).toEqual([]);
  });

  it('where a column tells each task’s, by its codes', async () => {
    const head = 'Lĩnh vực;TT;Nội dung;Sản phẩm;Chủ trì;Phối hợp;Thời gian';
    const rows = ['i;1;A;B;C;;Quý I', 'i;2;A;B;C;;Quý I', 'II;1;A;B;C;;Quý I'];
    expect(areasIn(await tablesOf([head, ...rows].join('\n')))).toEqual([
      { code: 'I', name: 'I' },
      { code: 'II', name: 'II' },
    ]);
  });
});
