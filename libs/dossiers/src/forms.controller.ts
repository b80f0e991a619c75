import { PRINT_TYPES } from '#documents';
import {
  Sends,
  Answers,
  AnswersFrom,
  Act,
  DayField,
  Me,
  OneOf,
  PathId,
  isoOffset,
  type Envelope,
  type Person,
} from '#kernel';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FORMATS, Forms, type Format, type Printed } from './forms/forms.service.js';
import { DocumentList, RegisterNumbered } from './dossiers.shapes.js';

const SVG = 'image/svg+xml';

export class InFormat {
  @OneOf({ description: 'Định dạng · format', values: FORMATS, optional: true })
  format?: Format;
}

export class PrintRegister {
  @DayField({ description: 'Tiếp nhận từ ngày · received from' })
  from!: string;

  @DayField({ description: 'Đến hết ngày · to' })
  to!: string;
}

interface Reply {
  header(name: string, value: string): Reply;
  send(body: Buffer): unknown;
}

/** The forms of dossiers (biểu mẫu một cửa), as PDF and DOCX. */
@ApiTags('documents')
@Controller('api/v1')
export class FormsController {
  constructor(@Inject(Forms) private readonly forms: Forms) {}

  @Answers(DocumentList)
  @AnswersFrom('document')
  @Get('dossiers/:id/documents')
  @ApiOperation({ summary: 'Biểu mẫu của hồ sơ · the forms of a dossier' })
  async list(@Me() { office }: Person, @PathId() id: string) {
    const rows = await this.forms.of(office, id);
    return {
      items: rows.map(({ documentId, kind, title, year, number, numberedAt }) => ({
        id: documentId,
        kind,
        title,
        year,
        number,
        numberedAt: isoOffset(numberedAt),
      })),
    };
  }

  @Sends('Biểu mẫu · the form', ...Object.values(PRINT_TYPES))
  @Get('dossiers/:id/apology-draft')
  @ApiOperation({ summary: 'Dự thảo phiếu xin lỗi · the apology, ready to be completed (R17)' })
  async draft(
    @Me() { office, personId }: Person,
    @PathId() id: string,
    @Query() { format = 'pdf' }: InFormat,
    @Res() reply: Reply,
  ) {
    send(reply, await this.forms.draft(office, id, format, personId));
  }

  @Sends('Mã QR · the QR code', SVG)
  @Get('dossiers/:id/receipt-code')
  @ApiOperation({ summary: 'Mã QR của giấy tiếp nhận · the QR code of the receipt (R34)' })
  async receiptCode(@Me() { office, personId }: Person, @PathId() id: string, @Res() reply: Reply) {
    const image = await this.forms.receiptCode(office, id, personId);
    send(reply, { name: 'receipt.svg', type: SVG, bytes: Buffer.from(image) });
  }

  @Sends('Biểu mẫu · the form', ...Object.values(PRINT_TYPES))
  @Get('documents/:id')
  @ApiOperation({ summary: 'In biểu mẫu · print a form (R34)' })
  async print(
    @Me() { office, personId }: Person,
    @PathId() id: string,
    @Query() { format = 'pdf' }: InFormat,
    @Res() reply: Reply,
  ) {
    send(reply, await this.forms.print(office, id, format, personId));
  }

  @Answers(RegisterNumbered)
  @Post('dossier-registers')
  @ApiOperation({ summary: 'Lập sổ theo dõi hồ sơ · the register of a period (R33)' })
  register(@Act() act: Envelope, @Body() { from, to }: PrintRegister) {
    return this.forms.numberRegister(act, from, to);
  }
}

const send = (reply: Reply, { name, type, bytes }: Printed) =>
  reply
    .header('content-type', type)
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(bytes);
