import { DayField, OneOf, Text, dayOf } from '#kernel';
import { guarded } from '#organisation/office';
import type { Dossier } from '../dossier/dossier.js';
import { atDesk, type DossierContext, type WorkedDossier } from '../dossier/guards.js';
import { RECEIVED_HERE } from '../dossier/refunds.js';
import type { Work } from '../dossier/work.js';
import { PARCEL_STATES, trackingIn, type ParcelState, type PostEvent } from './parcels.js';
import { parcelEnded, postDayInvalid, trackingInvalid } from './post.refusals.js';

/** Notes what the post says of something sent (ghi nhận trạng thái bưu gửi), from its file or by hand. */
export class RecordPost {
  @Text({ description: 'Mã vận đơn, số hiệu bưu gửi · tracking number', max: 40 })
  tracking!: string;

  @OneOf({ description: 'Trạng thái · state', values: PARCEL_STATES })
  state!: ParcelState;

  @DayField({ description: 'Ngày · day' })
  day!: string;
}

const received = (state: Dossier, context: DossierContext): WorkedDossier =>
  atDesk(...RECEIVED_HERE)(state, context);

/** What is news of what the post says: told again, or of a day before what is known, it changes nothing. */
export function toldByPost(
  { receivedAt, parcels = [] }: Work,
  said: Pick<RecordPost, 'tracking' | 'state' | 'day'>,
  now: Date,
): PostEvent[] {
  const tracking = trackingIn(said.tracking);
  if (tracking === undefined) throw trackingInvalid();
  const { state, day } = said;
  if (day < dayOf(new Date(receivedAt)) || day > dayOf(now)) throw postDayInvalid();
  const known = parcels.find((one) => one.tracking === tracking);
  if (known && (day < known.day || (day === known.day && state === known.state))) return [];
  if (known && ENDED.includes(known.state)) throw parcelEnded();
  return [{ type: 'PostStateRecorded', data: { tracking, state, day } }];
}

const ENDED: readonly string[] = ['delivered', 'sent_back'];

export const recordPost = guarded(
  received,
  ({ work }, said: RecordPost, { now }: DossierContext): PostEvent[] => toldByPost(work, said, now),
);
