import { readDay } from '../ui/day-field';

/** What may be known of an applicant at the desk. */
export interface Facts {
  name: string;
  phone: string;
  identityNumber: string;
  bornOn: string;
  address: string;
}

export const NOTHING: Facts = { name: '', phone: '', identityNumber: '', bornOn: '', address: '' };

/** By which number somebody is looked for, and what is known of them by that alone. */
export interface LookUp {
  by: 'phone' | 'identityNumber';
  value: string;
  facts: Facts;
}

const IDENTITY_NUMBER = /^(\d{9}|\d{12})$/;
const PHONE = /^0\d{9}$/;
const CARD_PARTS = 6;

/** The QR code of a citizen's card: `number|old number|name|ddmmyyyy|sex|address|issued`. */
function readCard(typed: string): LookUp | undefined {
  const [number = '', , name = '', born = '', , address = ''] = typed.split('|').map((part) => part.trim());
  if (!IDENTITY_NUMBER.test(number) || typed.split('|').length < CARD_PARTS) return undefined;
  const facts = { ...NOTHING, identityNumber: number, name, bornOn: readDay(born) ?? '', address };
  return { by: 'identityNumber', value: number, facts };
}

/** What was scanned or typed to look somebody up; undefined where it is neither card nor number. */
export function readLookUp(typed: string): LookUp | undefined {
  const text = typed.normalize('NFC').trim();
  if (text.includes('|')) return readCard(text);
  const number = text.replaceAll(/[\s.-]/g, '').replace(/^\+84/, '0');
  if (PHONE.test(number)) return { by: 'phone', value: number, facts: { ...NOTHING, phone: number } };
  if (IDENTITY_NUMBER.test(number))
    return { by: 'identityNumber', value: number, facts: { ...NOTHING, identityNumber: number } };
  return undefined;
}
