import type { Aggregate } from '#event-store';
import { guarded, type PostKind } from '#organisation/office';
import {
  LONGEST_NAME,
  MOST_DONG,
  MOST_PARTS,
  isDayWithin,
  isTextOf,
  refusal,
  rememberedId,
  type Day,
} from '#kernel';
import { Map as Dictionary } from 'immutable';
import { isDeepStrictEqual } from 'node:util';

/** How long a procedure may take (thời hạn giải quyết): within the day, working hours, or working days. */
export interface TimeLimit {
  value: number;
  unit: 'same-day' | 'working-hours' | 'working-days';
}

/** A paper that an applicant hands in (thành phần hồ sơ). */
export interface Component {
  name: string;
  /** Kept digitised by the authority, or issued by it: the earlier file is used again instead of asking for it. */
  reusable: boolean;
}

/** A step of the work (bước giải quyết), and its share of the time; the shares of all steps add up to 1. */
export interface Step {
  name: string;
  share: number;
  /** The kind of post that takes it, where the procedure says so. */
  role?: PostKind;
}

/** A procedure (thủ tục hành chính) as the catalogue publishes it. */
export interface Procedure {
  code: string;
  name: string;
  field: string;
  time: TimeLimit;
  /** In đồng. */
  fee: number;
  service: 'full-online' | 'partial' | 'counter';
  components: Component[];
  steps: Step[];
  /** What its own law lets it wait for (R14); none: it can't be paused. */
  pausesFor: string[];
  /** Kinds of posts that may let it wait; none: whoever holds it. */
  pausedBy?: PostKind[];
  /** Grounds on which the fee is waived (trường hợp miễn); none: any, with its reason. */
  exemptions?: string[];
  /** Working days that its own law adds where something must be verified (thời hạn xác minh). */
  extensionDays?: number;
  legalBasis: string;
}

/** A version of a procedure: from a day, until it is replaced or repealed. */
export interface Version extends Procedure {
  version: number;
  from: Day;
  until: Day | null;
}

export type CatalogueEvent =
  | { type: 'ProcedurePublished'; data: Procedure & { version: number; from: Day; document: string } }
  | { type: 'ProcedureRepealed'; data: { code: string; name: string; from: Day; document: string } };

/** Every procedure of an office, with all its versions (danh mục thủ tục hành chính). */
export interface Catalogue {
  procedures: Dictionary<string, readonly Version[]>;
}

export const catalogue: Aggregate<Catalogue, CatalogueEvent> = {
  kind: 'catalogue',
  widelyRead: true,
  initial: { procedures: Dictionary() },
  evolve(state, { type, data }) {
    const known = state.procedures.get(data.code) ?? [];
    const ended = (day: Day) =>
      known.map((one) => (one.until === null || one.until > day ? { ...one, until: day } : one));
    switch (type) {
      case 'ProcedurePublished': {
        const { document: _document, ...published } = data;
        const versions = [...ended(data.from), { ...published, until: null }];
        return { procedures: state.procedures.set(data.code, versions) };
      }
      case 'ProcedureRepealed':
        return { procedures: state.procedures.set(data.code, ended(data.from)) };
    }
  },
};

export const catalogueSubject = (office: string): string => rememberedId(office, 'catalogue');

