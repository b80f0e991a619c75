import type { Aggregate } from '#event-store';
import { Id, InstantField, OneOf, Text, refusal } from '#kernel';
import type { ActContext } from '#organisation';

export const timeBackwards = refusal(
  'time_backwards',
  422,
  { vi: 'Khoảng thời gian kết thúc trước khi bắt đầu', en: 'The time ends before it begins' },
  { vi: 'Sửa "from" và "to".', en: 'Correct "from" and "to".' },
);

const WHO = { person: 'personId', session: 'sessionId', token: 'tokenId' } as const;

/** Tells whose data somebody reached (báo cáo vi phạm dữ liệu cá nhân): a person, or whoever had a session or a token. */
export class TellBreach {
  @OneOf({ description: 'Ai xem · a person, a session, a token', values: ['person', 'session', 'token'] })
  by!: 'person' | 'session' | 'token';

  @Id({ description: 'Mã của người, phiên hoặc mã truy cập · its id' })
  id!: string;

  @InstantField({ description: 'Từ lúc · from' })
  from!: string;

  @InstantField({ description: 'Đến trước lúc · to, exclusive' })
  to!: string;

  @Text({ description: 'Lý do · what for', min: 3, max: 1000 })
  purpose!: string;
}

export interface BreachTold {
  type: 'BreachTold';
  data: {
    personId?: string;
    sessionId?: string;
    tokenId?: string;
    from: string;
    to: string;
    purpose: string;
  };
}

/** A report that somebody had made: who asks is in the trail as well. */
export const breachReport: Aggregate<null, BreachTold> = {
  kind: 'breach',
  initial: null,
  evolve: (state) => state,
};

export function tellBreach(_: null, { by, id, ...asked }: TellBreach, _context: ActContext): BreachTold[] {
  const [from, to] = [new Date(asked.from), new Date(asked.to)];
  if (to <= from) throw timeBackwards();
  const { purpose } = asked;
  return [
    { type: 'BreachTold', data: { [WHO[by]]: id, from: from.toISOString(), to: to.toISOString(), purpose } },
  ];
}
