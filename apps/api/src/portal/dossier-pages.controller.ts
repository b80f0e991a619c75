import { ChooseOwnChannels, Lookup, OwnDossiers, RateService, SupplementSent } from '#dossiers';
import type { Envelope } from '#kernel';
import { PathOffice, PublicAct } from '#organisation';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { channelsIn, messagesIn } from './channels.js';
import { fieldsOf, read, type Fields } from './forms.js';
import { donePage, lookUpPage } from './look-up-page.js';
import { Pages } from './pages.js';
import { Receipts } from './receipts.js';
import { dueSaid } from './say.js';
import { filesNamed, papersIn } from './sent-files.js';
import { ShownDossiers } from './shown-dossiers.js';
import { pageAt, receiptAt } from './visit.js';

/** Where a citizen looks their dossier up, rates the service, and says how to be told (tra cứu hồ sơ). */
@ApiExcludeController()
@Controller('public/:office/ho-so')
export class DossierPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OwnDossiers) private readonly own: OwnDossiers,
    @Inject(Receipts) private readonly receipts: Receipts,
    @Inject(ShownDossiers) private readonly shown: ShownDossiers,
  ) {}

  @Get()
  form(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, (visit) => lookUpPage(visit));
  }

  /** What was asked for is answered at once: the secret stands in no address. */
  @Post()
  @HttpCode(200)
  lookUp(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @Ip() address: string,
  ) {
    const typed = fieldsOf(body);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const held = await read(Lookup, { code: typed.code, secret: typed.secret });
        return this.shown.page(visit, held, address);
      },
      (visit, problem) => lookUpPage(visit, { typed, problem }),
    );
  }

  @Post('danh-gia')
  rate(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @PublicAct() envelope: Envelope,
    @Body() body: unknown,
    @Ip() address: string,
  ) {
    const typed = fieldsOf(body);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const rating = await read(RateService, this.#rating(typed));
        await this.own.rate(envelope, rating, rating, address);
        return pageAt(visit, 'ho-so/da-danh-gia');
      },
      (visit, problem) => this.shown.again(visit, request, typed, { rating: { typed, problem } }, problem),
    );
  }

  @Post('bo-sung')
  supplement(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @PublicAct() envelope: Envelope,
    @Body() body: unknown,
    @Ip() address: string,
  ) {
    const { sent: _told, ...typed } = fieldsOf(body);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const { code, secret, text } = await read(SupplementSent, typed);
        const papers = papersIn(request);
        const said = { text, papers };
        const { proof, ...due } = await this.own.answerSupplement(envelope, { code, secret }, said, address);
        const receipt = {
          what: 'supplement' as const,
          code,
          secret: '',
          due: dueSaid(due, visit.language),
          proof,
          files: filesNamed(papers),
        };
        return receiptAt(visit, this.receipts.seal(office, receipt));
      },
      (visit, problem) =>
        this.shown.again(visit, request, typed, { supplement: { typed, problem } }, problem),
    );
  }

  @Post('kenh-thong-bao')
  chooseChannels(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @PublicAct() envelope: Envelope,
    @Body() body: unknown,
    @Ip() address: string,
  ) {
    const typed = fieldsOf(body);
    const { code, secret } = typed;
    const channels = channelsIn(typed);
    const messages = messagesIn(typed);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const chosen = await read(ChooseOwnChannels, {
          code,
          secret,
          channels,
          messages,
          language: visit.language,
        });
        await this.own.chooseChannels(envelope, chosen, chosen, address);
        return pageAt(visit, 'ho-so/da-chon-kenh');
      },
      (visit, problem) => this.shown.again(visit, request, typed, { channels: { typed, problem } }, problem),
    );
  }

  @Get('da-danh-gia')
  rated(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, (visit) => donePage(visit, 'rating'));
  }

  @Get('da-chon-kenh')
  chosen(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, (visit) => donePage(visit, 'channels'));
  }

  /** A rating as the form says it: a question that was left open is not answered. */
  #rating(typed: Fields) {
    const asked = this.shown.questions().map(({ key }) => key);
    const answers = asked.flatMap((question) =>
      typed[question] ? [{ question, score: Number(typed[question]) }] : [],
    );
    const others = Object.entries(typed).filter(([name]) => !asked.includes(name));
    return { ...Object.fromEntries(others), score: Number(typed.score), answers };
  }
}
