import { CitizensFeedback, OwnFeedback, Reopen, SendFeedback, type HeldFeedback } from '#feedback';
import type { Envelope } from '#kernel';
import { PathOffice, PublicAct } from '#organisation';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ToldProblem } from '../problem.filter.js';
import { feedbackPage, ownFeedbackForm, ownFeedbackPage } from './feedback-page.js';
import { fieldsOf, read, type Fields } from './forms.js';
import type { Page } from './frame.js';
import { Pages, formKey } from './pages.js';
import { Receipts } from './receipts.js';
import { dueSaid } from './say.js';
import { receiptAt, type Visit } from './visit.js';

/** Where anybody writes to the office, sees the answer, and says that it does not do (phản ánh, kiến nghị). */
@ApiExcludeController()
@Controller('public/:office/phan-anh')
export class FeedbackPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CitizensFeedback) private readonly feedback: CitizensFeedback,
    @Inject(Receipts) private readonly receipts: Receipts,
  ) {}

  @Get()
  form(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, (visit) => feedbackPage(visit, formKey()));
  }

  @Post()
  send(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @PublicAct() envelope: Envelope,
    @Body() body: unknown,
  ) {
    const typed = fieldsOf(body);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const sent = await this.feedback.send(envelope, await read(SendFeedback, typed));
        const due = dueSaid(sent, visit.language);
        const receipt = { what: 'feedback' as const, ...sent.lookup, due, proof: sent.proof };
        return receiptAt(visit, this.receipts.seal(office, receipt));
      },
      (visit, problem) => feedbackPage(visit, formKey(request, problem), { typed, problem }),
    );
  }

  @Get('tra-cuu')
  ownForm(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, (visit) => ownFeedbackForm(visit));
  }

  @Post('tra-cuu')
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
        const held = await read(OwnFeedback, { code: typed.code, secret: typed.secret });
        return ownFeedbackPage(visit, held, await this.feedback.lookUp(office, held, address), formKey());
      },
      (visit, problem) => ownFeedbackForm(visit, { typed, problem }),
    );
  }

  @Post('mo-lai')
  reopen(
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
        const { text, ...held } = await read(Reopen, typed);
        const done = await this.feedback.reopen(envelope, held, text, address);
        const due = dueSaid(done, visit.language);
        const receipt = { what: 'reopening' as const, ...held, due, proof: done.proof };
        return receiptAt(visit, this.receipts.seal(office, receipt));
      },
      (visit, problem) => this.#again(visit, request, typed, problem),
    );
  }

  /** The feedback with what was refused on it; without any that is shown to whoever sent this, the look-up. */
  async #again(visit: Visit, request: FastifyRequest, typed: Fields, problem: ToldProblem): Promise<Page> {
    const held: HeldFeedback = { code: typed.code ?? '', secret: typed.secret ?? '' };
    try {
      const found = await this.feedback.lookUp(visit.office, held, request.ip);
      return ownFeedbackPage(visit, held, found, formKey(request, problem), { typed, problem });
    } catch {
      return ownFeedbackForm(visit, { typed, problem });
    }
  }
}
