import { Answers, AnswersFrom, Me, QueryWhole, type Person } from '#kernel';
import { Organisation, watchesOver } from '#organisation';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { METHOD } from './forecast.js';
import { ForecastList } from './forecast.shapes.js';
import { Forecasts, type ToldForecast } from './forecasts.service.js';

export class OfForecastYear {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100 })
  year!: number;
}

/** How indices go through a year, and how they would end (xu hướng, dự báo cuối năm). */
@ApiTags('indices')
@Controller('api/v1/indices/forecast')
export class ForecastController {
  constructor(
    @Inject(Forecasts) private readonly forecasts: Forecasts,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(ForecastList)
  @AnswersFrom('dossier', 'feedback')
  @Get()
  @ApiOperation({ summary: 'Xu hướng và dự báo cuối năm · trend, and the year’s end by one stated method' })
  async show(@Me() { office, personId }: Person, @Query() { year }: OfForecastYear) {
    const told = await this.forecasts.of(office, year);
    const watches = watchesOver(await this.organisation.current(office), personId);
    return { year, method: METHOD, items: told.filter((one) => watches || !one.ofAnswers).map(answer) };
  }
}

const answer = ({ months, ofAnswers: _of, ...told }: ToldForecast) => ({
  ...told,
  months: months.map(({ month, part, whole }) => ({
    ...{ month, part, whole },
    percent: whole === 0 ? null : Math.floor((10_000 * part) / whole) / 100,
  })),
});
