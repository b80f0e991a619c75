import 'reflect-metadata'; // asked for by the library
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ServerCertificate } from './server-certificate.js';

const { subtle } = globalThis.crypto;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3_650;
/** No browser takes a certificate that is longer in force. */
const SERVER_DAYS = 397;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * A certificate for this machine's names and addresses, made at each start by an authority of the installation's own, which
 * is made at the first and kept in the data folder: its key there is for its owner alone, its certificate is handed out.
 */
export async function certificateOfOwn(
  dataDir: string,
  names: readonly string[],
): Promise<ServerCertificate> {
  const { authority, signingKey } = await authorityIn(dataDir);
  const keys = await newKeys();
  const made = await X509CertificateGenerator.create({
    ...common(SERVER_DAYS),
    subject: `CN=${names[0] ?? 'localhost'}`,
    issuer: new X509Certificate(authority).subject,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
      ),
    ],
  });
  return { cert: `${made.toString('pem')}\n${authority}`, key: await pemOf(keys.privateKey), authority };
}

async function authorityIn(dataDir: string): Promise<{ authority: string; signingKey: CryptoKey }> {
  const [certFile, keyFile] = [join(dataDir, 'tls-authority.crt'), join(dataDir, 'tls-authority.key')];
  const kept = await readFile(keyFile, 'utf8').catch(() => undefined);
  if (kept === undefined) {
    const keys = await newKeys();
    const made = await X509CertificateGenerator.createSelfSigned({
      ...common(AUTHORITY_DAYS),
      name: `CN=Minh Bach ${hostname()}`,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    });
    await writeFile(certFile, `${made.toString('pem')}\n`, { mode: 0o644 });
    await writeFile(keyFile, await pemOf(keys.privateKey), { mode: 0o600 });
  }
  const der = PemConverter.decodeFirst(await readFile(keyFile, 'utf8'));
  return {
    authority: await readFile(certFile, 'utf8'),
    signingKey: await subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']),
  };
}

const newKeys = () => subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

const pemOf = async (key: CryptoKey): Promise<string> =>
  PemConverter.encode(await subtle.exportKey('pkcs8', key), 'PRIVATE KEY');

/** From yesterday on: clocks around may be behind. */
const common = (days: number) => ({
  serialNumber: `00${randomBytes(16).toString('hex')}`,
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + days * DAY_MS),
  signingAlgorithm: ALGORITHM,
});
