import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { MOST_FILES, MOST_UNPACKED } from '../limits.js';
import { fileUnreadable } from '../sheet.refusals.js';
import { readXml, type XmlHandlers } from './read-xml.js';

/** The parts of an office document (ISO/IEC 29500-2: a ZIP of XML), each unpacked only when it is read. */
export interface Package {
  has(name: string): boolean;
  /** Tells a part's elements and text in their order; tells nothing where there is no such part. */
  read(name: string, handlers: XmlHandlers): Promise<void>;
}

/** Opens an archive by its directory. What it says of sizes is believed of nobody: what comes out is counted. */
export async function openPackage(file: Buffer): Promise<Package> {
  const zip = await opened(file);
  const entries = await entriesOf(zip);
  let left = MOST_UNPACKED;
  return {
    has: (name) => entries.has(name),
    async read(name, handlers) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      await readXml(unpacked(zip, entry), handlers);
    },
  };

  async function* unpacked(of: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
    let sum = 0;
    for await (const chunk of await streamOf(of, entry)) {
      const bytes = chunk as Buffer;
      left -= bytes.length;
      if (left < 0)
        throw fileUnreadable({
          why: 'tệp nén quá lớn khi giải nén · the archive unpacks to more than is taken',
        });
      sum = crc32(bytes, sum);
      yield bytes;
    }
    if (sum !== entry.crc32) throw broken();
  }
}

const broken = () =>
  fileUnreadable({
    why: 'tệp XLSX, DOCX bị hỏng hoặc bị cắt · a broken XLSX or DOCX file, or one that was cut off',
  });

const opened = (file: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(broken()) : resolve(zip),
    );
  });

/** The archive's directory. Two parts of one name would be read as one or the other: such an archive is refused. */
function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(broken()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName) || entries.size >= MOST_FILES) return reject(broken());
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(stream)));
  });
