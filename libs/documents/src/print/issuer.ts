import type { PrintedDocument } from './printed-document.js';

/** `UBND xã Thiệu Vân` is at Thiệu Vân. */
const placeOf = (officeName: string): string =>
  officeName.replace(/^(UBND|Ủy ban nhân dân)\s+(xã|phường|thị trấn|đặc khu)\s+/i, '');

const inFull = (name: string): string => name.replace(/^UBND\b/, 'Ủy ban nhân dân');

/** Whom a document comes from, the body above it in full, and the place it is issued at. */
export const issuedBy = (office: {
  name: string;
  superior: string;
}): Pick<PrintedDocument, 'issuer' | 'place'> => ({
  issuer: { above: inFull(office.superior), name: inFull(office.name) },
  place: placeOf(office.name),
});
