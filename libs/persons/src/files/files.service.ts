import type { Clock, Envelope } from '#kernel';
import type { Commands } from '#organisation';
import type { FileSeen, FileStore, NewFile, Vault } from '#vault';
import type { Type } from '@nestjs/common';
import { noDuty } from '../person.refusals.js';
import { proofPage, type Persons, type Reading } from '../persons.service.js';
import { UploadFile } from './file.acts.js';
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

  /** Takes in a file about nobody yet, under a key of its own; refuses `file_refused`. */
  async upload(envelope: Envelope, file: HandedInFile): Promise<ReceivedFile> {
    await this.commands.requireRight(UploadFile, envelope, file.fileId);
    const taken = { ...file, at: this.clock.now() };
    return this.#takeIn(UploadFile, envelope, file.fileId, taken, (commitment) => ({ commitment }));
  }

  /** A file's bytes, to those with a duty in whom it is about, or its sender where it is about nobody; refuses `no_duty`. */
  async read(office: string, fileId: string, { actor, purpose }: Reading) {
    const { personId, by } = await this.files.describe(office, fileId);
    if (personId !== null && personId !== fileId) await this.persons.requireDuty(office, personId, actor);
    else if (by !== actor) throw noDuty();
    return this.files.read(office, fileId, { reader: actor, purpose, at: this.clock.now() });
  }

  /** Lays the bytes down under the key of the stream's own subject; they are there once the act's event is. */
  async #takeIn<F extends object>(
    command: Type<F>,
    envelope: Envelope,
    subject: string,
    file: HandedInFile & { at: Date },
    fieldsOf: (commitment: string) => F,
  ): Promise<ReceivedFile> {
    const { office, commandId, actor, tokenFor: by = actor } = envelope;
    const examined = await this.files.examine(file.name, file.bytes);
    const laidDown = { ...file, personId: subject, by, act: commandId };
    const seen = await this.files.layDown(office, laidDown, examined);
    const entrusted = await this.vault.contents.entrustFile(office, subject, commandId, seen);
    const fields = fieldsOf(entrusted.commitment);
    const { version } = await this.commands.send(command, { ...envelope, entrusted }, subject, fields);
    return { ...seen, proof: proofPage(office, subject, entrusted.opening(version)) };
  }
}
