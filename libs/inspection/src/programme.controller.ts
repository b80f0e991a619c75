import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  Me,
  noneYet,
  notFound,
  orNoneYet,
  PathYear,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, Organisation, actsAnswer } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { programmeAnswer } from './inspection-answer.js';
import { InspectionProgramme } from './inspection.shapes.js';
import {
  AmendInspectionProgramme,
  ApproveInspectionProgramme,
  PlanInspections,
} from './programme/programme.acts.js';
import { programme, programmeSubject } from './programme/programme.js';

const [FIRST, LAST] = [2020, 2100];

/** A year's programme of inspections (kế hoạch kiểm tra năm). */
@ApiTags('inspections')
@Controller('api/v1/inspection-programmes')
export class ProgrammeController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(orNoneYet(InspectionProgramme))
  @Get(':year')
  @ApiOperation({ summary: 'Kế hoạch kiểm tra của một năm · a year’s programme' })
  async show(@Me() { office }: Person, @PathYear() year: number) {
    const id = programmeSubject(office, year);
    const [{ state, version }, standing] = await Promise.all([
      this.aggregates.load(programme, office, id),
      this.organisation.current(office),
    ]);
    if (state.status === 'none') return noneYet(year);
    return programmeAnswer(id, version, state, standing);
  }

  @Answers(Acts)
  @Get(':year/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathYear() year: number,
    @Headers('accept-language') accept?: string,
  ) {
    const subject = programmeSubject(envelope.office, year);
    return actsAnswer(await this.commands.mayBeDone(programme.kind, { envelope, subject }), accept);
  }

  @Answers(ActDone)
  @Post(':year')
  @ApiOperation({ summary: 'Lập kế hoạch kiểm tra năm · draw up the programme' })
  plan(@Act() act: Envelope, @PathYear() year: number, @Body() command: PlanInspections) {
    if (year < FIRST || year > LAST) throw notFound();
    const subject = programmeSubject(act.office, year);
    return this.commands.send(PlanInspections, act, subject, command, String(year));
  }

  @Answers(ActDone)
  @Post(':year/approval')
  @ApiOperation({ summary: 'Phê duyệt kế hoạch kiểm tra · approve it' })
  approve(@Act() act: Envelope, @PathYear() year: number, @Body() command: ApproveInspectionProgramme) {
    const subject = programmeSubject(act.office, year);
    return this.commands.send(ApproveInspectionProgramme, act, subject, command);
  }

  @Answers(ActDone)
  @Post(':year/amendments')
  @ApiOperation({ summary: 'Điều chỉnh kế hoạch kiểm tra theo văn bản · amend it by a document' })
  amend(@Act() act: Envelope, @PathYear() year: number, @Body() command: AmendInspectionProgramme) {
    const subject = programmeSubject(act.office, year);
    return this.commands.send(AmendInspectionProgramme, act, subject, command);
  }
}
