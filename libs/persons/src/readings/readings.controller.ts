import {
  Act,
  Answers,
  DayField,
  Me,
  Sends,
  begun,
  derivedId,
  formatInstant,
  isoOffset,
  languageOf,
  type Envelope,
  type Language,
  type Person,
} from '#kernel';
import { Accounts, Commands } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { TellBreach } from './breach.js';
import { ReachedPeople, type ReachedPerson } from './reached-people.js';
import { UNUSUAL, UnusualReadings, type UnusualReader } from './unusual-readings.js';
import { ReadingsUnusual } from '../persons.shapes.js';

class OfDay {
  @DayField({ description: 'Ngày · day' })
  day!: string;
}

/** Who reads whose data, for who inspects and who watches over the office (thanh tra, giám sát). */
@ApiTags('persons')
@Controller('api/v1/persons/readings')
export class ReadingsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(ReachedPeople) private readonly reached: ReachedPeople,
    @Inject(UnusualReadings) private readonly readings: UnusualReadings,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Answers(ReadingsUnusual)
  @Get('unusual')
  @ApiOperation({ summary: 'Xem dữ liệu cá nhân bất thường trong ngày · unusual readings of a day (R34)' })
  async unusual(
    @Me() { office }: Person,
    @Query() { day }: OfDay,
    @Headers('accept-language') accept?: string,
  ) {
    const [found, names] = await Promise.all([this.readings.on(office, day), this.accounts.names(office)]);
    const language = languageOf(accept);
    const items = found.map((one) => {
      const name = names.get(one.reader) ?? null;
      return { ...one, name, sentence: sentenceOf(one, name ?? one.reader, language) };
    });
    return { day, thresholds: UNUSUAL, items };
  }

  @Sends('Mỗi người một dòng · a line each', 'application/x-ndjson')
  @Post('breaches')
  @ApiOperation({
    summary: 'Dữ liệu của ai đã bị xem; mỗi người một dòng · whose data were reached, a line each (NDJSON)',
  })
  async breach(@Act() envelope: Envelope, @Body() asked: TellBreach) {
    const { office, commandId } = envelope;
    // First the trail: nobody learns unseen whom somebody read.
    await this.commands.send(TellBreach, envelope, derivedId(commandId, 'breach'), asked);
    return new StreamableFile(Readable.from(await begun(linesOf(this.reached.by(office, asked)))), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="bao-cao-vi-pham.ndjson"',
    });
  }
}

const sentenceOf = ({ people, atOnce }: UnusualReader, who: string, language: Language): string =>
  language === 'vi'
    ? `${who} đã xem dữ liệu của ${people} người trong ngày, nhiều nhất ${atOnce} người trong ${UNUSUAL.minutes} phút.`
    : `${who} read the data of ${people} people that day, at most ${atOnce} of them within ${UNUSUAL.minutes} minutes.`;

/** A line for each person, and one that says that nothing is missing. */
async function* linesOf(pages: AsyncIterable<ReachedPerson[]>): AsyncGenerator<string> {
  const total = { people: 0, readings: 0 };
  for await (const page of pages) {
    total.people += page.length;
    for (const { readings } of page) total.readings += readings;
    yield page.map((one) => `${JSON.stringify(reachedLine(one))}\n`).join('');
  }
  yield `${JSON.stringify({ complete: true, ...total })}\n`;
}

const reachedLine = ({ first, last, ...one }: ReachedPerson) => {
  const [from, to] = [formatInstant(first), formatInstant(last)];
  return {
    ...one,
    first: isoOffset(first),
    last: isoOffset(last),
    vi: `Dữ liệu bị xem ${one.readings} lần, thay đổi bằng ${one.acts.length} loại việc, từ ${from} đến ${to}.`,
    en: `Read ${one.readings} times, changed by ${one.acts.length} kinds of acts, from ${from} to ${to}.`,
  };
};
