import type { Upcasts } from '#event-store';
import type { StepTaker } from '#deadline';
import type { Sentences, Words } from '#ledger';
import type { Bilingual } from '#kernel';
import type { Announcer } from '#notification';
import type { HandledCommand, Rights, Role } from '#organisation';
import type { Projection, Reaction } from '#projection';
import type { FactoryProvider, Type, ValueProvider } from '@nestjs/common';
import type { EntitySchema } from 'typeorm';
import type { Errand } from './errand.js';
import type { Made } from './made.js';
import type { WaitingFor } from './waiting.js';

export type { Errand } from './errand.js';
export * from './made.js';
export * from './waiting.js';

/** Who may come to a route: everyone, whoever is signed in, the holders of some roles, or whose right an act is. */
export type Access = 'public' | 'signed-in' | readonly Role[] | { act: string };

/** Routes (`GET /api/v1/tasks/:id`) with who may come to each; one that is in no table is open to nobody. */
export type Routes = Readonly<Record<string, Access>>;

/** A route that leads to an act is open to those whose right the act is. */
export const doing = (act: string): Access => ({ act });

/** The types of events that the trail can speak of. */
export const EVENT_TYPES = Symbol('types of events');

/** Names of things of one kind, by their ids; what has no name is left out. */
export type NamesOf = (office: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Bilingual>>;

/**
 * All that a capability brings to the house (năng lực): what may be done and by whom, where one comes to it, what is kept of
 * it for reading, what is done by itself when something happened or falls due, who is told of what, and how the trail speaks
 * of it. The apps list capabilities; they know none by name.
 */
export interface Capability {
  name: string;
  commands?: readonly HandledCommand[];
  /** Rights of acts that no command carries. */
  rights?: Rights;
  routes?: Routes;
  /** Of its routes, those that an office above may read where it was let in; never a change. */
  overseen?: readonly string[];
  /** Of its routes, those where a secret is guessed at: whoever knows it is not counted. */
  guessed?: readonly string[];
  /** Of its routes, those whose body may hold more than an ordinary one (16 kB). */
  bodies?: Readonly<Record<string, BodyLimit>>;
  /** Of its routes, those that cost more than an ordinary request: as many as it costs. */
  costs?: Readonly<Record<string, number>>;
  controllers?: readonly Type[];
  /** What it is set to where an installation says nothing else. */
  settings?: readonly ValueProvider[];
  /** What its controllers and workers work with; made in every process. */
  services?: readonly FactoryProvider[];
  /** Those that open the vault; made where its keys are. */
  keyed?: readonly FactoryProvider[];
  readModels?: readonly Projection[];
  /** How its events of before are read in today's shape. */
  upcasts?: Upcasts;
  /** Tables of its read models for typed queries. */
  entities?: readonly EntitySchema[];
  /** When this happened, do that; null where a setting that it needs is not given. */
  reactions?: readonly Made<Reaction | null>[];
  /** The types of its events that carry an agenda of due steps. */
  agendaTypes?: readonly string[];
  /** Who takes its due steps, by the beginning of their names; the empty one takes what nobody else does. */
  steps?: Readonly<Record<string, Made<StepTaker>>>;
  /** What its workers set out for from time to time; made where the vault's keys are. Null as above. */
  errands?: readonly Made<Errand | null>[];
  /** Its say in who is told of what. */
  announcers?: readonly Made<Announcer>[];
  /** Its say in what waits for somebody. */
  waiting?: readonly Made<WaitingFor>[];
  /** How what its streams are about is called, by the streams' kind. */
  names?: Readonly<Record<string, Made<NamesOf>>>;
  sentences?: Sentences;
  /** Of its events, by type, what the trail tells to nobody but those who watch over the office. */
  withheld?: Readonly<Record<string, readonly string[]>>;
  /** Code words of its events, in words. */
  words?: Words;
  /** What its workers do, by the name they act under. */
  workers?: Readonly<Record<string, Bilingual>>;
}

/** How much a body may hold: bytes, counted while they come, and values, the members of objects and lists together. */
export interface BodyLimit {
  bytes: number;
  values: number;
}

/** For a route on which a text of several pages, or a list of some dozen things, may be sent. */
export const PAGES: BodyLimit = { bytes: 100_000, values: 1_000 };

/** For a route that takes a file of a plan or a catalogue, written as base64 in JSON. */
export const SHEET: BodyLimit = { bytes: 3_200_000, values: 2_000 };
