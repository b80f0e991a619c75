import type { Decision } from '#event-store';
import type { Envelope } from '#kernel';
import type { Strangers } from '#organisation';
import type { AttachFile, Files } from '#persons';
import type { ComponentHandedIn } from './dossier/reception.js';

/** A paper as somebody sends it from home (tệp gửi kèm): of which component, and the file. */
export interface Paper {
  component: string;
  name: string;
  bytes: Buffer;
}

/** Takes in the papers that come with an act of somebody without an account. */
export class SentPapers {
  constructor(
    private readonly files: Files,
    private readonly strangers: Strangers,
  ) {}

  /** The papers as components, and what goes in before the act that they come with. Refuses `file_refused` and `too_many_requests`. */
  async takeIn(
    act: Envelope,
    attached: AttachFile,
    papers: readonly Paper[],
    address: string,
  ): Promise<{ components: ComponentHandedIn[]; attaching: Decision[] }> {
    if (papers.length === 0) return { components: [], attaching: [] };
    await this.strangers.sends(
      address,
      papers.reduce((sum, { bytes }) => sum + bytes.length, 0),
    );
    const { fileIds, attaching } = await this.files.handIn(act, attached, papers);
    return {
      components: papers.map(({ component }, index) => ({
        name: component,
        form: 'digitised',
        fileId: fileIds[index] ?? '',
      })),
      attaching,
    };
  }
}
