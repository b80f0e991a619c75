import 'pdfmake';

declare module 'pdfmake' {
  /** Files that it has in memory; its own types do not know of them. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
