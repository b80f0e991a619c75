import { Refusal } from '#kernel/plain';
import sax from 'sax';
import { MOST_DEPTH } from '../limits.js';
import { fileUnreadable } from '../sheet.refusals.js';

/** What is done with a part's XML as it comes. Names and attributes are told without their prefixes. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML (UTF-8 or UTF-16) piece by piece, so that no part is held whole. Refuses what is not well-formed, and a DTD. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const xml = sax.parser(true, { position: false });
  let depth = 0;
  xml.onopentag = ({ name, attributes }) => {
    if ((depth += 1) > MOST_DEPTH) throw notXml();
    handlers.open?.(local(name), withoutPrefixes(attributes));
  };
  xml.ontext = (text) => handlers.text?.(text);
  xml.oncdata = (text) => handlers.text?.(text);
  xml.onclosetag = (name) => {
    depth -= 1;
    handlers.close?.(local(name));
  };
  xml.ondoctype = () => {
    throw notXml();
  };
  xml.onerror = () => {
    throw notXml();
  };
  try {
    let decoder: TextDecoder | undefined;
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true });
      xml.write(decoder.decode(chunk, { stream: true }));
    }
    xml.write(decoder?.decode() ?? '').close();
  } catch (error) {
    throw error instanceof Refusal ? error : notXml();
  }
}

const notXml = () =>
  fileUnreadable({ why: 'nội dung tệp XLSX, DOCX bị hỏng · what the XLSX or DOCX file holds is broken' });

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const withoutPrefixes = (attributes: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]));
