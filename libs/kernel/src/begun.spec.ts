import { begun } from './begun.js';

const all = async <T>(parts: AsyncIterable<T>): Promise<T[]> => {
  const got: T[] = [];
  for await (const part of parts) got.push(part);
  return got;
};

it('what was begun goes on from its first part', async () => {
  async function* parts() {
    yield* [1, 2, 3];
  }
  expect(await all(await begun(parts()))).toEqual([1, 2, 3]);
});

it('what refuses to begin refuses before there is an answer', async () => {
  const parts = (async function* () {
    yield await Promise.reject<number>(new Error('invalid_input'));
  })();
  await expect(begun(parts)).rejects.toThrow('invalid_input');
});

it('who stops reading ends it', async () => {
  let ended = false;
  async function* parts() {
    try {
      yield* [1, 2, 3];
    } finally {
      ended = true;
    }
  }
  for await (const _ of await begun(parts())) break;
  expect(ended).toBe(true);
});
