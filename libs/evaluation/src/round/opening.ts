import { DayField, Id, Text } from '#kernel';
import type { Sheet } from '../sheet/sheet.js';
import { unknownSheet } from '../sheet/sheet.refusals.js';
import type { RoundContext } from './round.guards.js';
import type { Round, RoundEvent } from './round.js';
import { roundInvalid } from './round.refusals.js';

/** Opens a round on a sheet (mở kỳ chấm điểm) for a unit, or for the office: it keeps the sheet as it stands now. */
export class OpenScoringRound {
  @Text({ description: 'Mã bảng tiêu chí · the sheet’s code', max: 40 })
  sheet!: string;

  @Id({ description: 'Bộ phận; bỏ trống: cả đơn vị · the unit; the office where absent', optional: true })
  unitId?: string;

  @DayField({ description: 'Từ ngày · from' })
  from!: string;

  @DayField({ description: 'Đến ngày · to' })
  to!: string;
}

export function openScoringRound(
  state: Round,
  { unitId: unit, from, to }: OpenScoringRound,
  { office, sheetId, sheet }: RoundContext & { sheetId: string; sheet: Sheet },
): RoundEvent[] {
  if (state.stage !== 'none') return [];
  const unitId = unit ?? null;
  if (!sheet.content) throw unknownSheet();
  if (from > to) throw roundInvalid({ why: 'ngày bắt đầu sau ngày kết thúc · it ends before it begins' });
  if (unitId !== null && office.units.get(unitId)?.endedBy !== undefined)
    throw roundInvalid({ why: 'bộ phận đã kết thúc · the unit has ended' });
  if (unitId !== null && !office.units.has(unitId))
    throw roundInvalid({ why: 'không có bộ phận này · no such unit' });
  const { edition, content } = sheet;
  const data = { sheetId, edition, sheet: content, name: content.name, unitId, from, to };
  return [{ type: 'ScoringRoundOpened', data }];
}
