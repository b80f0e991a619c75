import { DayField, Me, languageOf, type Language, type Person } from '#kernel';
import { Accounts } from '#organisation';
import { Controller, Get, Headers, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UNUSUAL, UnusualReadings, type UnusualReader } from './unusual-readings.js';

class OfDay {
  @DayField({ description: 'Ngày · day' })
  day!: string;
}

/** Who reads whose data, for who inspects and who watches over the office (thanh tra, giám sát). */
@ApiTags('persons')
@ApiBearerAuth()
@Controller('api/v1/persons/readings')
export class ReadingsController {
  constructor(
    @Inject(UnusualReadings) private readonly readings: UnusualReadings,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

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
}

const sentenceOf = ({ people, atOnce }: UnusualReader, who: string, language: Language): string =>
  language === 'vi'
    ? `${who} đã xem dữ liệu của ${people} người trong ngày, nhiều nhất ${atOnce} người trong ${UNUSUAL.minutes} phút.`
    : `${who} read the data of ${people} people that day, at most ${atOnce} of them within ${UNUSUAL.minutes} minutes.`;
