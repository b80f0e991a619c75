import { temporaryFailure } from '#kernel';
import { Piscina } from 'piscina';
import type { Printing } from './printing-thread.js';

export const manyArePrinted = temporaryFailure(
  'many_are_printed',
  503,
  { vi: 'Đang in nhiều văn bản cùng lúc', en: 'Many documents are being printed at once' },
  { vi: 'In lại sau ít phút.', en: 'Print again in a minute.' },
);

const MOST_WAITING = 100;

/** A thread of its own, while there is something to print: the printers are large, and a register holds a loop for seconds. */
const thread = new Piscina<Printing, Uint8Array>({
  filename: new URL('./printing-thread.js', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  maxQueue: MOST_WAITING,
  idleTimeout: 30_000,
});

/** A document (văn bản) as PDF or DOCX, in bytes. Refuses `many_are_printed`. */
export async function print(printing: Printing): Promise<Buffer> {
  if (thread.queueSize >= MOST_WAITING) throw manyArePrinted();
  const { buffer, byteOffset, byteLength } = await thread.run(printing);
  return Buffer.from(buffer, byteOffset, byteLength);
}
