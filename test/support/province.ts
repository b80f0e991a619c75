import type { OfficeForm } from '../../apps/runtime/src/index.js';

/** An office above: an inspector who may look on, a clerk who may not. */
export const province: OfficeForm = {
  office: 'tinh',
  name: 'UBND tỉnh',
  superior: 'Chính phủ',
  posts: [
    {
      key: 'inspector',
      title: 'Chánh Thanh tra',
      kind: 'inspector',
      unit: 'Thanh tra',
      above: null,
      person: { username: 'inspector', name: 'Lê Thị Tra' },
    },
    {
      key: 'clerk',
      title: 'Chuyên viên',
      kind: 'specialist',
      unit: 'Thanh tra',
      above: 'inspector',
      person: { username: 'clerk', name: 'Vũ Văn Viên' },
    },
  ],
  units: [{ name: 'Thanh tra', kind: 'specialised', head: 'inspector' }],
};
