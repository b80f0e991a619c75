import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import type { NetworkSettings } from './network-settings.js';

/** A certificate with its key, PEM, and the authority that vouches for it, where that is one of our own. */
export interface ServerCertificate {
  cert: string;
  key: string;
  authority: string | undefined;
}

/** What HTTPS beyond this machine is served with; undefined where nobody asked for it. */
export async function serverCertificate({
  lanPort,
  certificate,
  publicUrl,
  dataDir,
}: Pick<NetworkSettings, 'lanPort' | 'certificate'> & { publicUrl: string; dataDir: string }): Promise<
  ServerCertificate | undefined
> {
  if (lanPort === undefined) return undefined;
  if (certificate) return certificateFrom(certificate.certFile, certificate.keyFile);
  const { certificateOfOwn } = await import('./own-authority.js');
  return certificateOfOwn(dataDir, [...new Set([hostOf(publicUrl), ...namesOfThisMachine()])]);
}

export const hostOf = (publicUrl: string): string => new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');

async function certificateFrom(certFile: string, keyFile: string): Promise<ServerCertificate> {
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
    throw new Error(`TLS_KEY ${keyFile} is not the key of the certificate TLS_CERT ${certFile}.`);
  return { cert, key, authority: undefined };
}

/** What this machine is called and where it is reached in its networks. */
const namesOfThisMachine = (): string[] => [
  hostname(),
  'localhost',
  ...Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address).filter((address) => !address.startsWith('fe80')),
  ),
];
