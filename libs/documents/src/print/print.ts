import { OwnThread, temporaryFailure } from '#kernel';
import type { Printing } from './printing-thread.js';

export const manyArePrinted = temporaryFailure(
  'many_are_printed',
  503,
  { vi: 'Đang in nhiều văn bản cùng lúc', en: 'Many documents are being printed at once' },
  { vi: 'In lại sau ít phút.', en: 'Print again in a minute.' },
);

/** The printers are large, and a register holds a loop for seconds. */
const thread = new OwnThread<Printing, Uint8Array>('#documents/printing-thread', manyArePrinted);

/** A document (văn bản) as PDF or DOCX, in bytes. Refuses `many_are_printed`. */
export async function print(printing: Printing): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await thread.run(printing);
  return Buffer.from(buffer, byteOffset, byteLength);
}
