import { InTurn, outOf } from './in-turn.js';

let waiting: string[];
const inTurn = () =>
  new InTurn(
    async (after, limit) =>
      outOf(
        waiting.map((office) => ({ office })),
        after,
        limit,
      ),
    3,
  );
const namesOf = (found: { office: string }[]) => found.map(({ office }) => office).join('');

describe('offices that wait', () => {
  it('are all found in each look where they are few', async () => {
    waiting = ['a', 'b'];
    const turns = inTurn();
    expect([namesOf(await turns.next()), namesOf(await turns.next())]).toEqual(['ab', 'ab']);
  });

  it('are found so many a look where they are many, and each comes to its turn', async () => {
    waiting = ['a', 'b', 'c', 'd', 'e'];
    const turns = inTurn();
    const looks = [];
    for (let look = 0; look < 4; look += 1) looks.push(namesOf(await turns.next()));
    expect(looks).toEqual(['abc', 'dea', 'bcd', 'eab']);
  });

  it('are found once a look, and from the first where nothing comes after the last', async () => {
    waiting = ['a', 'b', 'c'];
    const turns = inTurn();
    expect([namesOf(await turns.next()), namesOf(await turns.next())]).toEqual(['abc', 'abc']);
    waiting = [];
    expect(await turns.next()).toEqual([]);
  });
});
