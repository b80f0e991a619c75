import type { NamesOf } from '#capability';
import type { AggregateStore } from '#event-store';
import { formatDay, type Bilingual } from '#kernel';
import type { Organisation } from '#organisation';
import { KIND_WORDS, OVERSEER_WORDS } from './inspection.words.js';
import { inspection } from './inspection/inspection.js';
import { oversightNote } from './oversight/note.js';
import { programme } from './programme/programme.js';

const named =
  (nameOf: (office: string, id: string) => Promise<Bilingual | undefined>): NamesOf =>
  async (office, ids) => {
    const names = await Promise.all(ids.map(async (id) => [id, await nameOf(office, id)] as const));
    return new Map(names.flatMap(([id, name]) => (name ? [[id, name]] : [])));
  };

/** Inspections by what is inspected, where and since when. */
export const namesOfInspections = (aggregates: AggregateStore, organisation: Organisation): NamesOf =>
  named(async (office, id) => {
    const { status, kind, unitId, from } = (await aggregates.load(inspection, office, id)).state;
    if (status === 'none') return undefined;
    const unit = (await organisation.current(office)).units.get(unitId)?.name ?? '';
    const { vi, en } = KIND_WORDS[kind];
    return { vi: `${vi} tại ${unit}, ${formatDay(from)}`, en: `${en} at ${unit}, ${formatDay(from)}` };
  });

export const namesOfProgrammes = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { year } = (await aggregates.load(programme, office, id)).state;
    return { vi: `kế hoạch kiểm tra năm ${year}`, en: `the programme of inspections of ${year}` };
  });

export const namesOfNotes = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { status, overseer, documentNumber } = (await aggregates.load(oversightNote, office, id)).state;
    if (status === 'none') return undefined;
    const { vi, en } = OVERSEER_WORDS[overseer];
    return { vi: `kiến nghị số ${documentNumber} của ${vi}`, en: `note ${documentNumber} of ${en}` };
  });
