import type { WorkCalendar } from '#calendar';
import { dayOf } from '#kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { Insistent } from './insistent.js';

const DAY_MS = 86_400_000;
const BIRTH = {
  procedureCode: '1.004884',
  components: ['Tờ khai đăng ký lại khai sinh', 'Bản sao giấy tờ có thông tin khai sinh'],
};
const LAND = {
  procedureCode: 'TV.DD.01',
  components: ['Đơn đề nghị xác nhận', 'Bản đồ trích đo', 'Giấy tờ về quyền sử dụng đất'],
};

/** Tasks whose deadline begins with what happens elsewhere, once each, and the day from which it may. */
const TRIGGERED = [
  { number: 'V.1', from: new Date('2025-02-20') },
  { number: 'VI.6', from: new Date('2025-07-01') },
];

interface Task {
  id: string;
  number: string;
  state: string;
  obligations: { id: string; kind: string }[];
}
interface Me {
  id: string;
  posts: { postId: string; unitId: string }[];
}

/** The people of a commune in a year full of faults, and the citizens who come to them. */
export class Office {
  readonly people: Insistent;
  /** Deadlines that began by a trigger; nobody keeps them. */
  triggered = 0;
  now: Date;
  readonly #under = new Set<Promise<void>>();
  #chapters: (() => void)[] = [];
  #over = false;
  #round = 0;
  #delegating = Promise.resolve();
  #begun = 0;

  constructor(
    urls: readonly string[],
    password: string,
    start: string,
    private readonly lastTrigger: Date,
    private readonly calendar: WorkCalendar,
  ) {
    this.people = new Insistent(urls, password);
    this.now = new Date(start);
  }

  /** Waits until the workers have begun and assigned the plan's tasks: a reader of news looks back a week alone. */
  async ready(): Promise<void> {
    for (;;) {
      const { items } = await this.people.get<{ items: Task[] }>('justice', '/api/v1/tasks?limit=100');
      if (
        TRIGGERED.every(({ number }) => items.some((one) => one.number === number && one.state !== 'planned'))
      )
        return;
      await sleep(100);
    }
  }

  /** Moves the clock; whoever waits for a later day goes on. */
  async moveTo(instant: Date): Promise<void> {
    const { status, text } = await this.people.send('admin', '/api/v1/demo/clock', {
      to: instant.toISOString(),
    });
    // Sent again after an answer that was lost, it would be a move backward.
    if (status !== 200 && !text.includes('clock_only_forward')) throw new Error(`clock: ${status} ${text}`);
    this.now = instant;
    const waiting = this.#chapters;
    this.#chapters = [];
    for (const go of waiting) go();
  }

