import { dayOf, type Day } from '#kernel';

/** How a dossier's time counts, each setting with its source. */
export interface ClockSettings {
  /** A same-day dossier received from then on falls due the next working day (Thông tư 01/2018; a setting). */
  sameDayCutOff: string;
  /** Shares of the working time at which the holder is warned. */
  warnings: number[];
  /** Working days at each level of escalation, counted from the level before. */
  escalation: number[];
  /** Calendar days in which a supplement is to be answered. */
  supplementDays: number;
  /** Working days after reception in which a supplement is to be asked for (Nghị định 61/2018, art. 19). */
  supplementWithin: number;
  /**
   * Calendar days in which a decision may be complained about, from when it was received or known of (Luật Khiếu nại
   * 02/2011/QH13, art. 9; what kept somebody from it is not counted there, so a commune may set more).
   */
  complaintDays: number;
}

/** The forms of the one-stop mechanism (biểu mẫu một cửa), 1 to 6. */
export const FORM_KINDS = ['receipt', 'supplement', 'refusal', 'apology', 'control', 'register'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** The symbol of a form's numbers, and its title. */
export interface FormRule {
  symbol: string;
  title: string;
}

/** The rules of the one-stop mechanism (quy định về cơ chế một cửa) as they are in force from a day to a day. */
export interface OneStopRules {
  from: Day;
  /** The last day; null while nothing has replaced them. */
  until: Day | null;
  /** By which texts a dossier is handled, and by which its forms are made. */
  basis: { mechanism: string; forms: string };
  /** Whether they were read in the texts themselves; else they are those before, until somebody has compared them. */
  verified: boolean;
  clock: ClockSettings;
  forms: Readonly<Record<FormKind, FormRule>>;
}

const CLOCK: ClockSettings = {
  sameDayCutOff: '15:00',
  warnings: [0.7, 0.9],
  escalation: [1, 2, 3, 5],
  supplementDays: 30,
  supplementWithin: 3,
  complaintDays: 90,
};

const FORMS: OneStopRules['forms'] = {
  receipt: { symbol: 'TNHS', title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
  supplement: { symbol: 'BSHS', title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ' },
  refusal: { symbol: 'TCHS', title: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ' },
  apology: { symbol: 'XLHT', title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ' },
  control: { symbol: 'KSHS', title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ' },
  register: { symbol: 'SHS', title: 'SỔ THEO DÕI HỒ SƠ' },
};

/** All that were ever in force since dossiers are kept here, the oldest first, each until the day before the next. */
export const ONE_STOP_RULES: readonly [OneStopRules, ...OneStopRules[]] = [
  {
    from: '2018-06-21',
    until: '2025-06-30',
    basis: {
      mechanism: 'Nghị định 61/2018/NĐ-CP, sửa đổi bởi Nghị định 107/2021/NĐ-CP',
      forms: 'Thông tư 01/2018/TT-VPCP',
    },
    verified: true,
    clock: CLOCK,
    forms: FORMS,
  },
  {
    from: '2025-07-01',
    until: null,
    basis: { mechanism: 'Nghị định 118/2025/NĐ-CP', forms: 'Nghị định 118/2025/NĐ-CP' },
    verified: false,
    clock: CLOCK,
    forms: FORMS,
  },
];

/** The rules in force on a day; what is older than all goes by the oldest. */
export const rulesOn = (day: Day, rules = ONE_STOP_RULES): OneStopRules =>
  rules.findLast(({ from }) => from <= day) ?? rules[0];

/** A dossier keeps the rules that it was received under, as it keeps its procedure (R21); before reception those of now hold. */
export const rulesOf = (
  { work }: { work: { receivedAt: string } | null },
  now: Date,
  rules = ONE_STOP_RULES,
): OneStopRules => rulesOn(dayOf(work ? new Date(work.receivedAt) : now), rules);

interface RuledContext {
  now: Date;
  settings: ClockSettings;
}

/** Decides by the rules that the dossier itself goes by, whatever is in force by now. */
export const byItsRules =
  <S extends { work: { receivedAt: string } | null }, F, C extends RuledContext, E>(
    decide: (state: S, fields: F, context: C) => E[],
    rules = ONE_STOP_RULES,
  ): ((state: S, fields: F, context: C) => E[]) =>
  (state, fields, context) =>
    decide(state, fields, { ...context, settings: rulesOf(state, context.now, rules).clock });
