import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  Receptions,
  AcceptStep,
  AnswerSupplement,
  DigitiseResult,
  ExemptFee,
  GiveApology,
  HandOverStep,
  PauseDossier,
  RateDossier,
  RejectDossier,
  RequestSupplement,
  ResumeDossier,
  ReturnResult,
  SignResult,
  StopDossier,
  WithdrawDossier,
} from '#dossiers';
import { Refusal, dayOf } from '#kernel';
import type { Type } from '@nestjs/common';
import { demoForm, peopleOf } from '../../apps/runtime/src/index.js';
import { LAND } from './desk.js';
import type { RunningOffice } from './running-office.js';

const OFFICE = 'thieu-van';
/** Where the calendars end, and some days before. */
const LAST = new Date('2026-10-01T00:00:00+07:00');

const act = (by: string, command: Type<object>, fields: object) => ({ by, command, fields });
const names = LAND.components.map(({ name }) => name);
/** Every act on a dossier, by somebody who may do it at times. */
const ACTS = [
  act('desk', WithdrawDossier, {}),
  act('desk', RejectDossier, { reason: 'Không đủ điều kiện giải quyết.' }),
  act('chairman', StopDossier, { reason: 'Có bản án của tòa.', legalBasis: 'Luật Đất đai' }),
  act('desk', RequestSupplement, {
    components: [names[1]],
    reason: 'Thiếu chữ ký của chủ hộ.',
    legalBasis: 'Điều 5',
  }),
  act('desk', AnswerSupplement, { components: [{ name: names[1], form: 'copy' }] }),
  act('desk', ResumeDossier, { reason: 'Đã có thông báo thuế.' }),
  act('chairman', SignResult, { number: '7/TB-UBND' }),
  act('desk', DigitiseResult, { fileId: randomUUID() }),
  act('desk', ExemptFee, {}),
  act('desk', ReturnResult, { channel: 'counter', takenBy: randomUUID() }),
  act('desk', GiveApology, { way: 'call', reason: 'Chờ cơ quan thuế.' }),
  act('applicant', RateDossier, { score: 4 }),
  act('applicant', RateDossier, { score: 2 }),
  act('justice', AcceptStep, {}),
] as const;

/** What brings a dossier to its end, where nothing is in its way. */
const TO_THE_END = ACTS.filter(({ command }) =>
  [SignResult, DigitiseResult, ExemptFee, ReturnResult, RateDossier].some((one) => one === command),
);

/** What happened to a dossier. */
export interface Told {
  subject: string;
  type: string;
  at: Date;
  /** The office's day of it. */
  day: string;
  position: number;
  data: Record<string, unknown>;
}

const step = fc.record({
  hours: fc.integer({ min: 0, max: 60 }),
  dossier: fc.nat(30),
  act: fc.nat(ACTS.length + 3),
});

/** Random histories of dossiers, while the clock goes on. */
export const histories = fc.array(step, { minLength: 15, maxLength: 35 });

/** Has histories happen in a running office, through the product's own commands, and tells what came of them. */
export async function openHistory(office: RunningOffice) {
  const { commands, get, clock, organisation, pool } = office.runtime;
  const who = await peopleOf(office.runtime, demoForm);
  const receptions = get(Receptions);
  const ids: string[] = [];
  const receive = async () => {
    const id = randomUUID();
    const command = { ...LAND, applicantId: randomUUID() };
    await receptions.receive({ office: OFFICE, actor: who('desk'), commandId: randomUUID() }, id, command);
    ids.push(id);
  };
  const onOne = async (id: string, { by, command, fields }: (typeof ACTS)[number]) => {
    const actor = by === 'applicant' ? by : who(by);
    try {
      await commands.send(command, { office: OFFICE, actor, commandId: randomUUID() }, id, fields);
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
    }
  };
  const justice = [...(await organisation.current(OFFICE)).holders].find(([, id]) => id === who('justice'));
  const handOver = act('desk', HandOverStep, { toPostId: justice?.[0] ?? '' });
  const pause = act('desk', PauseDossier, {
    reason: 'Thông báo thuế',
    legalBasis: 'Luật Quản lý thuế',
    expectedEnd: '2025-12-30',
  });
  return {
    async live(steps: readonly { hours: number; dossier: number; act: number }[]): Promise<void> {
      await receive();
      for (const { hours, dossier, act: which } of steps) {
        if (hours > 30 && clock.now() < LAST)
          await clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000)); // the worker is at it meanwhile
        const id = ids[Math.max(0, ids.length - 1 - (dossier % 20))] ?? '';
        const one = ACTS[which];
        if (one) await onOne(id, one);
        else if (which === ACTS.length) await onOne(id, pause);
        else if (which === ACTS.length + 1) await onOne(id, handOver);
        else if (which === ACTS.length + 2) await receive();
        else for (const next of TO_THE_END) await onOne(id, next);
      }
      await office.settled();
    },
    async told(): Promise<Told[]> {
      const { rows } = await pool.query<Omit<Told, 'day'>>(
        `select subject, type, recorded_at as at, position::float8 as position, data
         from event where office = $1 and kind = 'dossier' order by position`,
        [OFFICE],
      );
      return rows.map((event) => ({ ...event, day: dayOf(event.at) }));
    },
  };
}
