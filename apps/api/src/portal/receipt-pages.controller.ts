import { Text } from '#kernel';
import { PathOffice } from '#organisation';
import { Controller, Get, HttpStatus, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from './pages.js';
import { goneReceiptPage, receiptPage } from './receipt-page.js';
import { Receipts } from './receipts.js';

export class SealedReceipt {
  @Text({ description: 'Biên nhận đã niêm · the sealed receipt', max: 2_000 })
  phieu!: string;

  @Text({ description: 'Ngôn ngữ · language', max: 2, optional: true })
  lang?: string;
}

/** Where what was taken in is confirmed (biên nhận): an address that a browser may come back to. */
@ApiExcludeController()
@Controller('public/:office/bien-nhan')
export class ReceiptPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Receipts) private readonly receipts: Receipts,
  ) {}

  @Get()
  receipt(
    @PathOffice() office: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() { phieu }: SealedReceipt,
  ) {
    return this.pages.show(request, reply, office, (visit) => {
      const receipt = this.receipts.open(office, phieu);
      if (receipt) return receiptPage(visit, receipt);
      reply.status(HttpStatus.GONE);
      return goneReceiptPage(visit);
    });
  }
}
