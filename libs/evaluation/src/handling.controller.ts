import { print } from '#documents';
import {
  Answers,
  AnswersFrom,
  CLOCK,
  Me,
  OneOf,
  Page,
  PathId,
  QueryWhole,
  Sends,
  isoOffset,
  textCursor,
  textIn,
  type Clock,
  type Person,
} from '#kernel';
import { Organisation } from '#organisation';
import { OUTPUT_TYPES, sendFile, type Reply } from '#reporting';
import { writeSheets } from '#sheet';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HandlingRanking, ScoredDossiers } from './handling.shapes.js';
import { DossierHandling, type RankedUnit } from './handling/dossier-handling.js';
import type { ScoredDossier } from './handling/handling.js';
import { handlingDocument, handlingSheets } from './handling/handling-print.js';
import { HANDLING_INDICES, INDEX_NAMES, PER_DOSSIER, SOURCE, type DossierIndex } from './handling/indices.js';
import { daysOfPeriod, type HandlingPeriod } from './handling/periods.js';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

export class OfHandlingPeriod {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100 })
  year!: number;

  @QueryWhole({
    description: 'Quý; bỏ trống: cả năm · quarter; the year where absent',
    min: 1,
    max: 4,
    optional: true,
  })
  quarter?: number;
}

export class HandlingOutput extends OfHandlingPeriod {
  @OneOf({ description: 'Định dạng · format', values: FORMATS, optional: true })
  format?: (typeof FORMATS)[number];
}

export class ListScored extends Page {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100 })
  year!: number;

  @QueryWhole({
    description: 'Quý; bỏ trống: cả năm · quarter; the year where absent',
    min: 1,
    max: 4,
    optional: true,
  })
  quarter?: number;

  @OneOf({
    description: 'Chỉ số bị trừ điểm · the index that lost points',
    values: PER_DOSSIER,
    optional: true,
  })
  index?: DossierIndex;
}

const periodOf = ({ year, quarter = null }: { year: number; quarter?: number | null }): HandlingPeriod => ({
  year,
  quarter,
});

/** How dossiers were handled (đánh giá việc giải quyết TTHC, mẫu 01–03 của Thông tư 01/2018): by dossier, unit and rank. */
@ApiTags('evaluations')
@Controller('api/v1/dossier-handling')
export class HandlingController {
  constructor(
    @Inject(DossierHandling) private readonly handling: DossierHandling,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(HandlingRanking)
  @AnswersFrom('dossier', 'feedback')
  @Get()
  @ApiOperation({ summary: 'Xếp hạng các đơn vị (mẫu 02, 03) · units by how they handled dossiers' })
  async ranking(@Me() { office }: Person, @Query() asked: OfHandlingPeriod) {
    const period = periodOf(asked);
    const units = await this.handling.ranking(office, period);
    return {
      ...{ ...period, ...daysOfPeriod(period), source: SOURCE },
      indices: HANDLING_INDICES.map((index) => ({ index, ...INDEX_NAMES[index] })),
      items: units.map(unitAnswer),
    };
  }

  @Sends('Mẫu 01, 02, 03 · the forms', ...FORMATS.map((format) => OUTPUT_TYPES[format]))
  @AnswersFrom('dossier', 'feedback')
  @Get('output')
  @ApiOperation({ summary: 'Xuất mẫu 01, 02, 03 · the forms as a file' })
  async output(@Me() { office }: Person, @Query() asked: HandlingOutput, @Res() reply: Reply) {
    const { format = 'pdf' } = asked;
    const period = periodOf(asked);
    const [units, standing] = await Promise.all([
      this.handling.ranking(office, period),
      this.organisation.current(office),
    ]);
    const dossiers = await Promise.all(
      units.map(async ({ unitId }) => ({
        unitId,
        scored: await this.handling.dossiersOf(office, period, unitId),
      })),
    );
    const printed = { period, units, dossiers };
    const bytes =
      format === 'xlsx'
        ? await writeSheets(handlingSheets(standing, printed))
        : await print({ document: handlingDocument(standing, printed, this.clock.now()), format });
    sendFile(reply, `giai-quyet-tthc-${period.year}`, format, bytes);
  }

  @Answers(ScoredDossiers)
  @AnswersFrom('dossier', 'feedback')
  @Get(':id/dossiers')
  @ApiOperation({
    summary: 'Từng hồ sơ của đơn vị và lý do trừ điểm (mẫu 01) · a unit’s dossiers, and each deduction',
  })
  async dossiers(@Me() { office }: Person, @PathId() unitId: string, @Query() asked: ListScored) {
    const { index, limit = 50, cursor } = asked;
    const all = await this.handling.dossiersOf(office, periodOf(asked), unitId);
    const lost = index === undefined ? all : all.filter((one) => hasLost(one, index));
    const from = cursor === undefined ? 0 : Number(textIn(cursor)) || 0;
    const to = from + limit;
    return {
      items: lost.slice(from, to).map(dossierAnswer),
      nextCursor: to < lost.length ? textCursor(String(to)) : null,
    };
  }
}

const hasLost = ({ scores }: ScoredDossier, index: DossierIndex): boolean =>
  scores.some((one) => one.index === index && one.deduction !== null);

const unitAnswer = ({ indices, entered, officials, ...unit }: RankedUnit) => ({
  ...unit,
  indices: HANDLING_INDICES.map((index) => ({ index, points: indices[index] })),
  officials: [...officials],
  entered: [...entered],
});

const dossierAnswer = ({ dossier, scores, total }: ScoredDossier) => ({
  ...{ id: dossier.id, code: dossier.code, procedureName: dossier.procedureName, postId: dossier.postId },
  ...{ endedAt: isoOffset(new Date(dossier.endedAt)), total },
  scores: scores.map(({ index, points, deduction }) => ({
    ...{ index, points },
    deduction: deduction && { why: deduction.why, of: [...deduction.of] },
  })),
});
