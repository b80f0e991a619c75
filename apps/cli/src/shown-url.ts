/** An address as it may be shown: without a name, a password and what follows `?` or `#`, where secrets travel. What is no address stays. */
export function shownUrl(text: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)([^]*)$/i.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return text;
  const [place = ''] = rest.split(/[?#]/, 1);
  // A password may hold `@`, `:` and `/`: the host comes after the last `@`.
  const at = place.lastIndexOf('@');
  const shown = at === -1 ? place : `…@${place.slice(at + 1)}`;
  return `${scheme}${shown}${place === rest ? '' : '?…'}`;
}
