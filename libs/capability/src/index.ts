import type { Upcasts } from '#event-store';
import type { Sentences, Words } from '#ledger';
import type { Bilingual } from '#kernel';
import type { HandledCommand, Rights, Role } from '#organisation';
import type { Projection } from '#projection';
import type { Type } from '@nestjs/common';

/** Who may come to a route: everyone, whoever is signed in, the holders of some roles, or whose right an act is. */
export type Access = 'public' | 'signed-in' | readonly Role[] | { act: string };

/** Routes (`GET /api/v1/tasks/:id`) with who may come to each; one that is in no table is open to nobody. */
export type Routes = Readonly<Record<string, Access>>;

/** A route that leads to an act is open to those whose right the act is. */
export const doing = (act: string): Access => ({ act });

/**
 * All that a capability brings to the house (năng lực): what may be done and by whom, where one comes to it, what is kept of
 * it for reading, and how the trail speaks of it. The apps list capabilities; they know none by name.
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
  readModels?: readonly Projection[];
  /** How its events of before are read in today's shape. */
  upcasts?: Upcasts;
  /** The types of its events that carry an agenda of due steps. */
  agendaTypes?: readonly string[];
  sentences?: Sentences;
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
