import { Answers, AnswersFrom, Me, QueryWhole, type Person } from '#kernel';
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
  constructor(@Inject(Forecasts) private readonly forecasts: Forecasts) {}

  @Answers(ForecastList)
  @AnswersFrom('dossier', 'feedback')
  @Get()
  @ApiOperation({ summary: 'Xu hướng và dự báo cuối năm · trend, and the year’s end by one stated method' })
  async show(@Me() { office }: Person, @Query() { year }: OfForecastYear) {
    return { year, method: METHOD, items: (await this.forecasts.of(office, year)).map(answer) };
  }
}

const answer = ({ months, ...told }: ToldForecast) => ({
  ...told,
  months: months.map(({ month, part, whole }) => ({
    ...{ month, part, whole },
    percent: whole === 0 ? null : Math.floor((10_000 * part) / whole) / 100,
  })),
});
