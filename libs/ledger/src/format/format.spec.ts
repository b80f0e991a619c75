import fc from 'fast-check';
import { checkSignature, formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { checkCosignature, cosign } from './cosignature.js';
import { formatBundle, parseBundle } from './entry-bundle.js';
import { FormatError } from './format-error.js';
import { LOG_KEY, WITNESS_KEY, newSignerKey, parseSignerKey, parseVerifierKey, signerKey } from './keys.js';
import { signNote } from './signed-note.js';
import { parseTilePath, tilePath } from './tile-path.js';

/** Cases for the parsers; the nightly run asks for 100,000. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2_000);
const refusedOnly = (parse: () => unknown) => {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
};

describe('the example of the cosignature specification', () => {
  it('is read, line for line', () => {
    const note = [
      'example.com/behind-the-sofa',
      '20852163',
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
      '',
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=',
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==',
      '',
    ].join('\n');
    const { origin, size, signatures } = parseCheckpoint(Buffer.from(note));
    expect([origin, size, signatures.length]).toEqual(['example.com/behind-the-sofa', 20_852_163, 2]);
    expect(signatures[1]?.signature.readBigUInt64BE()).toBe(1_679_315_147n);
  });
});

describe('keys', () => {
  it('have the id and the text form of signed-note; the private form reads back', () => {
    const key = signerKey('example.com/log', LOG_KEY, Buffer.alloc(32, 7));
    expect(parseVerifierKey(key.verifier.text).id).toEqual(key.verifier.id);
    expect(parseSignerKey(key.secret).verifier.text).toBe(key.verifier.text);
    expect(signerKey('example.com/log', WITNESS_KEY, Buffer.alloc(32, 7)).verifier.id).not.toEqual(
      key.verifier.id,
    );
    expect(() => parseVerifierKey(key.verifier.text.replace('example', 'exbmple'))).toThrow('does not fit');
  });
});

describe('a checkpoint', () => {
  const key = newSignerKey('example.com/log');
  const body = formatCheckpoint({ origin: 'example.com/log', size: 7, root: Buffer.alloc(32, 1) });
  const note = signNote(body, key);
  const read = (text: string) => () => checkSignature(parseCheckpoint(Buffer.from(text)), [key.verifier]);

  it('reads back, with the signature of its log', () => expect(read(note)().name).toBe('example.com/log'));
  it.each([
    ['another key', () => signNote(body, newSignerKey('example.com/log')), 'none of the given keys'],
    ['another text', () => note.replace('\n7\n', '\n8\n'), 'does not fit'],
    ['bytes behind it', () => `${note}x`, 'bytes behind'],
    ['a line behind it', () => `${note}x\n`, 'not a signature line'],
    ['no signature', () => body, 'no signatures'],
    ['a size with a leading zero', () => note.replace('\n7\n', '\n07\n'), 'no tree size'],
    ['a size that is none', () => note.replace('\n7\n', '\n-1\n'), 'no tree size'],
    ['a size beyond counting', () => note.replace('\n7\n', '\n99999999999999999999\n'), 'no tree size'],
    ['a short root', () => note.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\nAQ==\n'), 'not 32 bytes'],
    ['a carriage return', () => note.replace('\n7\n', '\n7\r\n'), 'control characters'],
    ['no origin', () => note.replace('example.com/log\n7', '\n7'), 'no origin'],
  ])('with %s is refused', (_name, make, why) => expect(read(make())).toThrow(why));

  it('is cosigned by a witness over the text and the time', () => {
    const witness = newSignerKey('witness.example.com', WITNESS_KEY);
    const at = new Date('2026-11-24T08:00:00Z');
    const both = `${note}${cosign(body, witness, at)}\n`;
    const [, line] = parseCheckpoint(Buffer.from(both)).signatures;
    expect(checkCosignature(body, line!, witness.verifier)).toEqual(at);
    const later = {
      ...line!,
      signature: Buffer.concat([Buffer.alloc(7), Buffer.of(1), line!.signature.subarray(8)]),
    };
    expect(() => checkCosignature(body, later, witness.verifier)).toThrow('does not fit');
  });
  it('any other bytes are refused or mean the same (fuzz)', () => {
    const bytes = Buffer.from(note);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(3), (at, byte, cut) => {
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1 + cut)]);
        if (changed.equals(bytes)) return;
        expect(() => checkSignature(parseCheckpoint(changed), [key.verifier])).toThrow(FormatError);
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => refusedOnly(() => parseCheckpoint(any))),
      { numRuns },
    );
  });
});

describe('paths of tiles', () => {
  it('are written in threes', () => {
    expect(tilePath({ level: 0, number: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', number: 0, width: 8 })).toBe('tile/entries/000.p/8');
    expect(tilePath({ level: 1, number: 1000, width: 1 })).toBe('tile/1/x001/000.p/1');
  });
  it.each([
    'tile/0/1',
    'tile/00/001',
    'tile/64/001',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/data/001',
    'tile/0/../001',
    'tile/0/x001/x002',
  ])('%s is none', (path) => expect(() => parseTilePath(path)).toThrow(FormatError));
  it('read back, and nothing else is read (fuzz)', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(63), fc.integer({ min: 1, max: 256 }), (number, level, width) => {
        const name = { level, number, width };
        expect(parseTilePath(tilePath(name))).toEqual(name);
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (any) => refusedOnly(() => parseTilePath(`tile/${any}`))),
      { numRuns },
    );
  });
});

describe('entry bundles', () => {
  it('read back; a cut, longer or miscounted one is refused (fuzz)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        (entries, cut) => {
          const bytes = formatBundle(entries);
          expect(parseBundle(bytes, entries.length)).toEqual(entries.map((entry) => Buffer.from(entry)));
          expect(() => parseBundle(bytes.subarray(0, cut % bytes.length), entries.length)).toThrow(
            FormatError,
          );
          expect(() => parseBundle(Buffer.concat([bytes, Buffer.of(0)]), entries.length)).toThrow(
            FormatError,
          );
          expect(() => parseBundle(bytes, entries.length + 1)).toThrow(FormatError);
        },
      ),
      { numRuns },
    );
    expect(() => formatBundle([Buffer.alloc(65_536)])).toThrow('65,535');
  });
});
