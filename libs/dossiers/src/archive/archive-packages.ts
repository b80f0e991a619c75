import type { EventStore } from '#event-store';
import { derivedId, notFound, type Clock, type Envelope } from '#kernel';
import { provedSubject, type PublishedLedger } from '#ledger';
import type { Accounts, Commands, Organisation } from '#organisation';
import type { Files, Persons } from '#persons';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Pool } from 'pg';
import type { Dossiers } from '../dossiers.service.js';
import type { Forms } from '../forms/forms.service.js';
import type { DossierWords } from '../words.js';
import { MakeArchivePackage } from './archive.acts.js';
import type { ArchivePackage } from './archive.js';
import { archivePackageChanged, noArchivePackage, notSealedYet } from './archive.refusals.js';
import { bagged, textFile } from './bagged.js';
import { describedBy, dossierFacts, fileIdsIn, provedLine, stateOf, type FiledPaper } from './payload.js';
import { zipped, type PackedFile } from './zipped.js';

const APPLICANT_FACTS = ['name', 'identityNumber', 'bornOn', 'address', 'phone', 'email'];

/** What a package is made from: made twice from it, it is the same to the byte. */
type Basis = Pick<ArchivePackage, 'at' | 'through' | 'treeSize' | 'checkpoint' | 'key'>;

interface Asked {
  office: string;
  dossierId: string;
  actor: string;
}

const besideTheCode = (name: string) => readFileSync(new URL(`./bag/${name}`, import.meta.url));

/** Packages of finished dossiers for the archive (gói hồ sơ lưu trữ): made anew whenever somebody wants one, kept nowhere. */
export class ArchivePackages {
  /** How to verify a package, and what does it, as they go along. */
  readonly #tags: readonly PackedFile[] = [
    { path: 'README.txt', bytes: besideTheCode('README.txt') },
    { path: 'verify.mjs', bytes: besideTheCode('verify.mjs.txt') },
  ];

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly ledger: PublishedLedger,
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
    private readonly organisation: Organisation,
    private readonly accounts: Accounts,
    private readonly persons: Persons,
    private readonly files: Files,
    private readonly forms: Forms,
    private readonly words: DossierWords,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /** Packs a dossier as it is, and records what came out; refuses `no_duty`, and `not_sealed_yet` for now. */
  async make(envelope: Envelope, dossierId: string) {
    const { office, actor, commandId } = envelope;
    await this.commands.requireMay(MakeArchivePackage, envelope, dossierId);
    const { version: through } = await this.dossiers.load(office, dossierId);
    const { size: treeSize, checkpoint, key } = await this.ledger.head(office);
    const basis = { at: this.clock.now().toISOString(), through, treeSize, checkpoint, key };
    const weighed = await weigh(this.#zip({ office, dossierId, actor }, basis));
    const fields = { packageId: derivedId(commandId, 'archive-package'), ...basis, ...weighed };
    return this.commands.send(MakeArchivePackage, envelope, dossierId, fields);
  }

  /** The package that was recorded last, made again; refuses `archive_package_changed` unless it is the same to the byte. */
  async download(asked: Asked): Promise<{ name: string; bytes: number; zip: AsyncGenerator<Uint8Array> }> {
    const { state } = await this.dossiers.load(asked.office, asked.dossierId);
    const packed = state.work?.archive?.packed;
    if (!packed) throw noArchivePackage();
    const { sha256 } = await weigh(this.#zip(asked, packed));
    if (sha256 !== packed.sha256) throw archivePackageChanged();
    return {
      name: `${folderOf(state.work?.code ?? '')}.zip`,
      bytes: packed.bytes,
      zip: this.#zip(asked, packed),
    };
  }

  async *#zip(asked: Asked, basis: Basis): AsyncGenerator<Uint8Array> {
    const { office: id, dossierId } = asked;
    const events = (await this.store.readStream(id, dossierId)).filter(
      ({ version }) => version <= basis.through,
    );
    const { work } = stateOf(events);
    if (!work) throw notFound();
    const office = { id, name: (await this.organisation.current(id)).name };
    const { code, procedure } = work;
    const info = { office, dossierId, code, procedure: procedure.name, publicUrl: this.publicUrl };
    const bag = { name: folderOf(code), info: describedBy(basis, info), tags: this.#tags };
    const payload = this.#payload(asked, basis, { office, events, purpose: `lưu trữ ${code}` });
    yield* zipped(bagged(payload, bag), new Date(basis.at));
  }

  async *#payload(
    { office: id, dossierId, actor }: Asked,
    basis: Basis,
    {
      office,
      events,
      purpose,
    }: Pick<Parameters<typeof dossierFacts>[0], 'office' | 'events'> & {
      purpose: string;
    },
  ): AsyncGenerator<PackedFile> {
    const { applicantId } = stateOf(events);
    const reading = { actor, purpose };
    if (applicantId === null) throw notFound();
    const applicant = await this.persons.read(id, applicantId, APPLICANT_FACTS, reading);
    const papers = new Map<string, FiledPaper>();
    for (const fileId of fileIdsIn(events)) {
      const { file, bytes } = await this.files.read(id, fileId, reading);
      const path = `files/${fileId}${extname(file.name).toLowerCase()}`;
      papers.set(fileId, { path: `data/${path}`, name: file.name, sha256: file.sha256 });
      yield { path, bytes };
    }
    const forms: { path: string; title: string; number: number; year: number }[] = [];
    for (const { documentId, title, number, year, aboutVersion } of await this.forms.of(id, dossierId)) {
      if (aboutVersion > basis.through) continue;
      const path = `forms/${documentId}.pdf`;
      forms.push({ path: `data/${path}`, title, number, year });
      yield { path, bytes: (await this.forms.print(id, documentId, 'pdf', actor)).bytes };
    }
    const words = (await this.words.of(id, dossierId, reading)).filter(
      ({ at }) => new Date(at) <= new Date(basis.at),
    );
    const names = await this.accounts.names(id);
    const facts = dossierFacts({ office, dossierId, events, applicant, words, papers, forms, names });
    yield textFile('dossier.json', `${JSON.stringify(facts, null, 2)}\n`);
    yield* this.#proof(id, dossierId, basis);
  }

  async *#proof(
    office: string,
    subject: string,
    { through, treeSize: size, checkpoint, key }: Basis,
  ): AsyncGenerator<PackedFile> {
    const proved = await provedSubject(this.pool, this.ledger, office, { subject, through, size });
    if (!proved) throw notSealedYet();
    yield textFile('proof/events.jsonl', proved.map(provedLine).join(''));
    yield textFile('proof/checkpoint.txt', checkpoint);
    yield textFile('proof/key.txt', `${key}\n`);
  }
}

const folderOf = (code: string): string => `ho-so-${code.replace(/[^A-Za-z0-9.-]/g, '-')}`;

async function weigh(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
