import { SERVICE_DOSSIERS, type ServiceDossiers } from '#dossiers';
import { FEEDBACK_COUNTS, type FeedbackCount } from '#feedback';
import {
  Answers,
  AnswersFrom,
  Coded,
  Me,
  Page,
  invalidInput,
  isoOffset,
  notFound,
  pathParam,
  refusal,
  type Person,
} from '#kernel';
import { Organisation, watchesOver } from '#organisation';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { behindOf, serviceAnswer, withoutAnswers } from './service-answer.js';
import {
  ServiceDossiersBehind,
  ServiceFeedbackBehind,
  ServiceIndexAnswer,
  ServiceProceduresBehind,
} from './service-index.shapes.js';
import { ServiceIndex } from './service-index.js';
import { SERVICE_PERIOD, periodOf } from './periods.js';
import { ANSWERS, PROCEDURE_FIGURES, type ProcedureFigure } from './part.js';
import { SERVICE_SET } from './set.js';

export const answersWithheld = refusal(
  'answers_withheld',
  403,
  { vi: 'Không cho xem ai đã trả lời gì', en: 'Who said what is not shown' },
  {
    vi: 'Chỉ lãnh đạo, văn phòng và người giám sát xem được; kết quả từng tháng ở trang khảo sát.',
    en: 'Only leaders and those who watch over the office see it; what months came to is with the survey.',
  },
);

const PERIOD = { description: 'Tháng, quý hoặc năm: 2025-03, 2025-Q1, 2025 · month, quarter or year' };

export class OfServicePeriod {
  @Coded({ ...PERIOD, pattern: SERVICE_PERIOD, max: 7 })
  period!: string;
}

export class BehindServiceFigure extends Page {
  @Coded({ ...PERIOD, pattern: SERVICE_PERIOD, max: 7 })
  period!: string;
}

const Figure = (figures: readonly string[]) =>
  pathParam('figure', 'Số liệu · figure', { enum: [...figures] });
const isProcedures = (name: string): name is ProcedureFigure => PROCEDURE_FIGURES.some((one) => one === name);
const isDossiers = (name: string): name is ServiceDossiers => SERVICE_DOSSIERS.some((one) => one === name);
const isFeedback = (name: string): name is FeedbackCount => FEEDBACK_COUNTS.some((one) => one === name);

/** Set 766: how the office serves people and businesses (Bộ chỉ số phục vụ người dân, doanh nghiệp). */
@ApiTags('indices')
@Controller('api/v1/indices/service')
export class ServiceIndexController {
  constructor(
    @Inject(ServiceIndex) private readonly index: ServiceIndex,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(ServiceIndexAnswer)
  @AnswersFrom('dossier', 'feedback')
  @Get()
  @ApiOperation({ summary: 'Bộ chỉ số 766 của một kỳ · set 766 in a period' })
  async show(@Me() me: Person, @Query() { period: asked }: OfServicePeriod) {
    const period = known(asked);
    const told = await this.index.of(me.office, period);
    return serviceAnswer(period, (await this.#watches(me)) ? told : withoutAnswers(told));
  }

  @Answers(ServiceDossiersBehind)
  @AnswersFrom('dossier', 'feedback')
  @Get('dossiers/:figure')
  @ApiOperation({ summary: 'Hồ sơ đứng sau một số liệu · the dossiers behind a figure' })
  async dossiersBehind(
    @Me() me: Person,
    @Figure(SERVICE_DOSSIERS) figure: string,
    @Query() { period, ...page }: BehindServiceFigure,
  ) {
    if (!isDossiers(figure)) throw notFound();
    if (figure === ANSWERS && !(await this.#watches(me))) throw answersWithheld();
    const { items, nextCursor } = await this.index.dossiersBehind(me.office, known(period), figure, page);
    return { items: items.map(behindOf), nextCursor };
  }

  @Answers(ServiceProceduresBehind)
  @AnswersFrom('dossier')
  @Get('procedures/:figure')
  @ApiOperation({ summary: 'Thủ tục đứng sau một số liệu · the procedures behind a figure' })
  async proceduresBehind(
    @Me() { office }: Person,
    @Figure(PROCEDURE_FIGURES) figure: string,
    @Query() { period }: OfServicePeriod,
  ) {
    if (!isProcedures(figure)) throw notFound();
    return { items: await this.index.proceduresBehind(office, known(period), figure) };
  }

  @Answers(ServiceFeedbackBehind)
  @AnswersFrom('feedback')
  @Get('feedback/:figure')
  @ApiOperation({ summary: 'Phản ánh đứng sau một số liệu · the feedback behind a figure' })
  async feedbackBehind(
    @Me() { office }: Person,
    @Figure(FEEDBACK_COUNTS) figure: string,
    @Query() { period, ...page }: BehindServiceFigure,
  ) {
    if (!isFeedback(figure)) throw notFound();
    const { items, nextCursor } = await this.index.feedbackBehind(office, known(period), figure, page);
    return {
      items: items.map(({ receivedAt, ...one }) => ({ ...one, receivedAt: isoOffset(receivedAt) })),
      nextCursor,
    };
  }

  async #watches({ office, personId }: Person): Promise<boolean> {
    return watchesOver(await this.organisation.current(office), personId);
  }
}

/** Refuses a year in which the set did not hold. */
function known(asked: string) {
  const { from, to } = SERVICE_SET.years;
  const year = Number(asked.slice(0, 4));
  if (year < from || (to !== null && year > to))
    throw invalidInput({
      errors: [{ field: 'period', message: `set ${SERVICE_SET.code} holds from ${from}` }],
    });
  return periodOf(asked);
}
