import { Act, DayField, Me, Text, dayOf, invalidInput, type Day, type Envelope, type Person } from '#kernel';
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsArray, ArrayMaxSize } from 'class-validator';
import { Dossiers } from './dossiers.service.js';
import { readRows } from '#sheet';
import { proceduresFromRows, readProcedure } from './procedure/read-procedures.js';
import { publishProcedure, repealProcedure } from './procedure/procedure.js';

/** Publishes procedures (công bố thủ tục), each as a version from a day on. */
export class PublishProcedures {
  @ApiProperty({ description: 'Các thủ tục · procedures', type: [Object] })
  @IsArray()
  @ArrayMaxSize(2_000)
  procedures!: unknown[];

  @DayField({ description: 'Hiệu lực từ ngày · in force from, today if absent', optional: true })
  from?: Day;

  @Text({ description: 'Quyết định công bố · the document', min: 3, max: 200 })
  document!: string;
}

/** The same from a file. */
export class ImportProcedures {
  @Text({ description: 'Tệp CSV hoặc XLSX, mã base64 · the file in base64', max: 3_000_000 })
  file!: string;

  @DayField({ description: 'Hiệu lực từ ngày · in force from, today if absent', optional: true })
  from?: Day;

  @Text({ description: 'Quyết định công bố · the document', min: 3, max: 200 })
  document!: string;
}

export class RepealProcedure {
  @DayField({ description: 'Hết hiệu lực từ ngày · ends on' })
  from!: Day;

  @Text({ description: 'Quyết định bãi bỏ · the document', min: 3, max: 200 })
  document!: string;
}

/** The catalogue of procedures (danh mục thủ tục hành chính). */
@ApiTags('procedures')
@ApiBearerAuth()
@Controller('api/v1/procedures')
export class ProceduresController {
  constructor(@Inject(Dossiers) private readonly dossiers: Dossiers) {}

  @Get()
  @ApiOperation({ summary: 'Mọi phiên bản · all versions' })
  async list(@Me() { office }: Person) {
    const { procedures } = await this.dossiers.catalogue(office);
    return { items: [...procedures.values()].flat() };
  }

  @Post()
  @ApiOperation({ summary: 'Công bố, thay thế thủ tục · publish or replace (R21)' })
  publish(@Act() envelope: Envelope, @Body() command: PublishProcedures) {
    return this.#publish(envelope, command);
  }

  @Post('imports')
  @ApiOperation({ summary: 'Công bố từ tệp CSV, XLSX · publish from a file (R21)' })
  async import(@Act() envelope: Envelope, @Body() { file, ...rest }: ImportProcedures) {
    const procedures = proceduresFromRows(await readRows(Buffer.from(file, 'base64')));
    return this.#publish(envelope, { ...rest, procedures });
  }

  #publish(envelope: Envelope, command: PublishProcedures) {
    const from = command.from ?? dayOf(this.dossiers.now());
    const read = command.procedures.map((given, index) => readProcedure(given, index));
    const errors = read.flatMap((one) => ('error' in one ? [one.error] : []));
    if (errors.length > 0) throw invalidInput({ errors });
    const procedures = read.flatMap((one) => ('procedure' in one ? [one.procedure] : []));
    return this.dossiers.onCatalogue(
      envelope,
      command,
      (state) =>
        procedures.flatMap((procedure) => publishProcedure(state, procedure, from, command.document)),
      'PublishProcedures',
    );
  }

  @Post(':code/repeal')
  @ApiOperation({ summary: 'Bãi bỏ thủ tục · repeal (R22)' })
  repeal(@Act() envelope: Envelope, @Param('code') code: string, @Body() command: RepealProcedure) {
    return this.dossiers.onCatalogue(
      envelope,
      { code, ...command },
      (state) => repealProcedure(state, code, command.from, command.document),
      'RepealProcedure',
    );
  }
}
