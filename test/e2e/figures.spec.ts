import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  DossierQueries,
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
import { Refusal, addDays, dayOf } from '#kernel';
import type { Type } from '@nestjs/common';
import { demoForm, peopleOf, type People } from '../../apps/runtime/src/index.js';
import { LAND } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
/** Where the calendars end, and some days before. */
const LAST = new Date('2026-10-01T00:00:00+07:00');
let who: People;
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
  who = await peopleOf(office.runtime, demoForm);
});
afterAll(() => office.close());

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

interface Told {
  subject: string;
  type: string;
  day: string;
  data: Record<string, unknown>;
}

/** The figures of a period, counted anew from what happened and from nothing else. */
function recount(events: Told[], from: string, to: string) {
  const inside = ({ day }: Told) => day >= from && day <= to;
  const of = (...types: string[]) => events.filter(({ type }) => types.includes(type));
  const subjects = (some: Told[]) => new Set(some.map(({ subject }) => subject));
  const received = of('DossierReceived');
  const came = subjects(received.filter(inside));
  const ends = of('ResultSigned', 'DossierRejected', 'DossierStopped');
  const settled = subjects(ends.filter(inside));
  const overdue = subjects(of('DossierOverdue'));
  const late = new Set(
    [...settled].filter((id) => {
      const signed = of('ResultSigned').find(({ subject }) => subject === id);
      return signed ? signed.data.late === true : overdue.has(id);
    }),
  );
  const withdrawn = subjects(of('DossierWithdrawn').filter(inside));
  const ended = subjects([...ends, ...of('DossierWithdrawn')].filter(({ day }) => day <= to));
  const endedEver = subjects([...ends, ...of('DossierWithdrawn')]);
  const over = new Set([...settled, ...withdrawn]);
  const there = subjects(received.filter(({ day }) => day <= to));
  return {
    received: came.size,
    receivedOnline: 0,
    supplements: [...subjects(of('SupplementRequested'))].filter((id) => came.has(id)).length,
    settled: settled.size,
    settledLate: late.size,
    settledOnTime: settled.size - late.size,
    withdrawn: withdrawn.size,
    rated: [...subjects(of('DossierRated'))].filter((id) => over.has(id)).length,
    open: [...there].filter((id) => !ended.has(id)).length,
    openOverdue: [...there].filter((id) => !endedEver.has(id) && overdue.has(id)).length,
    apologiesGiven: [...there].filter((id) => {
      const first = of('ApologyGiven').find(({ subject }) => subject === id);
      return first !== undefined && inside(first);
    }).length,
  };
}

it('figures of any period equal a recount of the log, whatever happened (property)', async () => {
  const { commands, get, clock, pool } = office.runtime;
  const receptions = get(Receptions);
  const dossierQueries = get(DossierQueries);
  const step = fc.record({
    hours: fc.integer({ min: 0, max: 60 }),
    dossier: fc.nat(30),
    act: fc.nat(ACTS.length + 3),
  });
  const history = fc.record({
    steps: fc.array(step, { minLength: 15, maxLength: 35 }),
    a: fc.nat(40),
    b: fc.nat(40),
  });
  const ids: string[] = [];
  const receive = async () => {
    const id = randomUUID();
    const command = { ...LAND, applicantId: randomUUID() };
    const envelope = { office: OFFICE, actor: who('desk'), commandId: randomUUID() };
    await receptions.receive(envelope, id, command);
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
  const justice = [...(await office.runtime.organisation.current(OFFICE)).holders].find(
    ([, id]) => id === who('justice'),
  );
  const handOver = act('desk', HandOverStep, { toPostId: justice?.[0] ?? '' });
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, a, b }) => {
      const began = dayOf(clock.now());
      await receive();
      for (const { hours, dossier, act: which } of steps) {
        if (hours > 30 && clock.now() < LAST)
          await clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000)); // the worker is at it meanwhile
        const id = ids[Math.max(0, ids.length - 1 - (dossier % 6))] ?? '';
        const pause = act('desk', PauseDossier, {
          reason: 'Thông báo thuế',
          legalBasis: 'Luật Quản lý thuế',
          expectedEnd: '2025-12-30',
        });
        const one = ACTS[which];
        if (one) await onOne(id, one);
        else if (which === ACTS.length) await onOne(id, pause);
        else if (which === ACTS.length + 1) await onOne(id, handOver);
        else await receive();
      }
      await office.settled();
      const { rows } = await pool.query<{
        subject: string;
        type: string;
        at: Date;
        data: Record<string, unknown>;
      }>(
        `select subject, type, recorded_at as at, data from event where office = $1 and kind = 'dossier' order by position`,
        [OFFICE],
      );
      const events = rows.map(({ at, ...event }) => ({ ...event, day: dayOf(at) }));
      const [from, to] = [addDays(began, -(a % 15)), addDays(began, b)];
      const figures = await dossierQueries.figures(OFFICE, { from, to });
      expect(figures).toMatchObject(recount(events, from, to));
    }),
    { numRuns: Number(process.env.FIGURE_RUNS ?? 12), endOnFailure: true },
  );
  const { rows } = await pool.query<{ type: string }>(
    `select distinct type from event where office = $1 and kind = 'dossier'`,
    [OFFICE],
  );
  // Histories that came to nothing would equal anything.
  expect(rows.length).toBeGreaterThanOrEqual(8);
}, 300_000);
