import { print } from '#documents';
import {
  AnswersFrom,
  CLOCK,
  DayField,
  Me,
  OneOf,
  Sends,
  dayOf,
  notFound,
  PathYear,
  type Clock,
  type Person,
} from '#kernel';
import { Organisation } from '#organisation';
import { PlanStanding, planSubject } from '#planning';
import { writeSheets } from '#sheet';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OUTPUT_TYPES, sendFile, type Reply } from '../print/output.js';
import { briefDocument, briefSheets } from './plan-brief.js';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

export class BriefOnDay {
  @DayField({ description: 'Đến hết ngày · at the end of this day', optional: true })
  day?: string;

  @OneOf({ description: 'Định dạng · format', values: FORMATS, optional: true })
  format?: (typeof FORMATS)[number];
}

/** The plan's progress as a document, for the chairman's meeting (báo cáo tiến độ phục vụ giao ban). */
@ApiTags('plans')
@Controller('api/v1/plans')
export class BriefController {
  constructor(
    @Inject(PlanStanding) private readonly standing: PlanStanding,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Sends('Báo cáo tiến độ · the brief', ...FORMATS.map((format) => OUTPUT_TYPES[format]))
  @AnswersFrom('task')
  @Get(':year/brief')
  @ApiOperation({ summary: 'Báo cáo tiến độ để giao ban · progress for the meeting, as of any day' })
  async brief(
    @Me() { office }: Person,
    @PathYear() year: number,
    @Query() { day, format = 'pdf' }: BriefOnDay,
    @Res() reply: Reply,
  ) {
    const now = this.clock.now();
    const on = day ?? dayOf(now);
    const [tasks, state] = await Promise.all([
      this.standing.onDay(office, planSubject(office, year), on),
      this.organisation.current(office),
    ]);
    if (tasks.length === 0) throw notFound();
    const brief = { year, day: on, tasks };
    const bytes =
      format === 'xlsx'
        ? await writeSheets(briefSheets(state, brief))
        : await print({ document: briefDocument(state, brief, now), format });
    sendFile(reply, `tien-do-${on}`, format, bytes);
  }
}
