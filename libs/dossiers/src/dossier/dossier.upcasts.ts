import { within, type Upcast, type Upcasts } from '#event-store';

/** Before a step's end moved along with the dossier's, it stayed where it was. */
const stepAsBefore: Upcast = (data) => ({ stepDue: { asBefore: true }, ...data });

/** An office that ended handed over what it kept of a dossier's time. */
const handedOver: Upcast = (work) => ({
  turns: null,
  ran: null,
  askedAt: null,
  late: work.overdue,
  extended: false,
  ...work,
});

/** What was said stood in the event itself, and is read there; from then on it is in the vault. */
const saidInClear: Upcast = (data) => data;

/** A hand-over without a note said so. */
const noted: Upcast = ({ note, ...data }) => (note === null ? data : { ...data, note });

/** What a dossier's events of before say in today's shape. */
export const dossierUpcasts: Upcasts = {
  // Before steps had ends of their own, the first was due with the whole.
  DossierReceived: [(data) => ({ stepDue: data.due, ...data })],
  SupplementAnswered: [stepAsBefore],
  DossierResumed: [(data) => ({ ran: null, ...stepAsBefore(data) })],
  DossierDueMoved: [stepAsBefore],
  StepHandedOver: [noted],
  FeeExempted: [(data) => ({ ground: null, ...data }), saidInClear],
  DossierTakenOver: [within('dossier', within('work', handedOver))],
};
