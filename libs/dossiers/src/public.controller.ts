import { Answers, AnswersFrom, PartOf, QueryWhole, Text, dayOf, isoOffset, type Envelope } from '#kernel';
import { PublicAct, PathOffice } from '#organisation';
import { ChooseChannels, PersonFacts } from '#persons';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Rating } from './dossier/ending.js';
import { HandedInAtDesk } from './dossier/reception.js';
import { allInForce } from './procedure/procedure.js';
import { Dossiers } from './dossiers.service.js';
import { OwnDossiers } from './own-dossiers.js';
import { DossierQueries } from './read/dossiers.queries.js';
import { Submissions } from './submissions.js';
import {
  ApologyList,
  ChannelsChosen,
  OwnDossier,
  Rated,
  ResultList,
  SubmissionTaken,
} from './dossiers.shapes.js';
import { ProcedureList } from './procedures.shapes.js';

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

/** Sends what was asked for, with a word to it (bổ sung trực tuyến); the papers come as files. */
export class SupplementSent extends Lookup {
  @Text({ description: 'Lời nhắn · a word to it', max: 2000, optional: true })
  text?: string;
}

/** Hands in a dossier online (nộp trực tuyến). */
export class SubmitOnline extends PickType(HandedInAtDesk, ['procedureCode', 'components'] as const) {
  @PartOf({ description: 'Người nộp · applicant', of: () => PersonFacts })
  applicant!: PersonFacts;

  @PartOf({ description: 'Kênh thông báo · how to be told', optional: true, of: () => ChooseChannels })
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
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(OwnDossiers) private readonly own: OwnDossiers,
    @Inject(Submissions) private readonly submissions: Submissions,
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
  submit(@PathOffice() _office: string, @PublicAct() envelope: Envelope, @Body() submission: SubmitOnline) {
    return this.submissions.submit(envelope, submission);
  }

  @Answers(OwnDossier)
  @Post('dossiers/lookup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tra cứu hồ sơ bằng mã và mã tra cứu · look a dossier up' })
  lookup(@PathOffice() office: string, @Body() held: Lookup, @Ip() address: string) {
    return this.own.lookUp(office, held, address);
  }

  @Answers(Rated)
  @Post('ratings')
  @ApiOperation({ summary: 'Đánh giá, một lần · rate, once (R24)' })
  async rate(
    @PathOffice() _office: string,
    @PublicAct() envelope: Envelope,
    @Body() rating: RateService,
    @Ip() address: string,
  ) {
    return { version: await this.own.rate(envelope, rating, rating, address) };
  }

  @Answers(ChannelsChosen)
  @Post('channels')
  @HttpCode(200)
  @ApiOperation({ summary: 'Chọn kênh thông báo · choose how to be told, or not to be' })
  async chooseChannels(
    @PathOffice() _office: string,
    @PublicAct() envelope: Envelope,
    @Body() chosen: ChooseOwnChannels,
    @Ip() address: string,
  ) {
    await this.own.chooseChannels(envelope, chosen, chosen, address);
    return { channels: chosen.channels };
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
}
