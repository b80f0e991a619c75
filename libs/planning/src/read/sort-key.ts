const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Orders "V.2" before "V.2a" before "V.10". */
export function sortKey(number: string): string {
  const [area = '', rest = ''] = number.split('.');
  const [, digits = '0', letters = ''] = /^(\d*)([^]*)$/.exec(rest) ?? [];
  return `${String(ROMAN.indexOf(area)).padStart(2, '0')}.${digits.padStart(4, '0')}${letters}`;
}
