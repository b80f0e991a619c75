import { Get, HttpCode, Post } from '@nestjs/common';
import { Answers } from './answers.js';
import * as is from './shape.js';

const Seat = is.object({ row: is.whole(1, 40), taken: is.flag });
const answersOf = (handler: object): unknown => Reflect.getMetadata('swagger/apiResponse', handler);

class Seats {
  @Answers(Seat)
  @Get()
  one() {
    return { row: 1, taken: true };
  }

  @Answers(Seat)
  @Post()
  async made() {
    return { row: 1, taken: true };
  }

  @Answers(Seat)
  @Post('found')
  @HttpCode(200)
  found() {
    return { row: 1, taken: true };
  }

  // @ts-expect-error a handler that answers otherwise does not compile
  @Answers(Seat)
  @Get('wrong')
  wrong() {
    return { row: 'A', taken: true };
  }
}

it('a shape stands under the status that the route answers with', () => {
  const { one, made, found } = Seats.prototype;
  expect([one, made, found].map((handler) => Object.keys(answersOf(handler) as object))).toEqual([
    ['200'],
    ['201'],
    ['200'],
  ]);
});

it('below its route a shape would not know the status, and says so', () => {
  const misplaced = () => {
    class Misplaced {
      @Get()
      @Answers(Seat)
      one() {
        return { row: 1, taken: false };
      }
    }
    return Misplaced;
  };
  expect(misplaced).toThrow('above the route');
});

it('two shapes under one name are refused: one would hide the other', () => {
  is.named('OnlyOnce', { row: is.count });
  expect(() => is.named('OnlyOnce', { taken: is.flag })).toThrow('OnlyOnce');
});
