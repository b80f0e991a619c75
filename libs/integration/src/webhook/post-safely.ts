import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestOverTls } from 'node:https';
import { request as requestPlain } from 'node:http';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of this house and of its neighbours: a stranger's URL must not lead there (SSRF). */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['::', 96], // IPv4-compatible, out of use
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an address is one that strangers must not be led to; an IPv4 address in IPv6 clothes counts as what it is. */
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return PRIVATE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

export class PrivateAddress extends Error {}

/** Looks a name up and lets through public addresses alone, at the moment of connecting: a name that changes is no way in. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const refused =
      error ?? (addresses.some(({ address }) => isPrivate(address)) ? new PrivateAddress(hostname) : null);
    if (refused || !addresses[0]) return done(refused ?? new Error(`${hostname} has no address`), '', 0);
    if (options.all) return done(null, addresses);
    done(null, addresses[0].address, addresses[0].family);
  });
};

export interface Outgoing {
  method: 'POST' | 'OPTIONS';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Lets it lead to this very machine and its network: for subscribers within the house. */
  allowPrivate: boolean;
  timeoutMs: number;
}

/** Sends to a stranger's URL: follows no redirect, reads no more than it needs, leads to no private address. */
export function sendSafely({
  method,
  url,
  headers,
  body,
  allowPrivate,
  timeoutMs,
}: Outgoing): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && (target.protocol !== 'https:' || (isIP(host) !== 0 && isPrivate(host))))
    return Promise.reject(new PrivateAddress(url));
  const request = target.protocol === 'https:' ? requestOverTls : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        signal: AbortSignal.timeout(timeoutMs),
        ...(allowPrivate ? {} : { lookup: publicOnly }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
        response.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
