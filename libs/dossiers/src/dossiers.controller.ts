import {
  Act,
  Id,
  Me,
  POOL,
  PathId,
  derivedId,
  isoOffset,
  notFound,
  unavailable,
  type Envelope,
  type Person,
} from '#kernel';
import { Organisation } from '#organisation';
import { ChooseChannels, PersonFacts, Persons, factsOf } from '#persons';
import { waitForPosition } from '#projection';
import { Secrets } from '#vault';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { Pool } from 'pg';
import * as ending from './dossier/ending.js';
import { isDesk } from './dossier/guards.js';
import * as interruptions from './dossier/interruptions.js';
import { GiveApology, giveApology } from './dossier/lateness.js';
import { ReceiveDossier, RefuseDossier, refuseDossier } from './dossier/reception.js';
import * as steps from './dossier/steps.js';
import { dossierAnswer, listAnswer } from './dossiers.answers.js';
import { Dossiers, type DecideDossier } from './dossiers.service.js';
import { Receptions } from './receptions.service.js';
import { ListDossiers, Period } from './read/dossier-filters.js';
import { DossierQueries } from './read/dossiers.queries.js';
import { applicantMissing } from './dossier/dossier.refusals.js';

/** A dossier at the desk, with whose it is: somebody known, or somebody to be registered. */
export class ReceiveAtDesk extends ReceiveDossier {
  @Id({ description: 'Người nộp đã ghi · a person registered before', optional: true })
  applicantId?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PersonFacts)
  applicant?: PersonFacts;

  @ApiProperty({
    description: 'Kênh thông báo · how the applicant is told',
    type: ChooseChannels,
    required: false,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChooseChannels)
  notifications?: ChooseChannels;
}

/** Citizens' dossiers at the one-stop desk and on their way (hồ sơ thủ tục hành chính). */
@ApiTags('dossiers')
@ApiBearerAuth()
@Controller('api/v1/dossiers')
export class DossiersController {
  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(Receptions) private readonly receptions: Receptions,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Danh sách hồ sơ · list dossiers' })
  async list(@Me() { office, personId }: Person, @Query() filter: ListDossiers) {
    await this.#reach(office, filter.position);
    const { rows, nextCursor } = await this.queries.list(office, personId, filter);
    return { items: rows.map((row) => listAnswer(row)), nextCursor };
  }

