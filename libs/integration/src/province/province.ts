import type { Dossiers } from '#dossiers';
import { derivedId, isoOffset, type Clock } from '#kernel';
import { NEWS_MS, type Carrier, type Message, type Outbox } from '#outbox';
import type { Reaction } from '#projection';
import { jsonCarrier } from '../json-carrier.js';

/** The provincial system, and how its codes correspond to what happens here (bảng ánh xạ). */
export interface Province {
  url: string;
  token: string;
  mapping: Mapping;
}

export interface Mapping {
  /** Its code of a state, by the type of the event that leads there. */
  statuses: Readonly<Record<string, string>>;
  /** Its code of a procedure, where it differs from the office's. */
  procedures: Readonly<Record<string, string>>;
}

/** What the provincial system is told of a dossier. */
export interface StateMessage {
  dossierCode: string | null;
  dossierId: string;
  procedure: string;
  status: string;
  at: string;
  due: string | null;
  /** Grows with each change: what comes late never undoes what came before. */
  version: number;
}

/** The provincial system as it is set, or null. */
export const PROVINCE = Symbol('province');

/** Puts each change of a dossier's state into the outbox, in the order in which they happened; null where nobody is told. */
export function syncProvince(
  province: Province | null,
  dossiers: Dossiers,
  outbox: Outbox,
  clock: Clock,
): Reaction | null {
  if (!province) return null;
  const { mapping } = province;
  return {
    name: 'sync_province',
    startsAfter: (office) => outbox.beginningAt(office, new Date(clock.now().getTime() - NEWS_MS)),
    types: Object.keys(mapping.statuses),
    async react(events) {
      for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
        const states = await dossiers.behind(office, own);
        const messages = own.map(({ eventId, type, subject, recordedAt, version }): Message => {
          const { work = null, procedureCode = '' } = states.get(subject) ?? {};
          const body: StateMessage = {
            dossierCode: work?.code ?? null,
            dossierId: subject,
            procedure: mapping.procedures[procedureCode] ?? procedureCode,
            status: mapping.statuses[type] ?? '',
            at: isoOffset(recordedAt),
            due: work?.due == null ? null : isoOffset(new Date(work.due)),
            version,
          };
          const id = derivedId(eventId, 'province');
          return { id, channel: 'province', recipient: subject, orderedBy: subject, body, cause: eventId };
        });
        await outbox.put(office, messages, clock.now());
      }
    },
  };
}

/** Carries states to the provincial system, with an id by which it knows a repetition. */
export const provinceCarrier = ({ url, token }: Province): Carrier =>
  jsonCarrier({ url, token, path: '/dossier-states', name: 'the provincial system' });
