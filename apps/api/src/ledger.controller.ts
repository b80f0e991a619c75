import { Sends, Answers, Takes, PathId, QueryWhole, inOffice, invalidInput, notFound } from '#kernel';
import {
  FormatError,
  PublishedLedger,
  parseTilePath,
  parseVerifierKey,
  type PublicEntry,
  type TileName,
} from '#ledger';
import { PathOffice } from '#organisation';
import { Vault, type Held } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Runtime } from '../../runtime/src/index.js';
import { Pages } from './portal/pages.js';
import { proofPage } from './portal/proof-page.js';
import { RUNTIME, WITNESSES } from './tokens.js';
import type { VerifierKey } from '#ledger';
import { ConsistencyProof, InclusionProof, WitnessList } from './api.shapes.js';

const FOREVER = 'public, max-age=31536000, immutable';

export class BetweenSizes {
  @QueryWhole({ description: 'Kích thước cũ · the older size', min: 1, max: Number.MAX_SAFE_INTEGER })
  from!: number;

  @QueryWhole({
    description: 'Kích thước mới, bỏ trống: hiện tại · the later size, now if absent',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  to?: number;
}

/** The published ledger (sổ cái chống sửa): open to everyone, without personal data (C2SP tlog-tiles). */
@ApiTags('ledger')
@Controller('ledger/:office')
export class LedgerController {
  readonly #ledger: PublishedLedger;

  constructor(
    @Inject(RUNTIME) runtime: Runtime,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(WITNESSES) private readonly witnesses: VerifierKey[],
    @Inject(Pages) private readonly pages: Pages,
  ) {
    this.#ledger = runtime.ledger;
  }

  @Sends('Điểm chốt · the checkpoint', 'text/plain')
  @Get('checkpoint')
  @ApiOperation({ summary: 'Điểm chốt đã ký · the signed checkpoint' })
  async checkpoint(@PathOffice() office: string, @Res() reply: FastifyReply) {
    const note = await this.#ledger.checkpoint(office);
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=1')
      .send(note);
  }

  @Sends('Khóa · the key', 'text/plain')
  @Get('key')
  @ApiOperation({ summary: 'Khóa công khai đang ký · the public key that signs now' })
  async key(@PathOffice() office: string, @Res() reply: FastifyReply) {
    const { key } = await this.#ledger.head(office);
    return reply.header('content-type', 'text/plain; charset=utf-8').send(`${key}\n`);
  }

  @Sends('Ô · the tile', 'application/octet-stream')
  @Get('tile/*')
  @ApiParam({
    name: 'path',
    description: 'Đường dẫn của ô · tile',
    schema: { type: 'string', pattern: '^[0-9a-z/.]+$', maxLength: 60 },
  })
  @ApiOperation({ summary: 'Ô băm và gói mục ghi · tiles and entry bundles' })
  async tile(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const name = tileName(request.url.replace(/^\/ledger\/[^/]+\//, '').replace(/\?.*$/, ''));
    const bytes = await this.#ledger.tile(office, name);
    return reply
      .header('content-type', 'application/octet-stream')
      .header('cache-control', FOREVER)
      .send(bytes);
  }

  @Answers(InclusionProof)
  @Get('proofs/:event')
  @ApiOperation({ summary: 'Chứng minh một sự kiện có trong sổ · proof that an event is in the ledger' })
  async proof(@PathOffice() office: string, @PathId('event') eventId: string) {
    const { entry, leaf, path, ...proof } = await this.#ledger.proofOf(office, eventId);
    return {
      ...proof,
      eventId,
      entry: JSON.parse(entry.toString()) as unknown,
      leafData: entry.toString('base64'),
      leafHash: leaf.toString('base64'),
      path: path.map((hash) => hash.toString('base64')),
    };
  }

  @Answers(ConsistencyProof)
  @Get('consistency')
  @ApiOperation({ summary: 'Chứng minh sổ chỉ được viết thêm · proof that the ledger was only added to' })
  async consistency(@PathOffice() office: string, @Query() { from: old, to }: BetweenSizes) {
    const { size } = await this.#ledger.head(office);
    const grown = to ?? size;
    if (old > grown || grown > size)
      throw invalidInput({ errors: [{ field: 'from', message: `1 ≤ from ≤ to ≤ ${size}` }] });
    const proof = await this.#ledger.tree(office, grown).consistency(old);
    return { from: old, to: grown, proof: proof.map((hash) => hash.toString('base64')) };
  }

  /** The target of a receipt's QR code: what is in the record about one task or dossier, and how to check it. */
  @Sends('Trang kiểm chứng · the proof page', 'text/html')
  @Get('subjects/:subject')
  @ApiOperation({ summary: 'Trang kiểm chứng của một nhiệm vụ, hồ sơ · proof page of a task or dossier' })
  async page(
    @PathOffice() office: string,
    @PathId('subject') subject: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const [head, entries, cosigned] = await Promise.all([
      this.#ledger.head(office),
      this.#ledger.entriesOf(office, subject),
      this.#ledger.cosigned(office),
    ]);
    if (entries.length === 0) throw notFound();
    const held = await this.#held(office, entries);
    const proved = { subject, head, entries, held, cosigned };
    return this.pages.show(request, reply, office, (visit) => proofPage(visit, proved));
  }

  /** Whether what entries put into the vault is unchanged, by event; nothing of what it is. */
  async #held(office: string, entries: PublicEntry[]): Promise<Map<string, Held>> {
    const committing = entries.flatMap(({ eventId, committed }) =>
      committed ? [{ eventId, committed }] : [],
    );
    if (committing.length === 0) return new Map();
    const states = await inOffice(office, () =>
      this.vault.contents.held(
        office,
        committing.map(({ committed }) => committed),
      ),
    );
    return new Map(committing.map(({ eventId }, n) => [eventId, states[n] ?? 'missing']));
  }

  /** Opaque ids alone. Kept outside the backups, they keep a restored one from bringing anybody back. */
  @Sends('Các mã · the ids', 'text/plain')
  @Get('erased')
  @ApiOperation({ summary: 'Các khóa đã hủy, theo mã · the keys that were destroyed, by id' })
  async erased(@PathOffice() office: string, @Res() reply: FastifyReply) {
    const erased = await inOffice(office, () => this.vault.erased(office));
    const lines = erased.map(({ personId, at }) => `${office} ${personId} ${at.toISOString()}\n`);
    return reply.header('content-type', 'text/plain; charset=utf-8').send(lines.join(''));
  }

  @Answers(WitnessList)
  @Get('witnesses')
  @ApiOperation({ summary: 'Các bên làm chứng · witnesses and what they last cosigned' })
  async cosigned(@PathOffice() office: string) {
    const items = await this.#ledger.cosigned(office);
    const keyOf = (witness: string) => this.witnesses.find(({ name }) => name === witness)?.text ?? null;
    return {
      items: items.map(({ at, ...one }) => ({ ...one, key: keyOf(one.witness), at: at.toISOString() })),
    };
  }

  @Takes('Điểm chốt với chữ ký chứng · the cosigned checkpoint', 'text/plain')
  @Post('cosignatures')
  @HttpCode(204)
  @ApiOperation({ summary: 'Nhận chữ ký chứng · take a witness’s cosignature' })
  async cosign(@PathOffice() office: string, @Body() note: unknown) {
    if (typeof note !== 'string') throw badNote('expected a signed note as text/plain');
    const { key } = await this.#ledger.head(office);
    await this.#ledger
      .takeCosignature(office, Buffer.from(note), [parseVerifierKey(key)], this.witnesses)
      .catch((error: unknown) => {
        throw error instanceof FormatError ? badNote(`${error.code}: ${error.message}`) : error;
      });
  }
}

const badNote = (message: string) => invalidInput({ errors: [{ field: 'note', message }] });

function tileName(path: string): TileName {
  try {
    return parseTilePath(path);
  } catch {
    throw notFound();
  }
}
