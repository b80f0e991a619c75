import type { Day } from '#kernel';

/** How far the post says that something is (trạng thái bưu gửi). */
export const PARCEL_STATES = ['accepted', 'in_transit', 'delivered', 'undelivered', 'sent_back'] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

/** What went by public post (bưu gửi), as the post's file last told of it; `handed`: the office gave it to the post. */
export interface Parcel {
  tracking: string;
  state: ParcelState | 'handed';
  day: Day;
}

export type PostEvent = {
  type: 'PostStateRecorded';
  data: { tracking: string; state: ParcelState; day: Day };
};

/** All parcels of a dossier once one of them is known to be somewhere. */
export const parcelsAfter = (parcels: readonly Parcel[] = [], next: Parcel): readonly Parcel[] =>
  parcels.some(({ tracking }) => tracking === next.tracking)
    ? parcels.map((one) => (one.tracking === next.tracking ? next : one))
    : [...parcels, next];

const S10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** A tracking number as the post writes it, without spaces; undefined for what is none, or whose check digit is wrong. */
export function trackingIn(text: string): string | undefined {
  const said = text.replace(/\s/gu, '').toUpperCase();
  if (!/^[A-Z0-9-]{6,30}$/.test(said)) return undefined;
  const [, serial, check] = S10.exec(said) ?? [];
  return serial === undefined || checkDigit(serial) === Number(check) ? said : undefined;
}

/** Of the Universal Postal Union's standard S10. */
function checkDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(serial[place]), 0);
  const left = 11 - (sum % 11);
  return left === 10 ? 0 : left === 11 ? 5 : left;
}
