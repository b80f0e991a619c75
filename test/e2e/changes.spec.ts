import { setTimeout as sleep } from 'node:timers/promises';
import { heldBack } from '../support/held-back.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Told {
  event: string;
  id: string;
  data: { subject?: string; kind?: string; version?: number; position?: number; upTo?: string };
}

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
});
afterAll(() => office.close());

/** A stream of changes as a browser reads it. */
class Stream {
  readonly told: Told[] = [];
  ended = false;
  readonly #abort = new AbortController();

  static async open(url: string, token: string, lastEventId?: string): Promise<Stream> {
    const stream = new Stream();
    const answer = await fetch(`${url}/api/v1/changes`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: stream.#abort.signal,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    void stream.#read(answer).catch(() => (stream.ended = true));
    await stream.until(({ event }) => event === 'open' || event === 'reload');
    return stream;
  }

  async until(wanted: (told: Told) => boolean): Promise<Told> {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = this.told.find(wanted);
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`waited in vain; told: ${JSON.stringify(this.told)}`);
  }

  close(): void {
    this.#abort.abort();
  }

  async #read({ body }: Response): Promise<void> {
    let text = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => line.split(/:\s?(.*)/s, 2) as [string, string]),
        );
        const event = fields.get('event');
        if (event !== undefined)
          this.told.push({
            event,
            id: fields.get('id') ?? '',
            data: JSON.parse(fields.get('data') ?? '{}') as Told['data'],
          });
      }
    }
    this.ended = true;
  }
}

async function firstTask(): Promise<string> {
  const { body } = await (
    await office.as('justice')
  ).get<{ items: { id: string }[] }>('/api/v1/tasks?lead=me&limit=1');
  return body.items[0]?.id ?? '';
}

const report = async (task: string, at = 0) =>
  (
    await (
      await office.as('justice', at)
    ).post<{ position: number; version: number }>(`/api/v1/tasks/${task}/progress-reports`, {
      percent: 15,
      text: 'Đã rà soát các văn bản của HĐND và UBND xã.',
    })
  ).body;

describe('what changes is told as it changes', () => {
  it('what is done at one API is told at every other, with how far it has come', async () => {
    const task = await firstTask();
    const streams = await Promise.all(
      office.urls.map(async (url) => Stream.open(url, await office.tokenOf('chairman'))),
    );
    const { position, version } = await report(task, 1);
    for (const stream of streams) {
      const { data } = await stream.until((told) => told.data.position === position);
      expect(data).toEqual({ kind: 'task', subject: task, version, position });
      stream.close();
    }
  });

  it('what a worker does by itself is told too', async () => {
    const stream = await Stream.open(office.url, await office.tokenOf('oversight'));
    await office.moveTo('2025-04-01T09:00:00+07:00');
    await stream.until(({ event, data }) => event === 'change' && data.kind === 'task');
    stream.close();
  });

  it('who comes again is told what was changed meanwhile, once, in order', async () => {
    const task = await firstTask();
    const first = await Stream.open(office.url, await office.tokenOf('chairman'));
    const before = await report(task);
    const { id } = await first.until(({ data }) => data.position === before.position);
    first.close();
    const missed = [await report(task), await report(task, 1)];
    const again = await Stream.open(office.urls[1] ?? '', await office.tokenOf('chairman'), id);
    const after = await report(task);
    await again.until(({ data }) => data.position === after.position);
    const told = again.told.filter(({ data }) => data.subject === task).map(({ data }) => data.position);
    expect(told).toEqual([...missed, after].map(({ position }) => position));
    again.close();
  });

  it('says so when every list holds what was told, and not before', async () => {
    const task = await firstTask();
    const stream = await Stream.open(office.url, await office.tokenOf('chairman'));
    await stream.until(({ event }) => event === 'listed');
    const letGo = await heldBack(office.database.owner(), 'task');
    const { position } = await report(task);
    const { id } = await stream.until(({ data }) => data.position === position);
    await eventually(async () => {
      const { rows } = await office.database.owner().query<{ reached: boolean }>(
        `select bool_and(position >= $1) as reached from checkpoint
         where generation = 'live' and projection in ('trail', 'agenda')`,
        [position],
      );
      return rows[0]?.reached ?? false;
    });
    const isListed = ({ data }: Told) => data.upTo === id;
    expect(stream.told.some(isListed)).toBe(false);
    await letGo();
    await stream.until(isListed);
    stream.close();
  });

  it('who was away for longer than can be told is asked to read anew', async () => {
    const { rows } = await office.database
      .owner()
      .query<{ id: string }>(
        `select transaction_id || '-' || position as id from event order by transaction_id, position limit 1`,
      );
    await office.database.owner().query(
      `alter table event disable trigger event_is_final;
       insert into event overriding system value
         select office, 900000 + n, transaction_id, event_id, kind, gen_random_uuid(), 1, type, schema_version, recorded_at,
                actor, on_behalf_of, gen_random_uuid(), 0, correlation_id, causation_id, rule, meta, data, salt
         from (select * from event order by transaction_id, position limit 1) e, generate_series(1, 1001) n`,
    );
    const stream = await Stream.open(office.url, await office.tokenOf('chairman'), rows[0]?.id);
    await stream.until(({ event }) => event === 'reload');
    for (let tries = 0; tries < 100 && !stream.ended; tries += 1) await sleep(50);
    expect(stream.ended).toBe(true);
  });

  it('ends when its session does, and is nobody’s without one', async () => {
    const { token } = (await (
      await fetch(`${office.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'land', password: 'mat-khau-thu-nghiem' }),
      })
    ).json()) as { token: string };
    const stream = await Stream.open(office.url, token);
    await fetch(`${office.url}/api/v1/sessions`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    await stream.until(({ event }) => event === 'signed-out');
    const nobody = await fetch(`${office.url}/api/v1/changes`);
    expect(nobody.status).toBe(401);
  }, 60_000);

  it.each(['x', '1', '18446744073709551616-1', '1-99999999999999999', '08420510-1', "1-1'"])(
    'a place that is none (%s) is refused in words',
    async (id) => {
      const answer = await fetch(`${office.url}/api/v1/changes`, {
        headers: { authorization: `Bearer ${await office.tokenOf('chairman')}`, 'last-event-id': id },
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        400,
        'invalid_input',
      ]);
    },
  );

  it('one person holds ten at most', async () => {
    const token = await office.tokenOf('police');
    const streams: Stream[] = [];
    for (let n = 0; n < 10; n += 1) streams.push(await Stream.open(office.url, token));
    const eleventh = await fetch(`${office.url}/api/v1/changes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([eleventh.status, ((await eleventh.json()) as { code: string }).code]).toEqual([
      429,
      'too_many_streams',
    ]);
    for (const stream of streams) stream.close();
  });
});
