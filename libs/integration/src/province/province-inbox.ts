import type { Errand } from '#capability';
import { Refusal, derivedId, isRecord, type Clock, type Envelope } from '#kernel';
import { APPLICANT, oneStopUnit, type Commands, type Organisation } from '#organisation';
import type { Outbox } from '#outbox';
import type { Parked, ParkedWork } from '#parked';
import { inTransaction, type FollowedOffices } from '#projection';
import { PersonFacts, factsOf, type Files, type Persons } from '#persons';
import { SubmitDossier, SubmitOnline, dossierOf, fileIdsOf, type Dossiers } from '#dossiers';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Pool, PoolClient } from 'pg';
import type { Province } from './province.js';

const WAIT_MS = 15_000;
const AT_ONCE = 50;

/** Under which name submissions that could not be taken in for now are parked. */
const INBOX = 'province-inbox';
const WHAT = 'submitted dossier';
/** An id that a log, a message and a list can hold. */
const USABLE_ID = /^[^\p{C}]{1,200}$/u;

interface Counts {
  taken: number;
  refused: number;
  failed: number;
}

interface Submitted {
  id: string;
  procedure: unknown;
  components: unknown;
  applicant: unknown;
}
/** What a page holds at one place: a submission, or what can't be known again by any id of its own. */
interface Offered {
  /** Its id at the portal, or else its place. */
  subject: string;
  submitted: Submitted | null;
}
interface PageOfSubmitted {
  offered: Offered[];
  next: string | null;
}

type Queryable = Pick<Pool | PoolClient, 'query'>;
type InboxNeeds = ConstructorParameters<typeof ProvinceInbox> extends [Province, ...infer R] ? R : never;

/** What was handed in at the province's portal, once a minute; null where there is none. */
export const fetchFromProvince = (
  home: string,
  offices: FollowedOffices,
  province: Province | null,
  ...needs: InboxNeeds
): Errand | null => {
  if (!province) return null;
  const inbox = new ProvinceInbox(province, ...needs);
  return {
    name: 'fetch',
    subject: 'province',
    everyMs: 60_000,
    parkedAs: INBOX,
    offices: async () => ((await offices.has(home)) ? [home] : []),
    run: (office, ending) => inbox.pull(office, ending),
  };
};

/** Fetches what was handed in at the provincial portal (hồ sơ nộp trên cổng của tỉnh): each once, refused ones with why. */
export class ProvinceInbox {
  constructor(
    private readonly province: Province,
    private readonly pool: Pool,
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
    private readonly persons: Persons,
    private readonly files: Files,
    private readonly organisation: Organisation,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly parked: Parked,
  ) {}

  /**
   * Takes in what failed before and is due again, then all that is new; answers what became of them. Asked to end, it ends
   * what it is at and has failed at nothing: what it did not come to is there for the next one.
   */
  async pull(office: string, ending: AbortSignal): Promise<Counts> {
    const counts: Counts = { taken: 0, refused: 0, failed: 0 };
    try {
      await this.#pullAgain(office, counts, ending);
      await this.#pullNew(office, counts, ending);
    } catch (error) {
      if (error !== ending.reason) throw error;
    }
    return counts;
  }

