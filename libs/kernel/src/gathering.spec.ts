import { Gathering } from './index.js';

const asked: [string, string[]][] = [];
const lengths = new Gathering<string, number>((office, keys) => {
  asked.push([office, keys]);
  if (keys.includes('bad')) return Promise.reject(new Error('bad'));
  return Promise.resolve(new Map(keys.filter((key) => key !== '').map((key) => [key, key.length])));
}, 3);
beforeEach(() => asked.splice(0));

it('asks at once for the first, and together for those who come meanwhile', async () => {
  const answers = await Promise.all(['a', 'bb', 'bb', ''].map((key) => lengths.get('x', key)));
  expect(answers).toEqual([1, 2, 2, undefined]);
  expect(asked).toEqual([
    ['x', ['a']],
    ['x', ['bb', '']],
  ]);
  expect(await lengths.get('x', 'ccc')).toBe(3);
});

it('puts no more into a question than it may hold, and a failed one fails its own askers alone', async () => {
  const keys = ['a', 'b', 'c', 'bad', 'd', 'e'];
  const answers = await Promise.allSettled(keys.map((key) => lengths.get('x', key)));
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(asked).toEqual([
    ['x', ['a']],
    ['x', ['b', 'c', 'bad']],
    ['x', ['d', 'e']],
  ]);
});

it('asks for each office apart', async () => {
  await Promise.all([lengths.get('x', 'a'), lengths.get('y', 'a'), lengths.get('x', 'b')]);
  expect(asked).toEqual([
    ['x', ['a']],
    ['y', ['a']],
    ['x', ['b']],
  ]);
});
