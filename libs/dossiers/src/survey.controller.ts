import { Answers, AnswersFrom, CLOCK, DayField, Me, dayOf, type Clock, type Person } from '#kernel';
import { PathOffice } from '#organisation';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SurveyQueries } from './read/survey.queries.js';
import { surveyAnswer } from './survey-answer.js';
import { SurveyAsked, SurveyResults } from './survey.shapes.js';
import { questionnaireOn } from './survey/questionnaire.js';

/** Of which time; the year so far where nothing is said. */
export class SurveyedTime {
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
  async results(@Me() { office }: Person, @Query() { from, to }: SurveyedTime) {
    const today = dayOf(this.clock.now());
    const time = { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today };
    const [turnout, results] = await Promise.all([
      this.queries.turnout(office, time),
      this.queries.byQuestion(office, time),
    ]);
    return surveyAnswer(time, turnout, results);
  }
}
