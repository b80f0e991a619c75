import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS, FONT_FOLDERS, UNIFONT, runsOf, unifont, type Run } from './fonts.js';
import {
  MOTTO,
  NATION,
  capitals,
  linkSideMm,
  marginsOf,
  nationSize,
  numberLine,
  placeAndDay,
  sizeOf,
  type Block,
  type PrintedDocument,
} from './printed-document.js';

const POINTS_PER_MM = 72 / 25.4;

// Nothing is fetched, and no file is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FOLDERS.some((folder) => path.startsWith(folder)));
pdfmake.setFonts(FONTS);

/** The document as PDF, its fonts inside. */
export async function toPdf(document: PrintedDocument): Promise<Buffer> {
  return Buffer.from(await pdfmake.createPdf(definitionOf(document)).getBuffer());
}

function definitionOf(document: PrintedDocument): TDocumentDefinitions {
  const { paper, landscape, title, subject, body, issuer, madeAt } = document;
  const { left, top, right, bottom } = marginsOf(paper);
  const size = sizeOf(paper);
  return {
    pageSize: paper,
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [left, top, right, bottom].map((mm) => mm * POINTS_PER_MM) as [
      number,
      number,
      number,
      number,
    ],
    defaultStyle: { font: 'Tinos', fontSize: size, lineHeight: 1.1 },
    language: 'vi',
    info: { title, author: issuer.name, creationDate: madeAt, producer: 'Minh Bạch' },
    footer: (page, pages) => (pages > 1 && page > 1 ? { text: String(page), alignment: 'center' } : ''),
    content: [
      heading(document, size),
      { text: inFonts(title), bold: true, alignment: 'center', fontSize: size + 1, margin: [0, size, 0, 0] },
      ...(subject === undefined
        ? []
        : [{ text: inFonts(subject), bold: true, alignment: 'center' as const }]),
      rule(60, size),
      ...body.map((block) => toContent(block, size)),
      ending(document, size),
    ],
  };
}

/** A text whose signs are each in a font that has them. */
const inFonts = (text: string): string | Run[] => {
  const runs = runsOf(text);
  if (runs.some(({ font }) => font === 'Unifont')) pdfmake.virtualfs.writeFileSync(UNIFONT, unifont());
  return runs.length === 1 && runs[0]?.font === 'Tinos' ? text : runs;
};

/** A line under a heading, in the middle. */
const rule = (width: number, below: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 2, x2: width, y2: 2, lineWidth: 0.6 }],
  alignment: 'center',
  margin: [0, 0, 0, below / 2],
});

function heading(document: PrintedDocument, size: number): Content {
  const { above, name } = document.issuer;
  const centred = (text: string, more: object = {}): Content => ({
    text: inFonts(text),
    alignment: 'center',
    fontSize: size - 1,
    ...more,
  });
  return {
    columnGap: 8,
    columns: [
      {
        width: '38%',
        stack: [
          ...(above === '' ? [] : [centred(capitals(above))]),
          centred(capitals(name), { bold: true }),
          rule(45, 4),
          centred(numberLine(document)),
        ],
      },
      {
        width: '*',
        stack: [
          centred(NATION, { bold: true, fontSize: nationSize(document.paper) }),
          centred(MOTTO, { bold: true, fontSize: size }),
          rule(120, 4),
          centred(placeAndDay(document), { italics: true, fontSize: size }),
        ],
      },
    ],
  };
}

function toContent(block: Block, size: number): Content {
  if ('field' in block)
    return {
      text: [{ text: inFonts(`${block.field}: `) }, { text: inFonts(block.value), bold: true }],
      margin: [0, 2],
    };
  if ('list' in block)
    return { stack: block.list.map((text, i) => ({ text: inFonts(`${i + 1}. ${text}`), margin: [14, 1] })) };
  if ('columns' in block)
    return {
      margin: [0, 4],
      table: {
        headerRows: 1,
        widths: block.columns.map(({ share }) => `${share}%`),
        body: [
          block.columns.map(({ name }) => ({
            text: inFonts(name),
            bold: true,
            alignment: 'center',
            fontSize: size - 1,
          })),
          ...block.rows.map((row) => row.map((text) => ({ text: inFonts(text), fontSize: size - 1 }))),
        ],
      },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    };
  return {
    text: inFonts(block.text),
    bold: block.strong ?? false,
    italics: block.slanted ?? false,
    alignment: 'justify',
    margin: [0, 2],
  };
}

function ending({ recipients, signature, link }: PrintedDocument, size: number): Content {
  const { authority, role, name } = signature;
  return {
    unbreakable: true,
    margin: [0, size, 0, 0],
    columns: [
      {
        width: '50%',
        stack: [
          ...(recipients.length > 0
            ? [
                { text: 'Nơi nhận:', bold: true, italics: true, fontSize: size - 1.5 },
                ...recipients.map((one) => ({ text: inFonts(`- ${one}`), fontSize: size - 2 })),
              ]
            : []),
          ...(link
            ? [
                {
                  qr: link.url,
                  fit: linkSideMm(link) * POINTS_PER_MM,
                  eccLevel: 'M' as const,
                  margin: [0, 6, 0, 2] as [number, number, number, number],
                },
                { text: inFonts(link.caption), fontSize: size - 2.5, italics: true },
              ]
            : []),
        ],
      },
      {
        width: '50%',
        stack: [
          ...(authority === undefined
            ? []
            : [{ text: inFonts(capitals(authority)), bold: true, alignment: 'center' as const }]),
          { text: inFonts(capitals(role)), bold: true, alignment: 'center' },
          { text: inFonts(name), bold: true, alignment: 'center', margin: [0, size * 3.5, 0, 0] },
        ],
      },
    ],
  };
}
