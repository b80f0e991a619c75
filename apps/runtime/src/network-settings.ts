import { BlockList, isIP } from 'node:net';

/** How the service is reached: over HTTP on this machine, beyond it over HTTPS or through a proxy. */
export interface NetworkSettings {
  /** Addresses and networks of proxies whose word is taken on where a request comes from; none: nobody's. */
  trustedProxies: readonly string[];
  /** The port on which HTTPS is served beyond this machine; absent: it is not. */
  lanPort: number | undefined;
  /** Files of the certificate and its key, PEM; absent: an authority made at first start vouches for one. */
  certificate: { certFile: string; keyFile: string } | undefined;
  /** Who sends it as a bearer token is shown figures and what is wrong; absent: only who asks from this machine. */
  operationsToken: string | undefined;
}

const SHORTEST_TOKEN = 20;

/** Reads and checks them; throws with a sentence an operator understands. */
export function readNetworkSettings(env: NodeJS.ProcessEnv): NetworkSettings {
  const { LISTEN_LAN, TLS_CERT, TLS_KEY, OPERATIONS_TOKEN } = env;
  const trustedProxies = (env.TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean);
  networksOf(trustedProxies);
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined))
    throw new Error('TLS_CERT and TLS_KEY belong together: files of a certificate and its key, PEM.');
  if (OPERATIONS_TOKEN !== undefined && OPERATIONS_TOKEN.length < SHORTEST_TOKEN)
    throw new Error(`OPERATIONS_TOKEN is too short: at least ${SHORTEST_TOKEN} characters.`);
  return {
    trustedProxies,
    lanPort: LISTEN_LAN === undefined ? undefined : readPort('LISTEN_LAN', LISTEN_LAN),
    certificate: TLS_CERT && TLS_KEY ? { certFile: TLS_CERT, keyFile: TLS_KEY } : undefined,
    operationsToken: OPERATIONS_TOKEN,
  };
}

export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error(`${name} "${text}" is not a port number (0 to 65535).`);
  return port;
}

/** Addresses and networks (`10.0.0.1`, `10.1.0.0/16`) as a list to look in; throws at one that is neither. */
export function networksOf(names: readonly string[]): BlockList {
  const list = new BlockList();
  for (const name of names) {
    const [address = '', bits] = name.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || prefix < 1 || prefix > most)
      throw new Error(
        `TRUSTED_PROXIES "${name}" is neither an address nor a network such as 10.0.0.1 or 10.1.0.0/16.`,
      );
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Whether an address lies in one of the networks; an IPv4 address in IPv6 clothes counts as what it is. */
export const liesIn = (networks: BlockList, address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && networks.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

const THIS_MACHINE = networksOf(['127.0.0.0/8', '::1']);

export const isThisMachine = (address: string): boolean => liesIn(THIS_MACHINE, address);
