import { print } from '#documents';
import { ActDone } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  CLOCK,
  Me,
  PathId,
  Sends,
  notFound,
  type Clock,
  type Envelope,
  type Person,
} from '#kernel';
import { Accounts, Acts, Commands, Organisation, actsAnswer } from '#organisation';
import { writeSheets } from '#sheet';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OUTPUT_TYPES, sendFile, type OutputFormat, type Reply } from './print/output.js';
import { reportCsv, reportDocument, reportSheets } from './print/report-document.js';
import * as deciding from './report/deciding.js';
import { WriteReportSection } from './report/drafting.js';
import { ReadReport, RecordReportReceipt } from './report/receipts.js';
import {
  behindAnswer,
  listedAnswer,
  proceduresBehindAnswer,
  tasksBehindAnswer,
  wholeAnswer,
} from './report-answer.js';
import { CountedDossiers, CountedProcedures, CountedTasks, Report, ReportList } from './reporting.shapes.js';
import {
  OfYear,
  ReportFormat,
  CountedBehind,
  CountedTasksBehind,
  CountedProceduresBehind,
  Submitted,
  isColumn,
  Column,
  isProcedureColumn,
  ProcedureColumnInPath,
  isStandingColumn,
  StandingColumnInPath,
} from './report.parameters.js';
import { Reports } from './reports.service.js';

/** Periodic reports (báo cáo định kỳ). */
@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Reports) private readonly reports: Reports,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(ReportList)
  @Get()
  @ApiOperation({ summary: 'Báo cáo định kỳ của một năm · the periodic reports of a year' })
  async list(@Me() { office }: Person, @Query() { year = this.reports.thisYear() }: OfYear) {
    const now = this.clock.now();
    return { items: (await this.reports.ofYear(office, year)).map((one) => listedAnswer(one, now)) };
  }

  @AnswersVersioned(Report)
  @Get(':id')
  @ApiOperation({ summary: 'Một báo cáo: lời văn, số liệu · one: what is written, what is counted (R29)' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const loaded = await this.reports.one(office, id);
    reply.header('etag', `"${loaded.version}"`);
    const [counted, names] = await Promise.all([
      this.reports.counted(office, loaded.state),
      this.accounts.names(office),
    ]);
    return wholeAnswer(loaded, counted, names, this.clock.now());
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone('report', { envelope, subject }), accept);
  }

  @Answers(CountedDossiers)
  @AnswersFrom('dossier_history')
  @Get(':id/figures/:column')
  @ApiOperation({ summary: 'Hồ sơ đứng sau một số liệu · the dossiers behind a figure (R29)' })
  async behind(
    @Me() { office }: Person,
    @PathId() id: string,
    @Column() column: string,
    @Query() filter: CountedBehind,
  ) {
    if (!isColumn(column)) throw notFound();
    return behindAnswer(await this.reports.behind(office, id, column, filter));
  }

  @Answers(CountedTasks)
  @Get(':id/plan-figures/:column')
  @ApiOperation({ summary: 'Nhiệm vụ đứng sau một số liệu · the tasks behind a figure (R29)' })
  async tasksBehind(
    @Me() { office }: Person,
    @PathId() id: string,
    @StandingColumnInPath() column: string,
    @Query() filter: CountedTasksBehind,
  ) {
    if (!isStandingColumn(column)) throw notFound();
    return tasksBehindAnswer(await this.reports.tasksBehind(office, id, column, filter));
  }

  @Answers(CountedProcedures)
  @Get(':id/procedure-figures/:column')
  @ApiOperation({ summary: 'Thủ tục đứng sau một số liệu · the procedures behind a figure (R29)' })
  async proceduresBehind(
    @Me() { office }: Person,
    @PathId() id: string,
    @ProcedureColumnInPath() column: string,
    @Query() filter: CountedProceduresBehind,
  ) {
    if (!isProcedureColumn(column)) throw notFound();
    return proceduresBehindAnswer(await this.reports.proceduresBehind(office, id, column, filter));
  }

  @Sends('Báo cáo · the report', ...Object.values(OUTPUT_TYPES))
  @Get(':id/output')
  @ApiOperation({ summary: 'Xuất báo cáo · the report as a file' })
  async output(
    @Me() { office }: Person,
    @PathId() id: string,
    @Query() { format = 'pdf' }: ReportFormat,
    @Res() reply: Reply,
  ) {
    sendFile(reply, 'bao-cao', format, await this.#written(office, id, format));
  }

  @Answers(ActDone)
  @Post(':id/sections')
  @ApiOperation({ summary: 'Viết một mục · write a section, on the version that was seen (R36)' })
  write(@Act() act: Envelope, @PathId() id: string, @Body() command: WriteReportSection) {
    return this.commands.send(WriteReportSection, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/submission')
  @ApiOperation({ summary: 'Trình báo cáo, chốt số liệu · hand in, figures frozen (R29, R30)' })
  submit(@Act() act: Envelope, @PathId() id: string, @Body() { provisional }: Submitted) {
    return this.reports.submit(act, id, provisional);
  }

  @Answers(ActDone)
  @Post(':id/return')
  @ApiOperation({ summary: 'Trả lại · return' })
  giveBack(@Act() act: Envelope, @PathId() id: string, @Body() command: deciding.ReturnReport) {
    return this.reports.giveBack(act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/acceptance')
  @ApiOperation({ summary: 'Duyệt · accept (R3)' })
  accept(@Act() act: Envelope, @PathId() id: string, @Body() command: deciding.AcceptReport) {
    return this.commands.send(deciding.AcceptReport, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/sending')
  @ApiOperation({ summary: 'Gửi, cấp số · send, under a number of its own (R33)' })
  dispatch(@Act() act: Envelope, @PathId() id: string, @Body() command: deciding.SendReport) {
    return this.commands.send(deciding.SendReport, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/receipts')
  @ApiOperation({ summary: 'Ghi nhận nơi nhận đã nhận · note that a recipient has it' })
  received(@Act() act: Envelope, @PathId() id: string, @Body() command: RecordReportReceipt) {
    return this.commands.send(RecordReportReceipt, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/readings')
  @ApiOperation({ summary: 'Bộ phận nhận đã mở báo cáo · a unit that got it has opened it' })
  read(@Act() act: Envelope, @PathId() id: string) {
    return this.commands.send(ReadReport, act, id, {});
  }

  async #written(office: string, id: string, format: OutputFormat): Promise<Buffer | string> {
    const [{ state }, standing] = await Promise.all([
      this.reports.one(office, id),
      this.organisation.current(office),
    ]);
    const counted = await this.reports.counted(office, state);
    switch (format) {
      case 'csv':
        return reportCsv(state, counted);
      case 'xlsx':
        return writeSheets(reportSheets(standing, state, counted));
      case 'docx':
      case 'pdf':
        return print({ document: reportDocument(standing, state, counted, this.clock.now()), format });
    }
  }
}
