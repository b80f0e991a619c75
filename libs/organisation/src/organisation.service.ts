import type { AggregateStore, Appended } from '#event-store';
import { digestOf, type Clock, type Envelope } from '#kernel';
import { delegationRefused } from './office/delegation.js';
import { office as officeAggregate, type Office, type OfficeEvent } from './office/office.js';
import { officeSubject } from './office-subject.js';

const FRESH_MS = 1_000;

/** The organisation as it stands, and acts on it. */
export class Organisation {
  readonly #readAt = new Map<string, number>();

  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  /** Units, posts and holders; at most a second behind another process. */
  async current(office: string): Promise<Office> {
    const fresh = Date.now() - (this.#readAt.get(office) ?? 0) > FRESH_MS;
    if (fresh) this.#readAt.set(office, Date.now());
    return (await this.aggregates.load(officeAggregate, office, officeSubject(office), { fresh })).state;
  }

  /** The office's clock. */
  now(): Date {
    return this.clock.now();
  }

  act(envelope: Envelope, command: object, decide: (state: Office) => OfficeEvent[]): Promise<Appended> {
    const { office, actor, commandId, ifMatch, clientAddress, delegationId } = envelope;
    if (delegationId !== undefined)
      throw delegationRefused({ why: 'tổ chức bộ máy · the organisation itself' });
    return this.aggregates.execute(
      officeAggregate,
      {
        office,
        subject: officeSubject(office),
        commandId,
        digest: digestOf({ name: command.constructor.name, command }),
        attribution: { actor, ...(clientAddress === undefined ? {} : { meta: { clientAddress } }) },
        now: this.clock.now(),
        ...(ifMatch === undefined ? {} : { ifMatch }),
      },
      decide,
    );
  }
}
