import type { DueInstant } from '#deadline';
import type { Appended, Decision } from '#event-store';
import type { Envelope } from '#kernel';
import type { Commands } from '#organisation';
import { ReceiveDossier } from './dossier/reception.js';
import type { Dossiers } from './dossiers.service.js';

/** Receives dossiers, and tells each one's code and appointment. */
export class Receptions {
  constructor(
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
  ) {}

  /**
   * Receives a dossier under the next number of the day's register (R19): both go in at once or neither does, so no number
   * is lost, and none is dealt twice, however many desks and processes receive; with them what comes `before`.
   */
  async receive(
    envelope: Envelope,
    dossierId: string,
    command: ReceiveDossier,
    before?: readonly Decision[],
  ): Promise<Appended & { code: string; due: DueInstant }> {
    const received = await this.commands.send(
      ReceiveDossier,
      envelope,
      dossierId,
      command,
      undefined,
      before,
    );
    const { work } = await this.dossiers.loadAfter(envelope.office, dossierId, received.version);
    return { ...received, code: work?.code ?? '', due: work ?? { due: null } };
  }
}
