import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { FACT_NAMES, wordsOf } from './entry/facts.js';
import { KIND_NAMES } from './entry/kinds.js';

const kind = is.oneOf(KIND_NAMES);
const words = (name: Parameters<typeof wordsOf>[0]) => is.maybe(is.oneOf(wordsOf(name)));
const counted = is.maybe(is.count);

/** What an entry says by name; which of them, its register tells. */
const Facts = is.named('RegisterFacts', {
  participants: counted,
  hours: counted,
  channel: words('channel'),
  link: is.maybe(is.line),
  measure: words('measure'),
  done: counted,
  total: counted,
  recognition: words('recognition'),
  way: words('way'),
  procedureCode: is.maybe(is.code),
  outcome: words('outcome'),
  checked: counted,
  lacking: counted,
  award: words('award'),
  persons: counted,
  documentNumber: is.maybe(is.code),
});

const ENTRY = {
  id: is.id,
  version: is.version,
  kind,
  status: is.oneOf(['entered', 'withdrawn']),
  day: is.day,
  title: is.line,
  unitId: is.orNull(is.id),
  taskId: is.orNull(is.id),
  /** The officials who took part, where its register asks who. */
  officials: is.maybe(is.list(is.id)),
  facts: Facts,
  note: is.orNull(is.prose),
  evidence: is.orNull(is.fileHash),
  by: is.orNull(is.line),
  enteredAt: is.instant,
  corrected: is.orNull(is.prose),
  withdrawn: is.orNull(is.prose),
};

/** An entry of a register (mục ghi sổ). */
export const RegisterEntry = is.named('RegisterEntry', ENTRY);
export const RegisterPage = is.page(RegisterEntry);

/** The registers as they are kept, and what each asks for. */
export const RegisterKinds = is.all(
  is.named('RegisterKind', {
    kind,
    title: is.bilingual,
    about: is.bilingual,
    source: is.line,
    by: is.orNull(is.oneOf(FACT_NAMES)),
    /** It is told who of the office took part. */
    attended: is.flag,
    facts: is.list(
      is.object({
        name: is.oneOf(FACT_NAMES),
        label: is.bilingual,
        form: is.oneOf(['count', 'choice', 'link', 'procedure', 'document']),
        required: is.flag,
        choices: is.list(is.object({ value: is.code, label: is.bilingual })),
      }),
    ),
  }),
);

/** What a register's entries come to. */
export const REGISTER_TOTAL = is.named('RegisterTotal', {
  kind,
  choice: is.orNull(is.code),
  entries: is.count,
  participants: is.position,
  hours: is.position,
  done: is.position,
  checked: is.position,
  lacking: is.position,
  persons: is.position,
  total: is.orNull(is.position),
});

export const RegisterTotals = is.derived({
  from: is.day,
  to: is.day,
  items: is.list(REGISTER_TOTAL, is.MOST_LISTED),
});

export const EntryMade = is.named('RegisterEntryMade', { ...ACT_DONE, entryId: is.id });
