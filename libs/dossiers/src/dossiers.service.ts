import { AwaitedYear, unlessAwaited } from '#calendar';
import { allStreams, type AggregateStore, type StoredEvent } from '#event-store';
import { dueInstant, type DueInstant } from '#deadline/agenda';
import type { OfficeCalendars } from '#organisation';
import { dayOf, inOffice, type Clock, type Day } from '#kernel';
import { appointment, remainingMinutes } from './dossier/clock.js';
import { pauseShown, type PauseShown } from './dossiers.answers.js';
import { rulesOn } from './rules/one-stop-rules.js';
import { dossier, type Dossier } from './dossier/dossier.js';
import {
  allInForce,
  catalogue,
  catalogueSubject,
  inForceOn,
  type Catalogue,
  type Version,
} from './procedure/procedure.js';

/** Dossiers and the catalogue of procedures as they stand. */
export class Dossiers {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
    private readonly calendars: Pick<OfficeCalendars, 'current'>,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async catalogue(office: string): Promise<Catalogue> {
    return (await this.aggregates.load(catalogue, office, catalogueSubject(office))).state;
  }

  async load(office: string, dossierId: string): Promise<{ state: Dossier; version: number }> {
    return this.aggregates.load(dossier, office, dossierId);
  }

  /** The office that goes on with a dossier, from one that ended to the next (R28). */
  async whereIs(office: string, dossierId: string): Promise<string> {
    const { toOffice } = (await this.load(office, dossierId)).state;
    if (toOffice === undefined) return office;
    return inOffice(toOffice, async () => {
      const { state } = await this.load(toOffice, dossierId);
      return state.status === 'none' ? office : this.whereIs(toOffice, dossierId); // none: still on its way
    });
  }

  /** A dossier once an act on it is done that was answered with this version. */
  loadAfter(office: string, dossierId: string, version: number): Promise<Dossier> {
    return this.aggregates.loadAfter(dossier, office, dossierId, version);
  }

  /** Whole working minutes left to a dossier now; null where it has no clock. */
  async clockOf(office: string, { status, work }: Dossier): Promise<number | null> {
    if (!work) return null;
    if (status === 'paused') return work.pausedWith === null ? null : Math.floor(work.pausedWith);
    const due = work.due === null ? null : new Date(work.due);
    const [left = null] = await this.leftTo(office, [{ status, due }]);
    return left;
  }

  /** Whole working minutes until each due instant that runs; null where it stands still, or nobody knows it yet. */
  async leftTo(
    office: string,
    of: readonly { status: string; due: Date | null }[],
  ): Promise<(number | null)[]> {
    const calendar = await this.calendars.current(office);
    const now = this.clock.now();
    return of.map(({ status, due }) => {
      if (status !== 'in_progress' || due === null) return null;
      const left = unlessAwaited(() => remainingMinutes(now, due, calendar));
      return left instanceof AwaitedYear ? null : Math.floor(left);
    });
  }

  /** The procedures in force on a day, or today. */
  async inForce(office: string, day: Day = dayOf(this.clock.now())): Promise<Version[]> {
    return allInForce(await this.catalogue(office), day);
  }

  /** When what is received now falls due (R11); refuses `unknown_procedure` and `procedure_repealed`. */
  async appointmentNow(office: string, code: string): Promise<DueInstant> {
    const now = this.clock.now();
    const { time } = inForceOn(await this.catalogue(office), code, dayOf(now));
    const calendar = await this.calendars.current(office);
    return dueInstant(unlessAwaited(() => appointment(now, time, calendar, rulesOn(dayOf(now)).clock)));
  }

  /** Refuses `unknown_procedure` and `procedure_repealed`. */
  async requireProcedure(office: string, code: string): Promise<void> {
    inForceOn(await this.catalogue(office), code, dayOf(this.clock.now()));
  }

  /** Ids of all dossiers, whatever became of them, some hundred at a time, from the log itself: a read model may be behind. */
  all(office: string): AsyncGenerator<string[]> {
    return allStreams(this.aggregates, office, 'dossier');
  }

  /** The dossiers that events belong to, as they are once those have happened. */
  behind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Dossier>> {
    return this.aggregates.loadBehind(dossier, office, events);
  }

  /** How those of them stand that are paused. */
  async pausesOf(
    office: string,
    listed: readonly { id: string; status: string }[],
  ): Promise<Map<string, PauseShown>> {
    const ids = listed.filter(({ status }) => status === 'paused').map(({ id }) => id);
    await this.warm(office, ids);
    const now = this.clock.now();
    const shown = await Promise.all(
      ids.map(async (id) => [id, pauseShown((await this.load(office, id)).state, now)] as const),
    );
    return new Map(shown.flatMap(([id, pause]) => (pause ? [[id, pause]] : [])));
  }

  warm(office: string, dossierIds: string[]): Promise<void> {
    return this.aggregates.warm(dossier, office, dossierIds);
  }
}
