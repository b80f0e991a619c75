import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { toBuffer } from 'qrcode';
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

const MM = { A4: { width: 210, height: 297 }, A5: { width: 148, height: 210 } };
/** What a reader's own Times New Roman shows as the PDF does: the letters are equally wide. */
const FONT = 'Times New Roman';
const MM_PER_INCH = 25.4;
const PIXELS_PER_INCH = 96;
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0, color: 'auto' },
  ]),
);

/** The document as DOCX, to be worked on further. */
export async function toDocx(document: PrintedDocument): Promise<Buffer> {
  const { paper, landscape, title, subject, body, issuer } = document;
  const size = sizeOf(paper);
  const write = writer(size);
  const margin = Object.fromEntries(
    Object.entries(marginsOf(paper)).map(([side, mm]) => [side, convertMillimetersToTwip(mm)]),
  );
  const { width, height } = MM[paper];
  const made = new Document({
    title,
    creator: issuer.name,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: size * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { after: 60 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            margin,
            size: {
              width: convertMillimetersToTwip(width),
              height: convertMillimetersToTwip(height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
          },
        },
        children: [
          heading(document, write),
          write(title, { bold: true, size: (size + 1) * 2 }, { spacing: { before: 200 } }),
          ...(subject === undefined ? [] : [write(subject, { bold: true })]),
          ...body.flatMap((block) => toParagraphs(block, size)),
          await ending(document, size, write),
        ],
      },
    ],
  });
  return Packer.toBuffer(made);
}

type Write = (text: string, run?: IRunOptions, paragraph?: IParagraphOptions) => Paragraph;

/** Paragraphs in the middle, as headings and signatures are. */
const writer =
  (size: number): Write =>
  (text, run = {}, paragraph = {}) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 0 },
      ...paragraph,
      children: [new TextRun({ text, size: size * 2, ...run })],
    });

const cell = (share: number, children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: share, type: WidthType.PERCENTAGE }, children });

const side = (cells: TableCell[]): Table =>
  new Table({
    borders: NO_BORDERS,
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });

function heading(document: PrintedDocument, write: Write): Table {
  const { above, name } = document.issuer;
  const small = (sizeOf(document.paper) - 1) * 2;
  return side([
    cell(38, [
      ...(above === '' ? [] : [write(capitals(above), { size: small })]),
      write(capitals(name), { bold: true, size: small }),
      write(numberLine(document), { size: small }, { spacing: { before: 80 } }),
    ]),
    cell(62, [
      write(NATION, { bold: true, size: nationSize(document.paper) * 2 }),
      write(MOTTO, { bold: true, underline: {} }),
      write(placeAndDay(document), { italics: true }, { spacing: { before: 80 } }),
    ]),
  ]);
}

function toParagraphs(block: Block, size: number): (Paragraph | Table)[] {
  if ('field' in block)
    return [
      new Paragraph({
        children: [new TextRun(`${block.field}: `), new TextRun({ text: block.value, bold: true })],
      }),
    ];
  if ('list' in block)
    return block.list.map(
      (text, i) => new Paragraph({ indent: { left: 280 }, children: [new TextRun(`${i + 1}. ${text}`)] }),
    );
  if ('columns' in block) return [tableOf(block, size)];
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      children: [
        new TextRun({ text: block.text, bold: block.strong ?? false, italics: block.slanted ?? false }),
      ],
    }),
  ];
}

function tableOf({ columns, rows }: Extract<Block, { columns: unknown }>, size: number): Table {
  const line = (texts: string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: texts.map((text, i) =>
        cell(columns[i]?.share ?? 10, [
          new Paragraph({ children: [new TextRun({ text, bold, size: (size - 1) * 2 })] }),
        ]),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      line(
        columns.map(({ name }) => name),
        true,
      ),
      ...rows.map((row) => line(row, false)),
    ],
  });
}

async function ending(
  { recipients, signature, link }: PrintedDocument,
  size: number,
  write: Write,
): Promise<Table> {
  const left = (text: string, run: IRunOptions) =>
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, ...run })] });
  const small = (size - 2) * 2;
  const code = link && (await toBuffer(link.url, { errorCorrectionLevel: 'M', margin: 1, scale: 4 }));
  const pixels = Math.round(((link ? linkSideMm(link) : 0) / MM_PER_INCH) * PIXELS_PER_INCH);
  return side([
    cell(50, [
      ...(recipients.length > 0
        ? [left('Nơi nhận:', { bold: true, italics: true, size: (size - 1.5) * 2 })]
        : []),
      ...recipients.map((one) => left(`- ${one}`, { size: small })),
      ...(code && link
        ? [
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: code,
                  transformation: { width: pixels, height: pixels },
                  altText: { name: 'QR', description: link.caption, title: link.caption },
                }),
              ],
            }),
            left(link.caption, { italics: true, size: small }),
          ]
        : []),
      ...(recipients.length === 0 && !code ? [left('', {})] : []),
    ]),
    cell(50, [
      ...(signature.authority === undefined ? [] : [write(capitals(signature.authority), { bold: true })]),
      write(capitals(signature.role), { bold: true }),
      write(signature.name, { bold: true }, { spacing: { before: size * 70 } }),
    ]),
  ]);
}
