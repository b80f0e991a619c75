import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const COMPONENTS = ['Tờ khai đăng ký lại khai sinh', 'Bản sao giấy tờ có thông tin khai sinh'];
const STEP_MS = 36 * 3_600_000;

/** The officials of a year full of faults: what fails is sent again with the same key until it is answered. */
export class Office {
  /** Keys of acts the service has said are done. */
  readonly acknowledged: string[] = [];
  day = '2025-01-02';
  readonly #tokens = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  async ready(): Promise<void> {
    while (
      !(await fetch(`${this.url}/readyz`)
        .then((r) => r.ok)
        .catch(() => false))
    )
      await sleep(50);
  }

  /** Day after day until the year ends, at least until `enough`. */
  async liveThrough(enough: () => boolean): Promise<void> {
    const tasks = await this.#tasksOf('justice');
    const end = Date.parse('2025-12-28T00:00:00+07:00');
    let now = Date.parse('2025-01-02T09:00:00+07:00');
    while (now < end || !enough()) {
      if (now < end) {
        now += STEP_MS;
        await this.moveTo(new Date(now).toISOString());
      }
      await Promise.all([
        ...tasks.flatMap((id) => [1, 2, 3].map((n) => this.#report(id, n))),
        ...(now < end ? [1, 2].map(() => this.#receive()) : []),
      ]);
    }
  }

  async moveTo(instant: string): Promise<void> {
    this.day = instant.slice(0, 10);
    await this.#insist(
      'admin',
      '/api/v1/demo/clock',
      { to: instant },
      randomUUID(),
      (status) => status === 200 || status === 422,
    );
  }

  async #report(taskId: string, percent: number): Promise<void> {
    const key = randomUUID();
    await this.#insist(
      'justice',
      `/api/v1/tasks/${taskId}/progress-reports`,
      { percent, text: 'Giữa cơn bão.' },
      key,
      (status) => status === 201,
    );
    this.acknowledged.push(key);
  }

  async #receive(): Promise<void> {
    const key = randomUUID();
    await this.#insist(
      'desk',
      '/api/v1/dossiers',
      {
        procedureCode: '1.004884',
        channel: 'counter',
        components: COMPONENTS.map((name) => ({ name, form: 'copy' })),
        applicant: { name: 'Trần Thị Dân', phone: '0912345678' },
        notifications: { channels: ['sms'] },
      },
      key,
      (status) => status === 201,
    );
    this.acknowledged.push(key);
  }

  async #tasksOf(username: string): Promise<string[]> {
    for (;;) {
      const token = await this.#token(username);
      const answer = await fetch(`${this.url}/api/v1/tasks?lead=me`, {
        headers: { authorization: `Bearer ${token}` },
      }).catch(() => undefined);
      const { items = [] } = answer?.ok
        ? ((await answer.json()) as { items?: { id: string; state: string }[] })
        : {};
      if (items.length > 0 && items.every(({ state }) => state !== 'planned'))
        return items.map(({ id }) => id);
      await sleep(100);
    }
  }

  async #insist(
    username: string,
    path: string,
    body: object,
    key: string,
    done: (status: number) => boolean,
  ): Promise<void> {
    for (;;) {
      const token = await this.#token(username);
      const answer = await fetch(this.url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(8_000),
      }).catch(() => undefined);
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer && done(answer.status)) return;
      if (answer && answer.status < 500 && answer.status !== 401)
        throw new Error(`${path}: ${answer.status}`);
      await sleep(60);
    }
  }

  async #token(username: string): Promise<string> {
    for (;;) {
      const known = this.#tokens.get(username);
      if (known) return known;
      const answer = await fetch(`${this.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: this.password }),
      }).catch(() => undefined);
      if (answer?.status === 201)
        this.#tokens.set(username, ((await answer.json()) as { token: string }).token);
      else await sleep(100);
    }
  }
}
