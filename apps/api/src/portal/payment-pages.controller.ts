import { Lookup, OwnDossiers } from '#dossiers';
import { Gateway } from '#integration';
import { PUBLIC_URL, type Envelope } from '#kernel';
import { PathOffice, PublicAct } from '#organisation';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Inject,
  Ip,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ToldProblem } from '../problem.filter.js';
import { fieldsOf, read, type Fields } from './forms.js';
import type { Page } from './frame.js';
import { Pages, formKey } from './pages.js';
import { backPage, toGatewayPage } from './payment-page.js';
import { goneReceiptPage } from './receipt-page.js';
import { Receipts } from './receipts.js';
import { ShownDossiers } from './shown-dossiers.js';
import { paymentAt, type Visit } from './visit.js';

/** Where a fee is paid online, and where the gateway leads back to (nộp phí trực tuyến). */
@ApiExcludeController()
@Controller('public/:office/ho-so/thanh-toan')
export class PaymentPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OwnDossiers) private readonly own: OwnDossiers,
    @Inject(ShownDossiers) private readonly shown: ShownDossiers,
    @Inject(Gateway) private readonly gateway: Gateway,
    @Inject(Receipts) private readonly receipts: Receipts,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Post()
  @HttpCode(200)
  begin(
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
        const dossierId = await this.#dossierOf(office, typed, address);
        const payment = await this.own.beginPayment(envelope, dossierId);
        const returnUrl = this.publicUrl + paymentAt(visit, this.receipts.sealPayment(office, { dossierId }));
        const back = { returnUrl, language: visit.language };
        return toGatewayPage(visit, await this.gateway.begin(payment.office, payment, back), payment.amount);
      },
      (visit, problem) => this.#again(visit, request, typed, problem),
    );
  }

  @Get()
  back(
    @PathOffice() office: string,
    @Query('phieu') phieu: string | string[] | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.show(request, reply, office, async (visit) => {
      const page = await this.#backPage(visit, [phieu ?? ''].flat()[0] ?? '', formKey());
      if (page) return page;
      reply.status(HttpStatus.GONE);
      return goneReceiptPage(visit);
    });
  }

  /** By its code and secret; or by what it was given for the way to the gateway and back. */
  async #dossierOf(office: string, { phieu, code, secret }: Fields, address: string): Promise<string> {
    const sealed = phieu === undefined ? undefined : this.receipts.openPayment(office, phieu);
    return sealed?.dossierId ?? this.own.idOf(office, await read(Lookup, { code, secret }), address);
  }

  async #backPage(
    visit: Visit,
    sealed: string,
    key: string,
    problem?: ToldProblem,
  ): Promise<Page | undefined> {
    const payment = this.receipts.openPayment(visit.office, sealed);
    const fee = payment && (await this.own.feeOf(visit.office, payment.dossierId));
    return fee ? backPage(visit, fee, sealed, key, { typed: {}, problem }) : undefined;
  }

  async #again(visit: Visit, request: FastifyRequest, typed: Fields, problem: ToldProblem): Promise<Page> {
    const back =
      typed.phieu === undefined
        ? undefined
        : await this.#backPage(visit, typed.phieu, formKey(request, problem), problem);
    return back ?? this.shown.again(visit, request, typed, { payment: { typed, problem } }, problem);
  }
}