export const unknownProcedure = refusal(
  'unknown_procedure',
  404,
  { vi: 'Không có thủ tục này', en: 'There is no such procedure' },
  { vi: 'Chọn thủ tục trong danh mục.', en: 'Choose one of the catalogue.' },
);
export const procedureRepealed = refusal(
  'procedure_repealed',
  409,
  { vi: 'Thủ tục đã hết hiệu lực từ {day}', en: 'The procedure ended on {day}' },
  { vi: 'Không nhận hồ sơ mới của thủ tục này.', en: 'It takes no new dossiers.' },
  'R22',
);
export const procedureInvalid = refusal(
  'procedure_invalid',
  422,
  { vi: 'Thủ tục không hợp lệ', en: 'The procedure is not valid' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

/** Of a procedure's versions, the one in force on a day. */
export const versionOn = (versions: readonly Version[], day: Day): Version | undefined =>
  versions.findLast(({ from, until }) => from <= day && (until === null || day < until));

/** Every procedure in force on a day. */
export const allInForce = ({ procedures }: Catalogue, day: Day): Version[] =>
  [...procedures.values()].flatMap((versions) => versionOn(versions, day) ?? []);

/** The version in force on a day; refuses `unknown_procedure`, and `procedure_repealed` from its end (R22). */
export function inForceOn({ procedures }: Catalogue, code: string, day: Day): Version {
  const versions = procedures.get(code);
  if (!versions) throw unknownProcedure();
  const found = versionOn(versions, day);
  if (found) return found;
  throw procedureRepealed({ day: versions.at(-1)?.until ?? versions[0]?.from ?? day });
}

/** Publishes a procedure from a day on, or a new version of it; the same content changes nothing. */
export function publishProcedure(
  { procedures }: Catalogue,
  procedure: Procedure,
  from: Day,
  document: string,
): CatalogueEvent[] {
  const why = whyNot(procedure, from);
  if (why !== undefined) throw procedureInvalid({ why: `${procedure.code}: ${why}` });
  const last = procedures.get(procedure.code)?.at(-1);
  if (last?.until === null && sameContent(last, procedure)) return [];
  if (last && from < last.from)
    throw procedureInvalid({
      why: `${procedure.code}: đã có phiên bản từ ${last.from} · there is one from then on`,
    });
  return [
    { type: 'ProcedurePublished', data: { ...procedure, version: (last?.version ?? 0) + 1, from, document } },
  ];
}

/** The last version of a procedure that is there. */
function known({ procedures }: Catalogue, { part: code }: { part: string }): Version {
  const last = procedures.get(code)?.at(-1);
  if (!last) throw unknownProcedure();
  return last;
}

/** Ends a procedure (bãi bỏ): it takes no new dossier from that day; those it has go on (R21, R22). */
export const repealProcedure = guarded(
  known,
  (
    { code, name, until },
    { from, document }: { from: Day; document: string },
    _: { part: string },
  ): CatalogueEvent[] =>
    until !== null && until <= from
      ? []
      : [{ type: 'ProcedureRepealed', data: { code, name, from, document } }],
);

function whyNot(procedure: Procedure, from: Day): string | undefined {
  const { code, name, time, fee, components, steps, extensionDays = 0 } = procedure;
  if (!/^[\w.-]{3,40}$/.test(code)) return 'mã · code';
  if (!isTextOf(name, LONGEST_NAME, 3)) return 'tên · name';
  if (!Number.isInteger(time.value) || time.value < 0 || time.value > 400) return 'thời hạn · time';
  if (time.unit !== 'same-day' && time.value === 0) return 'thời hạn · time';
  if (!Number.isInteger(fee) || fee < 0 || fee > MOST_DONG)
    return `phí từ 0 đến ${MOST_DONG.toLocaleString('vi')} đồng · fee`;
  if (components.length === 0 || new Set(components.map((c) => c.name)).size !== components.length)
    return 'thành phần · components';
  if (steps.length === 0 || Math.abs(steps.reduce((sum, { share }) => sum + share, 0) - 1) > 0.001)
    return 'các bước phải đủ 100% thời gian · the steps’ shares';
  if (!Number.isInteger(extensionDays) || extensionDays < 0 || extensionDays > 400)
    return 'thời hạn xác minh · extensionDays';
  if (!isDayWithin(from)) return 'ngày hiệu lực · first day';
  return tooMuchIn(procedure);
}

/** The first of its texts that is too long or holds what no text may, or what there is too much of. */
function tooMuchIn({
  field,
  legalBasis,
  components,
  steps,
  pausesFor,
  exemptions = [],
}: Procedure): string | undefined {
  const named = (parts: readonly { name: string }[]) => parts.map(({ name }) => name);
  const lists: [string, string[]][] = [
    ['thành phần · components', named(components)],
    ['các bước · steps', named(steps)],
    ['được tạm dừng vì · pausesFor', pausesFor],
    ['trường hợp miễn · exemptions', exemptions],
    ['lĩnh vực · field', [field]],
  ];
  const wrong = lists.find(
    ([, texts]) => texts.length > MOST_PARTS || !texts.every((text) => isTextOf(text, LONGEST_NAME)),
  );
  return wrong?.[0] ?? (isTextOf(legalBasis, LONGEST_NAME * 4) ? undefined : 'căn cứ · legalBasis');
}

/** Beside the version, the days and the document there is nothing but content. */
const sameContent = (a: Version, b: Procedure): boolean => {
  const { version: _version, from: _from, until: _until, ...content } = a;
  return isDeepStrictEqual(content, b);
};
