import { derivedId } from '#kernel';
import { postsOf } from '#organisation';
import { Persons } from '#persons';
import { DEMO_OFFICE, type House, type People, type Runtime } from '../../../runtime/src/index.js';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thu'];
const GIVEN = [
  'An',
  'Bình',
  'Cúc',
  'Dũng',
  'Hạnh',
  'Khang',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quyên',
  'Sơn',
  'Tâm',
  'Vân',
];
const VILLAGES = ['Vân Tập', 'Vân Tiến', 'Thiệu Lý', 'Phú Ân'];

/** The people of the demonstration's villages: made up, every one of them. */
export const CITIZENS = Array.from({ length: 84 }, (_, n) => ({
  personId: derivedId(DEMO_OFFICE, 'citizen', n),
  facts: {
    name: `${FAMILIES[n % 10]} ${MIDDLES[n % 6]} ${GIVEN[n % 14]}`,
    phone: `09${String(10_000_000 + n * 104_729).slice(0, 8)}`,
    address: `Thôn ${VILLAGES[n % 4]}, xã Thiệu Vân`,
  },
}));

/** Writes them down at the desk, where they first came. */
export async function registerCitizens(runtime: Runtime, house: House, people: People): Promise<void> {
  const persons = house.get(Persons);
  const state = await runtime.organisation.current(DEMO_OFFICE);
  const desk = people('desk');
  const unitId = postsOf(state, desk)[0]?.unitId ?? '';
  for (const { personId, facts } of CITIZENS) {
    const envelope = { office: DEMO_OFFICE, actor: desk, commandId: derivedId(personId, 'registered') };
    await persons.register(envelope, personId, unitId, facts);
  }
}
