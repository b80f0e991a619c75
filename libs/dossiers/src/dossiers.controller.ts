import { ActDone } from '#event-store';
import {
  AnswersVersioned,
  Answers,
  AnswersFrom,
  Act,
  Me,
  POOL,
  PathId,
  beingMended,
  derivedId,
  notFound,
  type Committed,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, Organisation, actsAnswer, watchesOver } from '#organisation';
import { ForPurpose, Persons } from '#persons';
import { requireReached } from '#projection';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Appended } from '#event-store';
import type { Pool } from 'pg';
import { registrationAtDesk } from './reception.controller.js';
import * as ending from './dossier/ending.js';
import * as fee from './dossier/fee.js';
import * as interruptions from './dossier/interruptions.js';
import * as supplement from './dossier/supplement.js';
import { GiveApology } from './dossier/lateness.js';
import { heldOf, mayHoldMore } from './read/component-projection.js';
import { RefuseDossier } from './dossier/reception.js';
import { RefundFee } from './dossier/refunds.js';
import * as steps from './dossier/steps.js';
import { dossierAnswer, listAnswer } from './dossiers.answers.js';
import { Dossiers } from './dossiers.service.js';
import { ListDossiers, Period } from './read/dossier-filters.js';
import { DossierQueries } from './read/dossiers.queries.js';
import { DossierWords, type Telling } from './words.js';
import { componentHeld } from './dossier/dossier.refusals.js';
import { Dossier, DossierFigures, DossierPage, WordsOnDossier } from './dossiers.shapes.js';

