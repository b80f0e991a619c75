import type { Errand } from '#capability';
import { Refusal, derivedId, type Clock, type Envelope } from '#kernel';
import { APPLICANT, oneStopUnit, type Commands, type Organisation } from '#organisation';
import type { Outbox } from '#outbox';
import type { Parked } from '#parked';
import type { FollowedOffices } from '#projection';
import { PersonFacts, factsOf, type Files, type Persons } from '#persons';
import { SubmitDossier, SubmitOnline, dossierOf, fileIdsOf, type Dossiers } from '#dossiers';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Pool } from 'pg';
import type { Province } from './province.js';

const WAIT_MS = 15_000;
const AT_ONCE = 50;

/** Under which name submissions that could not be taken in for now are parked. */
const INBOX = 'province-inbox';

interface Counts {
  taken: number;
  refused: number;
  failed: number;
}

interface Submitted {
  id: string;
  procedure: string;
  components: unknown;
  applicant: unknown;
}
interface PageOfSubmitted {
  items: Submitted[];
  next: string | null;
}

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

  /** One after the other, so that whoever ends holds none of them back. */
  async #pullAgain(office: string, counts: Counts, ending: AbortSignal): Promise<void> {
    for (let left = AT_ONCE; left > 0; left -= 1) {
      ending.throwIfAborted();
      const [due] = await this.parked.takeDue(office, INBOX, 1);
      if (!due) return;
      await this.#again(office, due.subject, due.item, counts, ending).catch(async (error: unknown) => {
        if (error === ending.reason) await this.parked.retry(office, INBOX, due.subject);
        throw error;
      });
    }
  }

  async #pullNew(office: string, counts: Counts, ending: AbortSignal): Promise<void> {
    for (let after = await this.#cursor(office); ;) {
      const { items, next } = await this.#fetch(after, ending);
      for (const item of items) {
        ending.throwIfAborted();
        await this.#consider(office, item, after, counts);
      }
      if (next !== null) await this.#move(office, next);
      if (items.length < AT_ONCE || next === null) return;
      after = next;
    }
  }

  /** Takes one in or refuses it. What fails for now is parked with its page, and nobody is told of a refusal. */
  async #consider(office: string, item: Submitted, after: string | null, counts: Counts): Promise<void> {
    const work = { office, worker: INBOX, subject: item.id, item: after ?? '' };
    try {
      const why = await this.#take(office, item);
      if (why !== undefined) await this.#sayNo(office, item.id, why);
      counts[why === undefined ? 'taken' : 'refused'] += 1;
    } catch (error) {
      await this.parked.note(work, 'submitted dossier', error);
      counts.failed += 1;
    }
  }

  async #again(office: string, id: string, page: string, counts: Counts, ending: AbortSignal): Promise<void> {
    const after = page === '' ? null : page;
    const item = (await this.#fetch(after, ending)).items.find((one) => one.id === id);
    const before = counts.failed;
    if (item) await this.#consider(office, item, after, counts);
    const work = { office, worker: INBOX, subject: id, item: page };
    if (!item) await this.parked.note(work, 'submitted dossier', new Error('it is not offered any more'));
    else if (counts.failed === before) await this.parked.settle(work);
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
      await this.dossiers.requireProcedure(office, own);
      const desk = oneStopUnit(await this.organisation.current(office));
      const facts = factsOf(Object.assign(new PersonFacts(), body.applicant));
      const applicant = await this.persons.registration(registration, personId, desk?.unitId ?? '', facts);
      const attached = { dossierId, personId };
      const attaching = await this.files.attaching(envelope, attached, fileIdsOf(body.components));
      const submitted = { procedureCode: own, components: body.components, applicantId: personId };
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
    const { items, next } = (await response.json()) as Partial<PageOfSubmitted>;
    return { items: Array.isArray(items) ? items : [], next: typeof next === 'string' ? next : null };
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
