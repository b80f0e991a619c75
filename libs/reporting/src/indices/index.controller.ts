import { Answers, AnswersFrom, DayField, Me, OneOf, invalidInput, type Person } from '#kernel';
import { Organisation, watchesOver } from '#organisation';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isOfAnswers } from './definitions.js';
import { IndexList } from './index.shapes.js';
import { INDEX_GROUPS, Indices, type IndexGroup, type ToldIndex } from './indices.service.js';

export class OfPeriod {
  @DayField({ description: 'Từ ngày · from' })
  from!: string;

  @DayField({ description: 'Đến hết ngày · to' })
  to!: string;

  @OneOf({ description: 'Chia theo · told apart by', values: INDEX_GROUPS, optional: true })
  by?: IndexGroup;
}

/** The targets of the plan, as a period leaves them (chỉ tiêu, chỉ số). */
@ApiTags('indices')
@Controller('api/v1/indices')
export class IndexController {
  constructor(
    @Inject(Indices) private readonly indices: Indices,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(IndexList)
  @AnswersFrom('dossier')
  @Get()
  @ApiOperation({ summary: 'Chỉ tiêu của kế hoạch trong một kỳ · the plan’s targets in a period' })
  async list(@Me() { office, personId }: Person, @Query() { from, to, by = 'none' }: OfPeriod) {
    if (to < from) throw invalidInput({ errors: [{ field: 'to', message: 'before from' }] });
    const told = await this.indices.of(office, { from, to }, by);
    const watches = watchesOver(await this.organisation.current(office), personId);
    return {
      items: told.map((one) =>
        watches || !one.index || !isOfAnswers(one.index) ? answer(one) : withheld(one),
      ),
    };
  }
}

const answer = ({ target, index, values }: ToldIndex) => ({
  ...target,
  formula: index && 'formula' in index ? index.formula : null,
  unmeasured: index && 'formula' in index ? null : (index?.unmeasured ?? UNKNOWN),
  values,
});

const withheld = (one: ToldIndex) => ({ ...answer(one), unmeasured: FOR_WATCHERS, values: [] });

const FOR_WATCHERS = {
  vi: 'Chỉ lãnh đạo, văn phòng và người giám sát xem được; kết quả từng tháng ở trang khảo sát',
  en: 'For leaders and those who watch over the office; what months came to is with the survey',
};
const UNKNOWN = {
  vi: 'Chỉ tiêu này chưa có công thức tính',
  en: 'There is no formula for this target yet',
};