  /** Lets everybody begin something; what takes days goes on in later chapters. */
  liveOn(): void {
    const round = (this.#round += 1);
    for (const story of [this.#reports, this.#birth, this.#supplement, this.#pause])
      this.#tell(story.call(this));
    this.#tell([this.#feedback, this.#trigger, this.#delegation][round % 3]!.call(this));
  }

  /** Waits until nobody waits for an answer. */
  async quiet(): Promise<void> {
    while (!this.people.idle) await sleep(50);
  }

  /** Ends what is begun. */
  async finish(): Promise<void> {
    this.#over = true;
    for (const go of this.#chapters) go();
    await Promise.all(this.#under);
  }

  #tell(story: Promise<void>): void {
    const one = story.finally(() => this.#under.delete(one));
    this.#under.add(one);
  }

  #later(): Promise<void> {
    return this.#over ? Promise.resolve() : new Promise((resolve) => this.#chapters.push(resolve));
  }

  async #reports(): Promise<void> {
    const { items } = await this.people.get<{ items: Task[] }>('justice', '/api/v1/tasks?lead=me');
    await Promise.all(
      items.slice(0, 4).map(({ id }, n) =>
        this.people.act({
          what: 'report',
          by: 'justice',
          path: `/api/v1/tasks/${id}/progress-reports`,
          body: { percent: 10 + n, text: 'Giữa cơn bão.' },
        }),
      ),
    );
  }

  async #birth(): Promise<void> {
    const id = await this.#receive(BIRTH);
    if (!id || !(await this.#handOver(id))) return;
    await this.#later();
    await this.#on('sign', 'chairman', id, 'signature', { number: '12/TB-UBND' });
    await this.#on('pay', 'desk', id, 'payments', { amount: 8_000, method: 'cash', receipt: 'BL-1' });
    await this.#on('digitise', 'desk', id, 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    await this.#on('return', 'desk', id, 'return', { channel: 'counter', takenBy: 'Trần Thị Dân' });
  }

  async #supplement(): Promise<void> {
    const id = await this.#receive(BIRTH);
    if (!id || !(await this.#handOver(id))) return;
    const [, copy = ''] = BIRTH.components;
    await this.#on('ask', 'justice', id, 'supplement-requests', {
      components: [copy],
      reason: 'Bản sao mờ, không đọc được',
      legalBasis: 'Nghị định 123/2015',
    });
    await this.#later();
    await this.#on('answer', 'desk', id, 'supplement-answers', {
      components: [{ name: copy, form: 'copy' }],
    });
  }

  async #pause(): Promise<void> {
    const id = await this.#receive(LAND);
    if (!id) return;
    const expectedEnd = this.calendar.addWorkingDays(dayOf(this.now), 15);
    const pause = { reason: 'Thông báo thuế', legalBasis: 'Luật Đất đai', expectedEnd };
    if (!(await this.#on('pause', 'desk', id, 'pauses', pause))) return;
    await this.#later();
    await this.#on('resume', 'desk', id, 'resumption', { reason: 'Đã nộp thuế' });
  }

  async #feedback(): Promise<void> {
    const sent = await this.people.act<{ lookup: { code: string } }>({
      what: 'feedback',
      by: null,
      path: '/public/thieu-van/feedback',
      body: { text: 'Đường vào thôn bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống.', name: 'Lê Văn Dân' },
    });
    if (!sent) return;
    const path = `/api/v1/feedback/${sent.lookup.code}`;
    const unitId = (await this.#me('justice')).posts[0]?.unitId;
    await this.people.act({
      what: 'assign',
      by: 'head-of-office',
      path: `${path}/assignment`,
      body: { unitId },
    });
  }

  async #trigger(): Promise<void> {
    const next = TRIGGERED[this.#begun];
    if (next === undefined || this.now < next.from || this.now > this.lastTrigger) return;
    this.#begun += 1;
    const { items } = await this.people.get<{ items: Task[] }>('head-of-office', '/api/v1/tasks?limit=100');
    const task = items.find((one) => one.number === next.number);
    const one = task && (await this.people.get<Task>('head-of-office', `/api/v1/tasks/${task.id}`));
    const day = (days: number) => dayOf(new Date(this.now.getTime() + days * DAY_MS));
    const done = await this.people.act({
      what: 'trigger',
      by: 'chairman',
      path: `/api/v1/tasks/${task?.id}/triggers`,
      body: {
        obligationId: one?.obligations.find(({ kind }) => kind === 'triggered')?.id,
        day: day(0),
        dueDay: day(9),
        note: `Quyết định ${this.#round}/QĐ-UBND`,
      },
    });
    if (done) this.triggered += 1;
  }

  /** One after another: what was lent must be back before it is lent again. */
  #delegation(): Promise<void> {
    this.#delegating = this.#delegating.then(() => this.#lend());
    return this.#delegating;
  }

  async #lend(): Promise<void> {
    const day = (days: number) => dayOf(new Date(this.now.getTime() + days * DAY_MS));
    const given = await this.people.act<{ delegationId: string }>({
      what: 'delegate',
      by: 'chairman',
      path: '/api/v1/organisation/delegations',
      body: {
        to: (await this.#me('police')).id,
        acts: ['UrgeTask'],
        areas: [],
        subjects: [],
        fromDay: day(-40), // the clock of an API that was cut off may be days behind
        toDay: day(60),
        document: `${this.#round}/UQ-UBND`,
      },
    });
    if (!given) return;
    const { items } = await this.people.get<{ items: Task[] }>('head-of-office', '/api/v1/tasks?limit=1');
    await this.people.act({
      what: 'urge for another',
      by: 'police',
      path: `/api/v1/tasks/${items[0]?.id}/urgings`,
      body: { text: 'Đề nghị báo cáo.' },
      headers: { 'on-behalf-of': given.delegationId },
    });
    await this.people.act({
      what: 'revoke',
      by: 'chairman',
      path: `/api/v1/organisation/delegations/${given.delegationId}/revocation`,
      body: { reason: 'Đã về cơ quan' },
    });
  }

  async #receive({ procedureCode, components }: typeof BIRTH): Promise<string | undefined> {
    const receipt = await this.people.act<{ dossierId: string }>({
      what: 'receive',
      by: 'desk',
      path: '/api/v1/dossiers',
      body: {
        procedureCode,
        channel: 'counter',
        components: components.map((name) => ({ name, form: 'original' })),
        applicant: { name: 'Trần Thị Dân', phone: '0912345678' },
        notifications: { channels: ['sms'] },
      },
    });
    return receipt?.dossierId;
  }

  async #handOver(id: string): Promise<boolean> {
    const toPostId = (await this.#me('justice')).posts[0]?.postId;
    return (
      (await this.#on('hand over', 'desk', id, 'hand-overs', { toPostId })) &&
      (await this.#on('accept', 'justice', id, 'acceptances', {}))
    );
  }

  async #on(what: string, by: string, id: string, act: string, body: object): Promise<boolean> {
    return (await this.people.act({ what, by, path: `/api/v1/dossiers/${id}/${act}`, body })) !== undefined;
  }

  readonly #known = new Map<string, Promise<Me>>();
  #me(username: string): Promise<Me> {
    const me = this.#known.get(username) ?? this.people.get<Me>(username, '/api/v1/sessions/me');
    this.#known.set(username, me);
    return me;
  }
}