  @Get('figures')
  @ApiOperation({ summary: 'Số liệu trong kỳ · figures of a period' })
  figures(@Me() { office }: Person, @Query() period: Period) {
    return this.queries.figures(office, period);
  }

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
    return { id, version, ...dossierAnswer(state, this.dossiers.clockOf(state)) };
  }

  @Post()
  @ApiOperation({
    summary: 'Tiếp nhận hồ sơ, cấp mã và hẹn trả · receive at the desk, with code and appointment',
  })
  async receive(@Act() envelope: Envelope, @Body() body: ReceiveAtDesk) {
    const { applicantId: known, applicant, notifications, ...command } = body;
    const { office, commandId } = envelope;
    const dossierId = derivedId(commandId, 'dossier');
    if (known === undefined && applicant === undefined) throw applicantMissing();
    const applicantId = known ?? derivedId(commandId, 'applicant');
    if (known === undefined && applicant) await this.#register(envelope, applicantId, applicant);
    if (notifications) await this.#choose(envelope, applicantId, notifications);
    const received = await this.receptions.receive(
      envelope,
      dossierId,
      Object.assign(new ReceiveDossier(), command),
      applicantId,
      true,
    );
    return this.#receipt(office, dossierId, received);
  }

  @Post(':id/reception')
  @ApiOperation({ summary: 'Tiếp nhận hồ sơ nộp trực tuyến · receive an online submission' })
  async receiveSubmitted(@Act() envelope: Envelope, @PathId() id: string, @Body() command: ReceiveDossier) {
    const { state } = await this.dossiers.load(envelope.office, id);
    if (state.status === 'none' || state.applicantId === null) throw notFound();
    const received = await this.receptions.receive(envelope, id, command, state.applicantId);
    return this.#receipt(envelope.office, id, received);
  }

  @Post(':id/refusal')
  @ApiOperation({ summary: 'Từ chối tiếp nhận · refuse a submission' })
  refuse(@Act() act: Envelope, @PathId() id: string, @Body() command: RefuseDossier) {
    return this.#on(act, id, command, refuseDossier);
  }

  @Post(':id/hand-overs')
  @ApiOperation({ summary: 'Chuyển bước · hand over (R20)' })
  handOver(@Act() act: Envelope, @PathId() id: string, @Body() command: steps.HandOverStep) {
    return this.#on(act, id, command, steps.handOverStep);
  }

  @Post(':id/acceptances')
  @ApiOperation({ summary: 'Nhận bước · accept a hand-over (R20)' })
  accept(@Act() act: Envelope, @PathId() id: string) {
    return this.#on(act, id, new steps.AcceptStep(), steps.acceptStep);
  }

  @Post(':id/declinations')
  @ApiOperation({ summary: 'Không nhận bước · decline a hand-over' })
  decline(@Act() act: Envelope, @PathId() id: string, @Body() command: steps.DeclineStep) {
    return this.#on(act, id, command, steps.declineStep);
  }

  @Post(':id/supplement-requests')
  @ApiOperation({ summary: 'Yêu cầu bổ sung, một lần · ask for a supplement (R12, R13)' })
  requestSupplement(
    @Act() act: Envelope,
    @PathId() id: string,
    @Body() command: interruptions.RequestSupplement,
  ) {
    return this.#on(act, id, command, interruptions.requestSupplement);
  }

  @Post(':id/supplement-answers')
  @ApiOperation({ summary: 'Tiếp nhận bổ sung · take the supplement in (R14)' })
  answerSupplement(
    @Act() act: Envelope,
    @PathId() id: string,
    @Body() command: interruptions.AnswerSupplement,
  ) {
    return this.#on(act, id, command, interruptions.answerSupplement);
  }

  @Post(':id/pauses')
  @ApiOperation({ summary: 'Tạm dừng · pause (R14)' })
  pause(@Act() act: Envelope, @PathId() id: string, @Body() command: interruptions.PauseDossier) {
    return this.#on(act, id, command, interruptions.pauseDossier);
  }

  @Post(':id/resumption')
  @ApiOperation({ summary: 'Tiếp tục giải quyết · resume (R14)' })
  resume(@Act() act: Envelope, @PathId() id: string, @Body() command: interruptions.ResumeDossier) {
    return this.#on(act, id, command, interruptions.resumeDossier);
  }

  @Post(':id/rejection')
  @ApiOperation({ summary: 'Trả hồ sơ không giải quyết · reject' })
  reject(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.RejectDossier) {
    return this.#on(act, id, command, ending.rejectDossier);
  }

  @Post(':id/withdrawal')
  @ApiOperation({ summary: 'Rút hồ sơ · withdraw' })
  withdraw(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.WithdrawDossier) {
    return this.#on(act, id, command, ending.withdrawDossier);
  }

  @Post(':id/stop')
  @ApiOperation({ summary: 'Dừng giải quyết theo luật · stop by law' })
  stop(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.StopDossier) {
    return this.#on(act, id, command, ending.stopDossier);
  }

  @Post(':id/signature')
  @ApiOperation({ summary: 'Ký kết quả · sign the result' })
  sign(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.SignResult) {
    return this.#on(act, id, command, ending.signResult);
  }

  @Post(':id/digitisation')
  @ApiOperation({ summary: 'Số hóa kết quả · digitise the result' })
  digitise(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.DigitiseResult) {
    return this.#on(act, id, command, ending.digitiseResult);
  }

  @Post(':id/payments')
  @ApiOperation({ summary: 'Thu phí, lệ phí · take the fee (R23)' })
  pay(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.PayFee) {
    return this.#on(act, id, command, ending.payFee);
  }

  @Post(':id/exemptions')
  @ApiOperation({ summary: 'Miễn phí, lệ phí · waive the fee (R23)' })
  exempt(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.ExemptFee) {
    return this.#on(act, id, command, ending.exemptFee);
  }

  @Post(':id/return')
  @ApiOperation({ summary: 'Trả kết quả · return the result (R18)' })
  returnResult(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.ReturnResult) {
    return this.#on(act, id, command, ending.returnResult);
  }

  @Post(':id/apologies')
  @ApiOperation({ summary: 'Xin lỗi, hẹn lại · apologise, re-appoint once (R15, R17)' })
  apologise(@Act() act: Envelope, @PathId() id: string, @Body() command: GiveApology) {
    return this.#on(act, id, command, giveApology);
  }

  @Post(':id/contacts')
  @ApiOperation({ summary: 'Ghi liên hệ với công dân · log a contact' })
  contact(@Act() act: Envelope, @PathId() id: string, @Body() command: ending.LogContact) {
    return this.#on(act, id, command, ending.logContact);
  }

  #on<C extends object>(act: Envelope, id: string, command: C, decide: DecideDossier<C>) {
    return this.dossiers.on(act, id, command, decide);
  }

  /** The one-stop unit registers whom it serves; whoever works on the dossier later is given a duty by the hand-over. */
  async #register(envelope: Envelope, personId: string, facts: PersonFacts): Promise<void> {
    const state = await this.organisation.current(envelope.office);
    const desk = [...state.units.values()].find(({ kind }) => kind === 'one-stop');
    if (!desk || !isDesk(state, envelope.actor)) return; // the reception itself refuses it
    const commandId = derivedId(envelope.commandId, 'applicant');
    await this.persons.register({ ...envelope, commandId }, personId, desk.unitId, factsOf(facts));
  }

  async #choose(envelope: Envelope, personId: string, { channels, language }: ChooseChannels): Promise<void> {
    const commandId = derivedId(envelope.commandId, 'channels');
    await this.persons.chooseChannels({ ...envelope, commandId }, personId, channels, language);
  }

  #receipt(office: string, dossierId: string, received: Awaited<ReturnType<Receptions['receive']>>) {
    const { due, ...rest } = received;
    return {
      ...rest,
      dossierId,
      due: isoOffset(new Date(due)),
      lookup: { code: received.code, secret: this.secrets.secretFor(`${office}/dossier/${dossierId}`) },
    };
  }

  async #reach(office: string, position: number | undefined): Promise<void> {
    if (position !== undefined && !(await waitForPosition(this.pool, office, 'dossier', position)))
      throw unavailable();
  }
}