  /** One after the other: none is held back by another, nor by whoever was at it and died. */
  async #pullAgain(office: string, counts: Counts, ending: AbortSignal): Promise<void> {
    for (let left = AT_ONCE; left > 0; left -= 1) {
      ending.throwIfAborted();
      const taken = await inTransaction(this.pool, async (db) => {
        const [due] = await this.parked.takeDue(office, INBOX, 1, db);
        if (due) await this.#again(office, due, counts, ending, db);
        return due;
      });
      if (!taken) return;
    }
  }

  async #pullNew(office: string, counts: Counts, ending: AbortSignal): Promise<void> {
    for (let after = await this.#cursor(office); ;) {
      const { offered, next } = await this.#fetch(after, ending);
      for (const one of offered) {
        ending.throwIfAborted();
        await this.#consider(office, one, after, counts);
      }
      if (next !== null) await this.#move(office, next);
      if (offered.length < AT_ONCE || next === null) return;
      after = next;
    }
  }

  /**
   * Takes one in or refuses it; answers whether that is settled. What fails for now, and what has no id to be known by, is
   * parked with its page, and nobody is told of a refusal.
   */
  async #consider(
    office: string,
    { subject, submitted }: Offered,
    after: string | null,
    counts: Counts,
    db: Queryable = this.pool,
  ): Promise<boolean> {
    const work = { office, worker: INBOX, subject, item: after ?? '' };
    try {
      if (!submitted) throw new Error('it has no id that could be used');
      const why = await this.#take(office, submitted);
      if (why !== undefined) await this.#sayNo(office, submitted.id, why);
      counts[why === undefined ? 'taken' : 'refused'] += 1;
      return true;
    } catch (error) {
      await this.parked.note(work, WHAT, error, db);
      counts.failed += 1;
      return false;
    }
  }

  /** What had no id is given one at the portal: then its page is gone over once more, each of it having the same ids again. */
  async #again(
    office: string,
    { subject, item: page }: ParkedWork,
    counts: Counts,
    ending: AbortSignal,
    db: PoolClient,
  ): Promise<void> {
    const work = { office, worker: INBOX, subject, item: page };
    const after = page === '' ? null : page;
    const { offered } = await this.#fetch(after, ending);
    const one = offered.find((at) => at.subject === subject);
    if (one) {
      if (await this.#consider(office, one, after, counts, db)) await this.parked.settle(work, db);
    } else if (isPlace(subject) && offered.length > 0) {
      for (const each of offered) await this.#consider(office, each, after, counts, db);
      await this.parked.settle(work, db);
    } else await this.parked.note(work, WHAT, new Error('it is not offered any more'), db);
  }

  /** Undefined when it was taken in; else why not. */
  async #take(
    office: string,
    { id, procedure, components, applicant }: Submitted,
  ): Promise<string | undefined> {
    const { procedures } = this.province.mapping;
    const own = Object.keys(procedures).find((code) => procedures[code] === procedure) ?? procedure;
    const body = plainToInstance(SubmitOnline, { procedureCode: own, components, applicant });
    const errors = await validate(body, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) return `invalid_input: ${errors.map(({ property }) => property).join(', ')}`;
    const commandId = derivedId(office, 'province', id);
    const [dossierId, personId] = [dossierOf(commandId), derivedId(commandId, 'applicant')];
    const envelope: Envelope = { office, actor: APPLICANT, commandId, clientAddress: 'province' };
    const registration = { ...envelope, commandId: derivedId(commandId, 'registration') };
    try {
      await this.dossiers.requireProcedure(office, body.procedureCode);
      const desk = oneStopUnit(await this.organisation.current(office));
      const facts = factsOf(Object.assign(new PersonFacts(), body.applicant));
      const applicant = await this.persons.registration(registration, personId, desk?.unitId ?? '', facts);
      const attached = { dossierId, personId };
      const attaching = await this.files.attaching(envelope, attached, fileIdsOf(body.components));
      const submitted = {
        procedureCode: body.procedureCode,
        components: body.components,
        applicantId: personId,
      };
      await this.commands.send(SubmitDossier, envelope, dossierId, submitted, undefined, [
        applicant.decision,
        ...attaching,
      ]);
      return undefined;
    } catch (refused) {
      if (refused instanceof Refusal) return refused.kind.code;
      throw refused;
    }
  }

  async #sayNo(office: string, externalId: string, why: string): Promise<void> {
    const id = derivedId(office, 'province', externalId, 'refused');
    const body = { externalId, status: 'refused', why };
    await this.outbox.put(
      office,
      [{ id, channel: 'province', recipient: externalId, body, cause: id }],
      this.clock.now(),
    );
  }

  async #fetch(after: string | null, ending: AbortSignal): Promise<PageOfSubmitted> {
    const { url, token } = this.province;
    const query = `limit=${AT_ONCE}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
    const response = await fetch(`${url}/submitted-dossiers?${query}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([ending, AbortSignal.timeout(WAIT_MS)]),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`the provincial system answered HTTP ${response.status}`);
    return pageOf(await response.json());
  }

  async #cursor(office: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ cursor: string }>(
      'select cursor from province_cursor where office = $1',
      [office],
    );
    return rows[0]?.cursor ?? null;
  }

  /** A crash before it repeats the page: each of its dossiers has the same ids again. */
  async #move(office: string, cursor: string): Promise<void> {
    await this.pool.query(
      'insert into province_cursor values ($1, $2) on conflict (office) do update set cursor = excluded.cursor',
      [office, cursor],
    );
  }
}

/** A page as far as it can be gone by; what it holds is looked at one by one. */
function pageOf(answer: unknown): PageOfSubmitted {
  const { items, next = null } = isRecord(answer) ? answer : {};
  if (!Array.isArray(items) || (next !== null && typeof next !== 'string'))
    throw new Error('the provincial system’s answer is no page of submissions');
  return { offered: items.map(offeredAt), next };
}

function offeredAt(item: unknown, index: number): Offered {
  const { id, procedure, components, applicant } = isRecord(item) ? item : {};
  const usable = typeof id === 'string' && USABLE_ID.test(id) && !isPlace(id);
  return usable
    ? { subject: id, submitted: { id, procedure, components, applicant } }
    : { subject: placeAt(index), submitted: null };
}

const PLACE = 'no. ';
const placeAt = (index: number): string => `${PLACE}${index + 1}`;
const isPlace = (subject: string): boolean => subject.startsWith(PLACE);
