import { ACT_DONE } from '#event-store';
import { is } from '#kernel';

/** Where somebody checks that what they gave is unchanged; what opens the commitment stands behind the #. */
export const proof = is.opaque(1_000);

export const PersonRegistered = is.named('PersonRegistered', { ...ACT_DONE, proof, personId: is.id });
export const PersonCorrected = is.named('PersonCorrected', { ...ACT_DONE, proof });
export const PeopleFound = is.all(is.id);

/** What is known of a person (dữ liệu cá nhân). */
export const PersonRead = is.named('PersonRead', {
  personId: is.id,
  name: is.maybe(is.line),
  phone: is.maybe(is.code),
  email: is.maybe(is.code),
  identityNumber: is.maybe(is.code),
  address: is.maybe(is.line),
  bornOn: is.maybe(is.day),
});

export const PersonExport = is.named('PersonExport', {
  personId: is.id,
  facts: is.byName(is.prose),
  former: is.list(is.object({ name: is.line, version: is.version, value: is.prose }), is.MOST_LISTED),
  readings: is.list(is.object({ at: is.instant, reader: is.line, purpose: is.line }), is.MOST_LISTED),
});

export const ReadingsUnusual = is.named('ReadingsUnusual', {
  day: is.day,
  thresholds: is.object({ inADay: is.count, atOnce: is.count, minutes: is.count }),
  items: is.list(
    is.object({
      reader: is.code,
      name: is.orNull(is.line),
      people: is.count,
      atOnce: is.count,
      purposes: is.list(is.line),
      sentence: is.prose,
    }),
    is.MOST_LISTED,
  ),
});

export const FileUploaded = is.named('FileUploaded', {
  fileId: is.id,
  sha256: is.fileHash,
  name: is.line,
  type: is.code,
  size: is.count,
  proof,
});
