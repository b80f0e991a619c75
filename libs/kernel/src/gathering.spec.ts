import { Gathering } from './index.js';

const asked: string[][] = [];
const lengths = new Gathering<string, number>((keys) => {
  asked.push(keys);
  if (keys.includes('bad')) return Promise.reject(new Error('bad'));
  return Promise.resolve(new Map(keys.filter((key) => key !== '').map((key) => [key, key.length])));
}, 3);
beforeEach(() => asked.splice(0));

it('asks at once for the first, and together for those who come meanwhile', async () => {
  const answers = await Promise.all(['a', 'bb', 'bb', ''].map((key) => lengths.get(key)));
  expect(answers).toEqual([1, 2, 2, undefined]);
  expect(asked).toEqual([['a'], ['bb', '']]);
  expect(await lengths.get('ccc')).toBe(3);
  expect(lengths.idle).toBe(true);
});

it('puts no more into a question than it may hold, and a failed one fails its own askers alone', async () => {
  const keys = ['a', 'b', 'c', 'bad', 'd', 'e'];
  const answers = await Promise.allSettled(keys.map((key) => lengths.get(key)));
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(asked).toEqual([['a'], ['b', 'c', 'bad'], ['d', 'e']]);
});
