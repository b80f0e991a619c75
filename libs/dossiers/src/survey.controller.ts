import { Answers, AnswersFrom, CLOCK, DayField, Me, dayOf, type Clock, type Person } from '#kernel';
import { Organisation, PathOffice, watchesOver } from '#organisation';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SurveyQueries } from './read/survey.queries.js';
import { surveyAnswer } from './survey-answer.js';
import { SurveyAsked, SurveyResults } from './survey.shapes.js';
import { questionnaireOn } from './survey/questionnaire.js';
import { wholeMonths, type SurveyedTime } from './survey/surveyed-time.js';

/** Of which time; the year so far where nothing is said. */
export class OfSurveyedTime {
  @DayField({ description: 'Từ ngày · from', optional: true })
  from?: string;

  @DayField({ description: 'Đến hết ngày · to the end of', optional: true })
  to?: string;
}

/** The survey of those who were served (khảo sát mức độ hài lòng): what is asked, and what was answered. */
@ApiTags('survey')
@Controller()
export class SurveyController {
  constructor(
    @Inject(SurveyQueries) private readonly queries: SurveyQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(SurveyAsked)
  @Get('public/:office/survey')
  @ApiOperation({ summary: 'Câu hỏi khảo sát · what is asked' })
  asked(@PathOffice() _office: string) {
    const { code, questions, source } = questionnaireOn(dayOf(this.clock.now()));
    return { code, source, questions: [...questions] };
  }

  @Answers(SurveyResults)
  @AnswersFrom('dossier')
  @Get('api/v1/survey')
  @ApiOperation({ summary: 'Kết quả khảo sát hài lòng · what was answered, and by how many' })
  async results(@Me() { office, personId }: Person, @Query() asked: OfSurveyedTime) {
    const today = dayOf(this.clock.now());
    const { from = `${today.slice(0, 4)}-01-01`, to = today } = asked;
    const time: SurveyedTime = watchesOver(await this.organisation.current(office), personId)
      ? { from, to, told: 'whole' }
      : wholeMonths({ from, to }, today);
    const [turnout, results] = await Promise.all([
      this.queries.turnout(office, time),
      this.queries.byQuestion(office, time),
    ]);
    return surveyAnswer(time, turnout, results);
  }
}
