import { AuditFilter, auditPage } from '#ledger';
import type { EventRow } from '#event-store';
import { Refusal, dayOf, derivedId, formatDay, type Language } from '#kernel';
import { Subscriptions, nextDigest, type Mail, type Mailer, type Subscription } from '#notification';
import { Undeliverable, retryAfter } from '#outbox';
import type { Vault } from '#vault';
import { readableTrail, type Runtime } from '../../runtime/src/index.js';
import { DIGEST } from './lookout.js';

const LINES = 200;

const WORDS = {
  vi: {
    subject: (n: number, day: string) => `Minh Bạch: ${n} mục mới trong nhật ký, ${day}`,
    more: 'Còn nữa; xem tiếp trong nhật ký.',
    end: 'Bạn nhận thư này vì đã đăng ký theo dõi nhật ký trách nhiệm.',
  },
  en: {
    subject: (n: number, day: string) => `Minh Bạch: ${n} new entries in the trail, ${day}`,
    more: 'There is more; see the trail.',
    end: 'You get this because you subscribed to the trail.',
  },
} as const;

/** Sends the digests that are due (thư tổng hợp nhật ký); what a server does not take is tried again later. */
export class TrailDigest {
  readonly #subscriptions: Subscriptions;

  constructor(
    private readonly runtime: Runtime,
    private readonly vault: Vault,
    private readonly mail: Mailer,
  ) {
    this.#subscriptions = new Subscriptions(runtime.pool);
  }

  /** Answers how many were served. */
  async send(office: string): Promise<number> {
    const now = this.runtime.clock.now();
    await this.#forgetEnded(office);
    let served = 0;
    while (await this.#subscriptions.serveDue(office, now, (due) => this.#serve(office, due, now)))
      served += 1;
    return served;
  }

  async #serve(
    office: string,
    due: Subscription,
    now: Date,
  ): Promise<Pick<Subscription, 'position' | 'nextAt'>> {
    const filter = Object.assign(new AuditFilter(), due.filter, {
      order: 'asc',
      limit: LINES,
      cursor: String(due.position),
    });
    const { rows, nextCursor } = await auditPage(this.runtime.pool, office, filter);
    const nextAt = nextDigest(now);
    const last = rows.at(-1);
    if (!last) return { position: due.position, nextAt };
    const { parked } = this.runtime;
    const work = { office, worker: DIGEST, subject: due.id };
    try {
      const mail = await this.#compose(office, due, rows, nextCursor !== null, now);
      if (mail) await this.mail(mail);
    } catch (error) {
      // Not told, so not moved on; the others need not wait for this one.
      const { attempts } = await parked.note(work, 'trail digest', error);
      const again = error instanceof Undeliverable ? nextAt : new Date(now.getTime() + retryAfter(attempts));
      return { position: due.position, nextAt: again };
    }
    await parked.settle(work);
    return { position: Number(last.position), nextAt };
  }

  /** Failures of subscriptions that are there no more. */
  async #forgetEnded(office: string): Promise<void> {
    const { parked } = this.runtime;
    for (const { subject } of await parked.takeDue(office, DIGEST, LINES))
      if (!(await this.#subscriptions.has(office, subject)))
        await parked.settle({ office, worker: DIGEST, subject });
  }

  /** Undefined where there is no address any more. */
  async #compose(
    office: string,
    due: Subscription,
    rows: EventRow[],
    more: boolean,
    now: Date,
  ): Promise<Mail | undefined> {
    const to = await this.#addressOf(office, due.personId, now);
    if (to === undefined) return undefined;
    const { sentence } = await readableTrail(this.runtime, office, rows, due.language);
    const words: (typeof WORDS)[Language] = WORDS[due.language];
    return {
      id: derivedId(due.id, rows.at(-1)?.position ?? ''),
      to,
      subject: words.subject(rows.length, formatDay(dayOf(now))),
      text: [...rows.map(sentence), ...(more ? [words.more] : []), '', words.end].join('\n'),
    };
  }

  async #addressOf(office: string, personId: string, at: Date): Promise<string | undefined> {
    try {
      const reader = { reader: 'worker:digest', purpose: 'trail digest', at };
      return (await this.vault.read(office, personId, ['email'], reader)).email;
    } catch (error) {
      if (error instanceof Refusal) return undefined; // erased
      throw error;
    }
  }
}
