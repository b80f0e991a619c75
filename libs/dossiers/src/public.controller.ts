import { dueAnswer } from '#deadline';
import {
  Answers,
  AnswersFrom,
  QueryWhole,
  Text,
  dayOf,
  derivedId,
  isoOffset,
  newId,
  whenRefused,
  type Envelope,
} from '#kernel';
import { Commands, Organisation, PublicAct, Strangers, oneStopUnit, PathOffice } from '#organisation';
import { ChooseChannels, Files, PersonFacts, Persons, factsOf } from '#persons';
import { Secrets } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested, isUUID } from 'class-validator';
import { RateDossier, Rating } from './dossier/ending.js';
import { lookupFailed } from './dossier/dossier.refusals.js';
import { HandedInAtDesk, SubmitDossier, fileIdsOf } from './dossier/reception.js';
import { allInForce } from './procedure/procedure.js';
import { dossierOf } from './dossiers.commands.js';
import { DossierWords } from './words.js';
import { Dossiers } from './dossiers.service.js';
import { DossierQueries, type ShownDossier } from './read/dossiers.queries.js';
import {
  ApologyList,
  ChannelsChosen,
  OwnDossier,
  ProcedureList,
  Rated,
  ResultList,
  SubmissionTaken,
} from './dossiers.shapes.js';

/** What a receipt says: the code, and the secret that only its holder knows. */
export class Lookup {
  @Text({ description: 'Mã hồ sơ · code', max: 60 })
  code!: string;

  @Text({ description: 'Mã tra cứu trên giấy tiếp nhận · secret of the receipt', max: 30 })
  secret!: string;
}

/** Rates the service that was had (đánh giá). */
export class RateService extends Rating {
  @Text({ description: 'Mã hồ sơ · code', max: 60 })
  code!: string;

  @Text({ description: 'Mã tra cứu · secret', max: 30 })
  secret!: string;
}

/** Says how its owner wants to be told of a dossier. */
export class ChooseOwnChannels extends ChooseChannels {
  @Text({ description: 'Mã hồ sơ · code', max: 60 })
  code!: string;

  @Text({ description: 'Mã tra cứu · secret', max: 30 })
  secret!: string;
}

/** Hands in a dossier online (nộp trực tuyến). */
export class SubmitOnline extends PickType(HandedInAtDesk, ['procedureCode', 'components'] as const) {
  @ApiProperty({ description: 'Người nộp · applicant', type: PersonFacts })
  @IsDefined()
  @ValidateNested()
  @Type(() => PersonFacts)
  applicant!: PersonFacts;

  @ApiProperty({ description: 'Kênh thông báo · how to be told', type: ChooseChannels, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChooseChannels)
  notifications?: ChooseChannels;
}

export class HowMany {
  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 200, optional: true })
  limit?: number;
}

