import type { AggregateStore, Decision } from '#event-store';
import { Refusal, derivedId, notFound, type Clock, type Envelope } from '#kernel';
import { APPLICANT, type Commands } from '#organisation';
import {
  belongingTo,
  fileRefused,
  type FileSeen,
  type FileStore,
  type KnownFile,
  type NewFile,
  type Vault,
} from '#vault';
import type { Type } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { noDuty } from '../person.refusals.js';
import { proofPage, type Persons, type Reading } from '../persons.service.js';
import { AttachFile, UploadFile } from './file.acts.js';
import { uploadedFile } from './file.js';
import { fileExpired, fileUnusable } from './file.refusals.js';
import { KeepFile } from './kept-file.js';

/** A file as it is handed in. */
export type HandedInFile = Pick<NewFile, 'fileId' | 'name' | 'bytes'>;

/** A file that was taken in, and where its giver can check that it is unchanged. */
export interface ReceivedFile extends FileSeen {
  proof: string;
}

/** Files that people hand in (tệp đính kèm): each comes in by an act that is committed to what it was. */
export class Files {
  constructor(
    private readonly commands: Commands,
    private readonly aggregates: AggregateStore,
    private readonly persons: Persons,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly files: FileStore,
  ) {}

  /** Takes in a file about a person, under their key; refuses `no_duty` and `file_refused`. */
  async keep(
    envelope: Envelope,
    personId: string,
    file: HandedInFile,
    at = this.clock.now(),
  ): Promise<ReceivedFile> {
    await this.commands.requireMay(KeepFile, envelope, personId);
    const { fileId } = file;
    return this.#takeIn(KeepFile, envelope, personId, { ...file, at }, (commitment) => ({
      fileId,
      commitment,
    }));
  }

  /** Takes in a file about nobody yet, under a key of its own; refuses `file_refused`, and `file_expired` for a repetition too late. */
  async upload(envelope: Envelope, file: HandedInFile): Promise<ReceivedFile> {
    await this.commands.requireRight(UploadFile, envelope, file.fileId);
    await this.#requireNotExpired(envelope.office, file.fileId);
    const taken = { ...file, at: this.clock.now() };
    return this.#takeIn(UploadFile, envelope, file.fileId, taken, (commitment) => ({ commitment }));
  }

  /**
   * Takes in files that come with an act of somebody without an account, all of them or none: their ids, and what attaches
   * them, to go in `before` the act. By nothing else can they be attached: whoever reads their ids in the trail can do
   * nothing with them. Refuses `file_refused`.
   */
  async handIn(
    act: Envelope,
    attached: AttachFile,
    files: readonly Omit<HandedInFile, 'fileId'>[],
  ): Promise<{ fileIds: string[]; attaching: Decision[] }> {
    const { proof: _provesTheWholeAct, ...envelope } = act;
    for (const { name, bytes } of files) await this.#requireGood(name, bytes);
    const fileIds: string[] = [];
    for (const [index, file] of files.entries()) {
      const hash = createHash('sha256').update(file.bytes).digest('hex');
      const fileId = derivedId(act.commandId, 'file', `${index} ${hash} ${file.name}`);
      await this.upload({ ...envelope, commandId: derivedId(fileId, 'upload') }, { ...file, fileId });
      fileIds.push(fileId);
    }
    return {
      fileIds,
      attaching: await this.#attachments(act, attached, await this.files.find(act.office, fileIds)),
    };
  }

  /** Says of which file it is that it is refused. */
  async #requireGood(name: string, bytes: Buffer): Promise<void> {
    try {
      await this.files.examine(name, bytes);
    } catch (refused) {
      if (!(refused instanceof Refusal) || refused.kind !== fileRefused.kind) throw refused;
      throw fileRefused({ why: `${name}: ${String(refused.values.why)}` });
    }
  }

  /**
   * What makes files part of a dossier's applicant's data, to go in `before` the act that attaches them. Refuses
   * `file_unusable` for any that is neither the applicant's already nor an upload of whoever acts.
   */
  async attaching(
    envelope: Envelope,
    { dossierId, personId }: AttachFile,
    fileIds: readonly string[],
  ): Promise<Decision[]> {
    if (fileIds.length === 0) return [];
    const wanted = [...new Set(fileIds)];
    const known = await this.files.find(envelope.office, wanted);
    const own = uploaderOf(envelope);
    // All applicants are one actor: what one of them uploaded comes with their own act (`handIn`).
    const isOwn = (by: string) => by === own && own !== APPLICANT;
    const usable = known.filter(({ about, by }) => about === personId || (about === null && isOwn(by)));
    if (usable.length < wanted.length) throw fileUnusable();
    return this.#attachments(envelope, { dossierId, personId }, usable);
  }

  #attachments(envelope: Envelope, attached: AttachFile, files: readonly KnownFile[]): Promise<Decision[]> {
    const waiting = files.filter(({ about }) => about === null);
    return Promise.all(waiting.map(({ fileId }) => this.#attachment(envelope, fileId, attached)));
  }

  /** A file to those with a duty in whom it is about, or its uploader until it is attached. Refuses `no_duty` and `file_expired`. */
  async read(
    office: string,
    fileId: string,
    { actor, purpose }: Reading,
  ): Promise<{ file: FileSeen; bytes: Buffer }> {
    const file = await this.#describe(office, fileId);
    if (file.about !== null) await this.persons.requireDuty(office, file.about, actor);
    else if (file.by !== actor) throw noDuty();
    const bytes = await this.files.read(office, file, { reader: actor, purpose, at: this.clock.now() });
    return { file, bytes };
  }

  async #describe(office: string, fileId: string): Promise<KnownFile> {
    try {
      return await this.files.describe(office, fileId);
    } catch (refused) {
      if (refused instanceof Refusal && refused.kind === notFound.kind)
        await this.#requireNotExpired(office, fileId);
      throw refused;
    }
  }

  async #requireNotExpired(office: string, fileId: string): Promise<void> {
    const { state } = await this.aggregates.load(uploadedFile, office, fileId);
    if (state.status === 'expired') throw fileExpired();
  }

  /** The file is its uploader's to attach, by whatever delegation the act itself is done. */
  #attachment(envelope: Envelope, fileId: string, attached: AttachFile): Promise<Decision> {
    const { delegationId: _lent, ifMatch: _seen, ...rest } = envelope;
    const commandId = derivedId(envelope.commandId, 'attach', fileId);
    const entrusted = belongingTo(envelope.office, fileId, attached.personId, commandId);
    return this.commands.decisionOf(AttachFile, { ...rest, commandId, entrusted }, fileId, attached);
  }

  /** Lays the bytes down under the key of the stream's own subject; they are there once the act's event is. */
  async #takeIn<F extends object>(
    command: Type<F>,
    envelope: Envelope,
    subject: string,
    file: HandedInFile & { at: Date },
    fieldsOf: (commitment: string) => F,
  ): Promise<ReceivedFile> {
    const { office, commandId } = envelope;
    const examined = await this.files.examine(file.name, file.bytes);
    const laidDown = { ...file, personId: subject, by: uploaderOf(envelope), act: commandId };
    const seen = await this.files.layDown(office, laidDown, examined);
    const entrusted = await this.vault.contents.entrustFile(office, subject, commandId, seen);
    const fields = fieldsOf(entrusted.commitment);
    const { version } = await this.commands.send(command, { ...envelope, entrusted }, subject, fields);
    return { ...seen, proof: proofPage(office, subject, entrusted.opening(version)) };
  }
}

/** Whose upload it is: the person's whose hand it was, or for whom a system acts. */
const uploaderOf = ({ actor, tokenFor }: Envelope): string => tokenFor ?? actor;
