import {
  DossierQueries,
  Receptions,
  Dossiers,
  AcceptStep,
  AnswerSupplement,
  DigitiseResult,
  ExemptFee,
  GiveApology,
  HandOverStep,
  PauseDossier,
  PayFee,
  RequestSupplement,
  ResumeDossier,
  ReturnResult,
  SignResult,
  type Dossier,
  type Figures,
  type Version,
} from '#dossiers';
import { addDays, at, dayOf, derivedId, type Day } from '#kernel';
import type { Type } from '@nestjs/common';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';
import { ignoreRefusal, type ScriptedAct } from './acts.js';

/** How the year of a one-stop desk goes, as shares; set from what communes of this size report. */
const HABITS = {
  online: 0.55,
  post: 0.03,
  supplement: 0.06,
  /** Of what is asked for, so much is never brought. */
  unanswered: 0.05,
  /** Of procedures that may be paused. */
  pause: 0.4,
  /** Signed after its due instant. */
  late: 0.004,
  /** Apologies given on the day on which they are owed. */
  apologised: 0.9,
  /** Arrivals by the hour; the desk is fullest in the middle of the morning. */
  hours: {
    '07:40': 2,
    '08:20': 4,
    '09:10': 5,
    '10:05': 4,
    '10:50': 2,
    '13:45': 2,
    '14:30': 3,
    '15:20': 2,
    '16:10': 1,
  },
};

/** Repeatable chance: the same number of dossiers gives the same year. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Received {
  count: number;
  /** The last day on which something is received. */
  until?: Day;
  /** People whose dossiers they are; absent: nobody is known by more than an id. */
  applicants?: readonly string[];
  /** The share that is signed after its due instant. */
  late?: number;
  /** Of those received from this day on, so many lie where they were handed to: one in that many. */
  lying?: { from: Day; oneIn: number };
}

/** So many dossiers over a year, each with what its people do. */
export async function dossierYear(
  runtime: Runtime,
  people: People,
  year: number,
  { count, until = `${year}-12-05`, applicants = [], late = HABITS.late, lying }: Received,
): Promise<ScriptedAct[]> {
  const random = chance(count);
  const { procedures } = await runtime.get(Dossiers).catalogue(DEMO_OFFICE);
  const versions = [...procedures.values()].flatMap((all) => all.at(-1) ?? []);
  const days: Day[] = [];
  for (let day: Day = `${year}-01-02`; day <= until; day = addDays(day, 1))
    if (runtime.calendar.isWorkingDay(day)) days.push(day);
  const hours = Object.entries(HABITS.hours).flatMap(([hour, weight]) =>
    Array.from({ length: weight }, () => hour),
  );
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: count }, (_, n) => {
    const day = pick(days);
    const arrival = new Date(at(day, pick(hours)).getTime() + Math.floor(random() * 30) * 60_000);
    const applicant = applicants[n % Math.max(1, applicants.length)];
    const lies = lying !== undefined && day >= lying.from && n % lying.oneIn === 0;
    const dossier = { n, procedure: pick(versions), arrival, applicant, late, lies };
    return oneDossier(runtime, people, dossier, random);
  }).flat();
}

interface OneDossier {
  n: number;
  procedure: Version;
  arrival: Date;
  applicant: string | undefined;
  /** How often something is signed late. */
  late: number;
  /** Nobody goes on with it. */
  lies: boolean;
}