/** What everybody may see and do, without an account (công khai). */
@ApiTags('public')
@Controller('public/:office')
export class PublicController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Files) private readonly files: Files,
    @Inject(DossierWords) private readonly words: DossierWords,
    @Inject(Strangers) private readonly strangers: Strangers,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  @Answers(ProcedureList)
  @Get('procedures')
  @ApiOperation({ summary: 'Danh mục thủ tục · the procedures in force' })
  async procedures(@PathOffice() office: string) {
    return { items: allInForce(await this.dossiers.catalogue(office), dayOf(this.dossiers.now())) };
  }

  @Answers(SubmissionTaken)
  @Post('dossiers')
  @ApiOperation({ summary: 'Nộp hồ sơ trực tuyến · hand in online' })
  async submit(
    @PathOffice() office: string,
    @PublicAct() envelope: Envelope,
    @Body() { procedureCode, components, applicant, notifications }: SubmitOnline,
  ) {
    const { commandId } = envelope;
    const [dossierId, personId] = [dossierOf(commandId), derivedId(commandId, 'applicant')];
    const desk = oneStopUnit(await this.organisation.current(office));
    await this.dossiers.requireProcedure(office, procedureCode);
    const attaching = await this.files.attaching(envelope, { dossierId, personId }, fileIdsOf(components));
    const { decision, ...proof } = await this.persons.registration(
      { ...envelope, commandId: derivedId(commandId, 'registration') },
      personId,
      desk?.unitId ?? '',
      factsOf(applicant),
      notifications,
    );
    const submitted = { procedureCode, components, applicantId: personId };
    await this.commands.send(SubmitDossier, envelope, dossierId, submitted, undefined, [
      decision,
      ...attaching,
    ]);
    return { dossierId, lookup: { code: dossierId, secret: this.#secret(office, dossierId) }, ...proof };
  }

  @Answers(OwnDossier)
  @Post('dossiers/lookup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tra cứu hồ sơ bằng mã và mã tra cứu · look a dossier up' })
  async lookup(@PathOffice() office: string, @Body() { code, secret }: Lookup, @Ip() address: string) {
    const found = await this.#find(office, code, secret, address);
    await this.strangers.own(found.id, 'read');
    return progressOf(found);
  }

  @Answers(Rated)
  @Post('ratings')
  @ApiOperation({ summary: 'Đánh giá, một lần · rate, once (R24)' })
  async rate(
    @PathOffice() office: string,
    @PublicAct() envelope: Envelope,
    @Body() { code, secret, score, comment }: RateService,
    @Ip() clientAddress: string,
  ) {
    const { id, applicant_id: applicantId } = await this.#find(office, code, secret, clientAddress);
    await this.strangers.own(id, 'act');
    const said =
      comment === undefined
        ? { envelope, committed: {} }
        : await this.words.entrust(envelope, 'DossierRated', applicantId, comment);
    const rating = { score, ...said.committed };
    const { version } = await this.commands.send(RateDossier, said.envelope, id, rating);
    return { version };
  }

  @Answers(ChannelsChosen)
  @Post('channels')
  @HttpCode(200)
  @ApiOperation({ summary: 'Chọn kênh thông báo · choose how to be told, or not to be' })
  async chooseChannels(
    @PathOffice() office: string,
    @PublicAct() envelope: Envelope,
    @Body() { code, secret, channels, language }: ChooseOwnChannels,
    @Ip() clientAddress: string,
  ) {
    const { id, applicant_id: personId } = await this.#find(office, code, secret, clientAddress);
    await this.strangers.own(id, 'act');
    if (personId !== null)
      await this.commands.send(ChooseChannels, envelope, personId, {
        channels,
        ...(language === undefined ? {} : { language }),
      });
    return { channels };
  }

  @Answers(ApologyList)
  @AnswersFrom('dossier')
  @Get('apologies')
  @ApiOperation({ summary: 'Các lần xin lỗi · the register of apologies' })
  async apologies(@PathOffice() office: string, @Query() { limit = 50 }: HowMany) {
    const items = await this.queries.apologies(office, limit);
    return {
      items: items.map(({ at, newDue, ...rest }) => ({
        ...rest,
        at: isoOffset(at),
        newDue: newDue && isoOffset(newDue),
      })),
    };
  }

  @Answers(ResultList)
  @AnswersFrom('dossier')
  @Get('results')
  @ApiOperation({ summary: 'Kết quả giải quyết · the register of results' })
  async results(@PathOffice() office: string, @Query() { limit = 50 }: HowMany) {
    const items = await this.queries.results(office, limit);
    return { items: items.map(({ endedAt, ...rest }) => ({ ...rest, endedAt: isoOffset(endedAt) })) };
  }

  #secret = (office: string, dossierId: string): string =>
    this.secrets.secretFor(`${office}/dossier/${dossierId}`);

  /** The same answer for a code that is not there and a secret that is wrong: nobody learns which codes there are. */
  async #find(office: string, code: string, secret: string, address: string): Promise<ShownDossier> {
    await this.strangers.mayGuess(address);
    const found = isUUID(code)
      ? await this.queries.one(office, code).catch(whenRefused(undefined))
      : await this.queries.byCode(office, code);
    const own = this.secrets.isSecretOf(`${office}/dossier/${found?.id ?? newId()}`, secret);
    await this.strangers.guessed(address, found !== undefined && own);
    if (found && own) return found;
    throw lookupFailed();
  }
}

/** How far a dossier is, for its owner: nobody's name is in it. */
function progressOf(row: ShownDossier) {
  const instant = (at: Date | null) => at && isoOffset(at);
  return {
    code: row.code,
    status: row.status,
    procedure: row.procedure_name,
    step: row.step_name,
    submittedAt: instant(row.submitted_at),
    receivedAt: instant(row.received_at),
    ...dueAnswer(
      row.awaits_calendar === null || row.reappointed
        ? { due: (row.reappointed ?? row.due)?.toISOString() ?? null }
        : { due: null, awaits: row.awaits_calendar },
    ),
    endedAt: instant(row.ended_at),
    returnedAt: instant(row.returned_at),
    late: row.late,
    apologised: row.apologised_at !== null,
  };
}