/** Citizens' dossiers at the one-stop desk and on their way (hồ sơ thủ tục hành chính). */
@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class DossiersController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(DossierWords) private readonly words: DossierWords,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Answers(DossierPage)
  @AnswersFrom('dossier')
  @Get()
  @ApiOperation({ summary: 'Danh sách hồ sơ · list dossiers' })
  async list(@Me() { office, personId }: Person, @Query() filter: ListDossiers) {
    await requireReached(this.pool, office, 'dossier', filter.position);
    const { rows, nextCursor } = await this.queries.list(office, personId, filter);
    const pauses = await this.dossiers.pausesOf(office, rows);
    const left = await this.dossiers.leftTo(office, rows);
    const items = rows.map((row, i) => listAnswer(row, left[i] ?? null, pauses.get(row.id) ?? null));
    return { items, nextCursor };
  }

  @Answers(DossierFigures)
  @AnswersFrom('dossier')
  @Get('figures')
  @ApiOperation({ summary: 'Số liệu trong kỳ · figures of a period' })
  async figures(@Me() { office, personId }: Person, @Query() period: Period) {
    const figures = await this.queries.figures(office, period);
    // Of a day with one result it would be what one person said (R34).
    const watches = watchesOver(await this.organisation.current(office), personId);
    return watches ? figures : { ...figures, satisfiedPercent: null };
  }

  @AnswersVersioned(Dossier)
  @Get(':id')
  @ApiOperation({ summary: 'Một hồ sơ · one dossier' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.dossiers.load(office, id);
    if (state.status === 'none') throw notFound();
    reply.header('etag', `"${version}"`);
    return {
      id,
      version,
      ...dossierAnswer(state, await this.dossiers.clockOf(office, state), this.dossiers.now()),
    };
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone('dossier', { envelope, subject }), accept);
  }

  @Answers(ActDone)
  @Post(':id/refusal')
  @ApiOperation({ summary: 'Từ chối tiếp nhận · refuse a submission' })
  refuse(@Act() act: Envelope, @PathId() id: string, @Body() command: RefuseDossier) {
    return this.commands.send(RefuseDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/hand-overs')
  @ApiOperation({ summary: 'Chuyển bước · hand over (R20)' })
  handOver(@Act() act: Envelope, @PathId() id: string, @Body() { note, ...receiver }: steps.HandOver) {
    return this.#saying(act, id, 'StepHandedOver', note, steps.HandOverStep, receiver);
  }

  @Answers(ActDone)
  @Post(':id/acceptances')
  @ApiOperation({ summary: 'Nhận bước · accept a hand-over (R20)' })
  accept(@Act() act: Envelope, @PathId() id: string) {
    return this.commands.send(steps.AcceptStep, act, id, {});
  }

  @Answers(ActDone)
  @Post(':id/declinations')
  @ApiOperation({ summary: 'Không nhận bước · decline a hand-over' })
  decline(@Act() act: Envelope, @PathId() id: string, @Body() command: steps.DeclineStep) {
    return this.commands.send(steps.DeclineStep, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/supplement-requests')
  @ApiOperation({ summary: 'Yêu cầu bổ sung, một lần · ask for a supplement (R12, R13)' })
  async requestSupplement(
    @Act() act: Envelope,
    @PathId() id: string,
    @Body() command: supplement.RequestSupplement,
  ) {
    await this.#requireNotHeld(act.office, id, command.components);
    return this.commands.send(supplement.RequestSupplement, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/pauses')
  @ApiOperation({ summary: 'Tạm dừng · pause (R14)' })
  pause(@Act() act: Envelope, @PathId() id: string, @Body() command: interruptions.PauseDossier) {
    return this.commands.send(interruptions.PauseDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/resumption')
  @ApiOperation({ summary: 'Tiếp tục giải quyết · resume (R14)' })
  resume(@Act() act: Envelope, @PathId() id: string, @Body() command: interruptions.ResumeDossier) {
    return this.commands.send(interruptions.ResumeDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/rejection')
  @ApiOperation({ summary: 'Trả hồ sơ không giải quyết · reject' })
  reject(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.RejectDossier) {
    return this.commands.send(ending.RejectDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/withdrawal')
  @ApiOperation({ summary: 'Rút hồ sơ · withdraw' })
  withdraw(@Act() act: Envelope, @PathId() id: string, @Body() { reason }: ending.Withdrawal) {
    return this.#saying(act, id, 'DossierWithdrawn', reason, ending.WithdrawDossier, {});
  }

  @Answers(ActDone)
  @Post(':id/stop')
  @ApiOperation({ summary: 'Dừng giải quyết theo luật · stop by law' })
  stop(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.StopDossier) {
    return this.commands.send(ending.StopDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/payments')
  @ApiOperation({ summary: 'Thu phí, lệ phí · take the fee (R23)' })
  pay(@Act() act: Envelope, @PathId() id: string, @Body() command: fee.PayFee) {
    return this.commands.send(fee.PayFee, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/refunds')
  @ApiOperation({
    summary: 'Ghi nhận đã hoàn trả tiền nộp thừa · money that came twice was given back (R23)',
  })
  refund(@Act() act: Envelope, @PathId() id: string, @Body() command: RefundFee) {
    return this.commands.send(RefundFee, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/exemptions')
  @ApiOperation({ summary: 'Miễn phí, lệ phí · waive the fee (R23)' })
  exempt(@Act() act: Envelope, @PathId() id: string, @Body() { reason, ...ground }: fee.Exemption) {
    return this.#saying(act, id, 'FeeExempted', reason, fee.ExemptFee, ground);
  }

  @Answers(ActDone)
  @Post(':id/extension')
  @ApiOperation({ summary: 'Thêm thời hạn xác minh theo luật · more time, by the procedure’s own law' })
  extend(@Act() act: Envelope, @PathId() id: string, @Body() command: interruptions.ExtendDossier) {
    return this.commands.send(interruptions.ExtendDossier, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/return')
  @ApiOperation({ summary: 'Trả kết quả · return the result (R18)' })
  async returnResult(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.ReturnResult) {
    const takenBy = derivedId(act.commandId, 'taker');
    const name = { name: command.takenBy };
    const taker = await registrationAtDesk(this.organisation, this.persons, act, takenBy, name);
    const before = taker && [taker.decision];
    return this.commands.send(ending.ReturnResult, act, id, { ...command, takenBy }, undefined, before);
  }

  @Answers(ActDone)
  @Post(':id/apologies')
  @ApiOperation({ summary: 'Xin lỗi, hẹn lại · apologise, re-appoint once (R15, R17)' })
  apologise(@Act() act: Envelope, @PathId() id: string, @Body() command: GiveApology) {
    return this.commands.send(GiveApology, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/contacts')
  @ApiOperation({ summary: 'Ghi liên hệ với công dân · log a contact' })
  contact(@Act() act: Envelope, @PathId() id: string, @Body() { way, text }: ending.Contact) {
    return this.#saying(act, id, 'ContactLogged', text, ending.LogContact, { way });
  }

  @Answers(WordsOnDossier)
  @Get(':id/words')
  @ApiOperation({
    summary: 'Lời công dân về hồ sơ, có ghi mục đích · what its applicant said about it, for a purpose (R34)',
  })
  async said(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Query() { purpose }: ForPurpose,
  ) {
    return { items: await this.words.of(office, id, { actor, purpose }) };
  }

  /** An act that brings words of the applicant's or of them, where it does. */
  async #saying<C extends Committed>(
    act: Envelope,
    id: string,
    type: Telling,
    text: string | undefined,
    command: Type<C>,
    fields: NoInfer<C>,
  ): Promise<Appended> {
    if (text === undefined) return this.commands.send(command, act, id, fields);
    const { state } = await this.dossiers.load(act.office, id);
    if (state.status === 'none') throw notFound();
    const { envelope, committed } = await this.words.entrust(act, type, state.applicantId, text);
    return this.commands.send(command, envelope, id, { ...fields, ...committed });
  }

  /** Nobody is asked for what the office holds digitised, where the procedure lets it be used again. */
  async #requireNotHeld(office: string, dossierId: string, components: string[]): Promise<void> {
    const { state } = await this.dossiers.load(office, dossierId);
    if (!state.work || state.applicantId === null) return;
    const again = new Set(state.work.procedure.reusable ?? []);
    if (!components.some((name) => again.has(name))) return;
    const held = new Set((await heldOf(this.pool, office, state.applicantId)).map(({ name }) => name));
    const name = components.find((one) => again.has(one) && held.has(one));
    if (name !== undefined) throw componentHeld({ name });
    if (await mayHoldMore(this.pool, office, state.applicantId)) throw beingMended();
  }
}