function oneDossier(
  runtime: Runtime,
  people: People,
  { n, procedure, arrival, applicant, late: lateness, lies }: OneDossier,
  random: () => number,
): ScriptedAct[] {
  const { calendar } = runtime;
  const id = derivedId(DEMO_OFFICE, 'simulated', n);
  const [desk, chairman] = [people('desk'), people('chairman')];
  const handler = handlerOf(people, procedure.field);
  const [kind, asked, late, sorry] = [random(), random(), random() < lateness, random() < HABITS.apologised];
  const channel = kind < HABITS.online ? 'online' : kind < HABITS.online + HABITS.post ? 'post' : 'counter';
  const limit = procedure.time.unit === 'working-days' ? procedure.time.value : 0;
  const within = limit === 0 ? 0 : Math.max(0, Math.ceil(limit * (0.35 + random() * 0.5)) - 1);
  const acts: ScriptedAct[] = [];
  const later = (days: number, hour: string): Date => {
    const wanted = at(calendar.addWorkingDays(onWorkingDay(runtime, dayOf(arrival)), days), hour);
    return wanted > arrival ? wanted : new Date(arrival.getTime() + 30 * 60_000);
  };
  const on = <C extends object>(
    when: Date,
    step: string,
    actor: string,
    command: Type<C>,
    fieldsFor: (state: Dossier) => C | undefined,
  ) =>
    acts.push({
      at: when,
      run: async () => {
        const { state } = await runtime.get(Dossiers).load(DEMO_OFFICE, id);
        const fields = fieldsFor(state);
        if (fields === undefined) return;
        const envelope = { office: DEMO_OFFICE, actor, commandId: derivedId(id, step) };
        await runtime.commands.send(command, envelope, id, fields).catch(ignoreRefusal);
      },
    });
  const components = procedure.components.map(({ name }) => ({ name, form: 'copy' as const }));
  acts.push({
    at: arrival,
    run: async () => {
      const envelope = { office: DEMO_OFFICE, actor: desk, commandId: derivedId(id, 'receive') };
      const applicantId = applicant ?? derivedId(id, 'applicant');
      const command = {
        procedureCode: procedure.code,
        channel: channel as 'online',
        components,
        applicantId,
      };
      await runtime.get(Receptions).receive(envelope, id, command);
    },
  });
  const minutes = (count: number) => new Date(arrival.getTime() + count * 60_000);
  on(minutes(5), 'hand', desk, HandOverStep, () => ({ toPostId: handler.postId }));
  on(minutes(12), 'accept', handler.personId, AcceptStep, () => ({}));
  if (lies) return acts;
  let extra = 0;
  if (limit >= 3 && asked < HABITS.supplement) {
    const names = [procedure.components[0]?.name ?? ''];
    on(later(1, '09:00'), 'ask', handler.personId, RequestSupplement, () => ({
      components: names,
      reason: 'Giấy tờ mờ, không đọc được',
      legalBasis: 'Nghị định 61/2018',
    }));
    if (random() < HABITS.unanswered) return acts;
    extra = 4;
    on(later(1 + extra, '09:30'), 'answer', desk, AnswerSupplement, () => ({
      components: [{ name: names[0] ?? '', form: 'copy' as const }],
    }));
  } else if (procedure.pausesFor.length > 0 && random() < HABITS.pause) {
    extra = 6;
    const back = calendar.addWorkingDays(onWorkingDay(runtime, dayOf(arrival)), 2 + extra);
    on(later(2, '10:00'), 'pause', handler.personId, PauseDossier, () => ({
      reason: procedure.pausesFor[0] ?? '',
      legalBasis: 'Luật Đất đai',
      expectedEnd: back,
    }));
    on(at(back, '10:00'), 'resume', handler.personId, ResumeDossier, () => ({
      reason: 'Đã có',
    }));
  }
  const signing = late
    ? later(limit + extra + 2, '10:00')
    : limit === 0
      ? sameDay(runtime, arrival)
      : later(within + extra, '15:30');
  const eve = later(Math.max(0, limit + extra - 1), '10:30');
  if (sorry)
    on(eve, 'sorry', handler.personId, GiveApology, ({ work }) =>
      work?.apology === 'owed' && work.due !== null
        ? {
            way: 'letter' as const,
            reason: 'Chờ ý kiến của cơ quan khác',
            newDay: calendar.addWorkingDays(dayOf(new Date(work.due)), 3),
          }
        : undefined,
    );
  on(signing, 'sign', chairman, SignResult, () => ({ number: `${n + 1}/KQ` }));
  const after = (count: number) => new Date(signing.getTime() + count * 60_000);
  on(after(1), 'scan', desk, DigitiseResult, () => ({ fileId: derivedId(id, 'result') }));
  on(after(2), 'pay', desk, PayFee, ({ work }) =>
    work && !work.settledFee && n % 20 !== 0
      ? {
          amount: work.procedure.fee,
          method: channel === 'online' ? ('online' as const) : ('cash' as const),
          receipt: `BL-${n + 1}`,
        }
      : undefined,
  );
  on(after(3), 'exempt', desk, ExemptFee, () => ({}));
  on(after(4), 'return', desk, ReturnResult, () => ({
    channel: 'counter' as const,
    takenBy: 'Người nộp',
  }));
  return acts;
}

/** The official whose field it is, and the post they work in. */
function handlerOf(people: People, field: string): { personId: string; postId: string } {
  const username = /Hộ tịch|Chứng thực|Liên thông|Tiếp công dân/.test(field)
    ? 'justice'
    : /Đất đai|Xây dựng|Nông nghiệp/.test(field)
      ? 'land'
      : 'culture';
  return { personId: people(username), postId: derivedId(DEMO_OFFICE, 'post', username) };
}

const onWorkingDay = ({ calendar }: Runtime, day: Day): Day =>
  calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);

/** What is due within the day is signed an hour and a half later, or before the office closes. */
function sameDay({ calendar }: Runtime, arrival: Date): Date {
  const close = calendar.closing(dayOf(arrival)).getTime() - 10 * 60_000;
  return new Date(
    Math.min(arrival.getTime() + 90 * 60_000, Math.max(close, arrival.getTime() + 20 * 60_000)),
  );
}

/** The figures of the simulated year, and how often somebody above had to be told. */
export async function countDossiers(
  { get, pool }: Runtime,
  year: number,
): Promise<Figures & { escalations: number; warnings: number; pauses: number }> {
  const figures = await get(DossierQueries).figures(DEMO_OFFICE, {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const { rows } = await pool.query<{ escalations: number; warnings: number; pauses: number }>(
    `select count(*) filter (where type = 'DossierEscalated')::int as escalations,
            count(*) filter (where type = 'DossierWarned')::int as warnings,
            count(*) filter (where type = 'DossierPaused')::int as pauses
     from event where office = $1 and kind = 'dossier'`,
    [DEMO_OFFICE],
  );
  return { ...figures, ...(rows[0] ?? { escalations: 0, warnings: 0, pauses: 0 }) };
}
