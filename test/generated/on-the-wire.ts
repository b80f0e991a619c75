import type { Wire } from './exchange.js';
import { FORM_MEDIA } from './pages.js';
import type { Drawn } from './requests.js';
import type { Seen } from './seen.js';
import { withSeen } from './values.js';

/** A drawn request as it is sent, with what was seen in the place of what stands for it. */
export function onTheWire({ operation, parts, raw, media }: Drawn, seen: Seen): Wire {
  const path = namedIn(parts.path, seen);
  const query = namedIn(parts.query, seen)
    .flatMap(([name, value]) => [value].flat().map((one) => `${encoded(name)}=${encoded(one)}`))
    .join('&');
  const headers = namedIn(parts.header, seen).flatMap(([name, value]) =>
    /^[\w-]+$/.test(name) ? [[name.toLowerCase(), headerOf(value)]] : [],
  );
  const filled = path.reduce(
    (address, [name, value]) => address.replace(`{${name}}`, () => encoded(value, name === 'path')),
    operation.path,
  );
  const type = media ?? operation.body?.media;
  const given = withSeen(parts.body, seen);
  const body = raw ?? (operation.body?.media === FORM_MEDIA ? formOf(given) : bodyOf(given));
  return {
    method: operation.method,
    path: (filled + (query === '' ? '' : `?${query}`)).replaceAll(/\{\w+\}/g, ''),
    headers: {
      ...(operation.isPage ? { accept: 'text/html' } : {}),
      ...(Object.fromEntries(headers) as Record<string, string>),
      ...(body === undefined || type === undefined || type === '' ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

const namedIn = (part: Record<string, unknown>, seen: Seen): [string, unknown][] =>
  Object.entries(part).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, withSeen(value, seen)] as [string, unknown]],
  );

const bodyOf = (value: unknown): string | Uint8Array | undefined =>
  value instanceof Uint8Array ? value : JSON.stringify(value);

const formOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map((pair) => pair.map((one) => encoded(one)).join('='))
        .join('&')
    : textOf(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** Percent-encoded, byte by byte what can't be; what is percent-encoded already, rightly or not, as it is. */
function encoded(value: unknown, isPath = false): string {
  const text = textOf(value);
  if (/^%[\x21-\x7e]*$/.test(text)) return text;
  return Array.from(text, (sign) => {
    if (isPath && sign === '/') return sign;
    return sign.isWellFormed() ? encodeURIComponent(sign) : '%ED%A0%80';
  }).join('');
}

/** Its bytes, without those that end a header. */
const headerOf = (value: unknown): string =>
  Buffer.from(textOf(value))
    .toString('latin1')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\0-\x08\x0a-\x1f\x7f]/g, '');
