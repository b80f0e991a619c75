import { dueAnswer } from '#deadline';
import { ActDone } from '#event-store';
import {
  Answers,
  Act,
  DayField,
  LONGEST_CODE,
  Me,
  PLAIN,
  Text,
  pathParam,
  type Day,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, actsAnswer } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Dossiers } from './dossiers.service.js';
import { readTables } from '#sheet';
import { proceduresFromRows } from './procedure/procedure-rows.js';
import { PublishProcedures, RepealProcedure } from './procedure/procedure.commands.js';
import { catalogueSubject } from './procedure/procedure.js';
import { Appointment, ProcedureList, ProceduresInForce } from './procedures.shapes.js';

/** The same from a file. */
export class ImportProcedures {
  @Text({ description: 'Tệp CSV hoặc XLSX, mã base64 · the file in base64', max: 3_000_000 })
  file!: string;

  @DayField({ description: 'Hiệu lực từ ngày · in force from, today if absent', optional: true })
  from?: Day;

  @Text({ description: 'Quyết định công bố · the document', min: 3, max: 200 })
  document!: string;
}

/** What of the catalogue an act would be on. */
export class OfProcedure {
  @Text({ description: 'Mã thủ tục · code', max: LONGEST_CODE, optional: true })
  of?: string;
}

function PathCode() {
  return pathParam('code', 'Mã thủ tục · code', { pattern: PLAIN.source, maxLength: LONGEST_CODE });
}

/** The catalogue of procedures (danh mục thủ tục hành chính). */
@ApiTags('procedures')
@Controller('api/v1/procedures')
export class ProceduresController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
  ) {}

  @Answers(ProcedureList)
  @Get()
  @ApiOperation({ summary: 'Mọi phiên bản · all versions' })
  async list(@Me() { office }: Person) {
    const { procedures } = await this.dossiers.catalogue(office);
    return { items: [...procedures.values()].flat() };
  }

  @Answers(ProceduresInForce)
  @Get('in-force')
  @ApiOperation({ summary: 'Thủ tục đang có hiệu lực, rút gọn · those in force, in short' })
  async inForce(@Me() { office }: Person) {
    const items = await this.dossiers.inForce(office);
    return {
      items: items.map(({ code, name, field, time, fee, components }) => ({
        code,
        name,
        field,
        time,
        fee,
        components,
      })),
    };
  }

  @Answers(Acts)
  @Get('acts')
  @ApiOperation({
    summary: 'Được làm gì với danh mục, nếu không thì vì sao · what may be done, and if not why',
  })
  async acts(
    @Act() envelope: Envelope,
    @Query() { of: part }: OfProcedure,
    @Headers('accept-language') accept?: string,
  ) {
    const asked = { envelope, subject: catalogueSubject(envelope.office), ...(part ? { part } : {}) };
    return actsAnswer(await this.commands.mayBeDone('catalogue', asked), accept);
  }

  @Answers(Appointment)
  @Get(':code/appointment')
  @ApiOperation({ summary: 'Ngày hẹn trả nếu nhận bây giờ · the due day of what is received now (R11)' })
  async appointment(@Me() { office }: Person, @PathCode() code: string) {
    return dueAnswer(await this.dossiers.appointmentNow(office, code));
  }

  @Answers(ActDone)
  @Post()
  @ApiOperation({ summary: 'Công bố, thay thế thủ tục · publish or replace (R21)' })
  publish(@Act() envelope: Envelope, @Body() command: PublishProcedures) {
    return this.#publish(envelope, command);
  }

  @Answers(ActDone)
  @Post('imports')
  @ApiOperation({ summary: 'Công bố từ tệp CSV, XLSX · publish from a file (R21)' })
  async import(@Act() envelope: Envelope, @Body() { file, ...rest }: ImportProcedures) {
    const { tables } = await readTables(Buffer.from(file, 'base64'));
    const procedures = proceduresFromRows(tables[0]?.rows ?? []);
    return this.#publish(envelope, { ...rest, procedures });
  }

  @Answers(ActDone)
  @Post(':code/repeal')
  @ApiOperation({ summary: 'Bãi bỏ thủ tục · repeal (R22)' })
  repeal(@Act() act: Envelope, @PathCode() code: string, @Body() command: RepealProcedure) {
    return this.commands.send(RepealProcedure, act, catalogueSubject(act.office), command, code);
  }

  #publish(act: Envelope, command: PublishProcedures) {
    return this.commands.send(PublishProcedures, act, catalogueSubject(act.office), command);
  }
}
