import {
  dossiersAccept,
  dossiersApologise,
  dossiersContact,
  dossiersDecline,
  dossiersExempt,
  dossiersExtend,
  dossiersHandOver,
  dossiersPause,
  dossiersPay,
  dossiersRefuse,
  dossiersRefund,
  dossiersReject,
  dossiersResume,
  dossiersStop,
  dossiersWithdraw,
} from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextArea, TextField } from '../ui/field';
import { given, oneOf, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { GivenField, LegalBasisField, ReceiverFields, atWork } from './act-fields';
import { ARCHIVE_ACTS } from './archived';
import type { Dossier } from './dossier';
import { POST_ACTS } from './parcels';
import { PAPER_ACTS } from './paper-forms';
import { RESULT_ACTS } from './result-forms';
import { actWords } from './act-words';

const reason = (fields: FormData) => ({ reason: textOf(fields, 'reason') });
const legalBasis = (fields: FormData) => ({ legalBasis: textOf(fields, 'legalBasis') });

/** The acts on a dossier that the client has a form for, in the order they are offered. */
export const DOSSIER_ACTS: Readonly<Record<string, ActForms<Dossier>>> = {
  ReceiveDossier: PAPER_ACTS.ReceiveDossier,
  AcceptStep: {
    Fields: () => null,
    send: (id, _fields, key) => dossiersAccept(under(id, key)),
  },
  SignResult: RESULT_ACTS.SignResult,
  AnswerSupplement: PAPER_ACTS.AnswerSupplement,
  ResumeDossier: {
    Fields: () => <ReasonField max={500} />,
    send: (id, fields, key) => dossiersResume({ ...under(id, key), body: reason(fields) }),
  },
  HandOverStep: {
    Fields: atWork(function Fields({ dossier }) {
      const text = useWords(actWords);
      return (
        <>
          <ReceiverFields dossier={dossier} />
          <TextArea label={text.note} name="note" maxLength={1000} />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersHandOver({
        ...under(id, key),
        body: {
          toPostId: textOf(fields, 'toPostId'),
          step: Number(textOf(fields, 'step')),
          ...given(fields, 'note'),
        },
      }),
  },
  DigitiseResult: RESULT_ACTS.DigitiseResult,
  PayFee: {
    Fields: atWork(function Fields({ dossier }) {
      const text = useWords(actWords);
      return (
        <>
          <TextField
            label={text.amount}
            name="amount"
            type="number"
            inputMode="numeric"
            min={0}
            required
            defaultValue={dossier.procedure.fee}
          />
          <ChoiceField label={text.method} name="method" choices={text.methods} />
          <TextField label={text.receipt} name="receipt" required maxLength={100} />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersPay({
        ...under(id, key),
        body: {
          amount: Number(textOf(fields, 'amount')),
          method: oneOf(fields, 'method', ['cash', 'online']),
          receipt: textOf(fields, 'receipt'),
        },
      }),
  },
  ReturnResult: RESULT_ACTS.ReturnResult,
  ...POST_ACTS,
  ...ARCHIVE_ACTS,
  GiveApology: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return (
        <>
          <ChoiceField label={text.apologyWay} name="way" choices={text.apologyWays} />
          <ReasonField label={text.whyLate} min={10} />
          <DayField label={text.newDay} name="newDay" />
        </>
      );
    },
    send: (id, fields, key) =>
      dossiersApologise({
        ...under(id, key),
        body: {
          way: oneOf(fields, 'way', ['letter', 'call']),
          ...reason(fields),
          ...given(fields, 'newDay'),
        },
      }),
  },
  LogContact: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return (
        <>
          <ChoiceField label={text.contactWay} name="way" choices={text.contactWays} />
          <TextArea label={text.contactText} name="text" required minLength={3} maxLength={2000} />
        </>
      );
    },
    send: (id, fields, key) =>
      dossiersContact({
        ...under(id, key),
        body: {
          way: oneOf(fields, 'way', ['call', 'message', 'visit', 'letter']),
          text: textOf(fields, 'text'),
        },
      }),
  },
  RequestSupplement: PAPER_ACTS.RequestSupplement,
  PauseDossier: {
    Fields: atWork(function Fields({ dossier }) {
      const text = useWords(actWords);
      return (
        <>
          <GivenField label={text.reason} name="reason" given={dossier.procedure.pausesFor} />
          <LegalBasisField />
          <DayField label={text.expectedEnd} name="expectedEnd" required />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersPause({
        ...under(id, key),
        body: { ...reason(fields), ...legalBasis(fields), expectedEnd: textOf(fields, 'expectedEnd') },
      }),
  },
  ExtendDossier: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return <ReasonField label={text.verify} min={5} max={500} />;
    },
    send: (id, fields, key) => dossiersExtend({ ...under(id, key), body: reason(fields) }),
  },
  DeclineStep: {
    Fields: () => <ReasonField max={1000} />,
    send: (id, fields, key) => dossiersDecline({ ...under(id, key), body: reason(fields) }),
  },
  ExemptFee: {
    Fields: atWork(function Fields({ dossier: { procedure } }) {
      const text = useWords(actWords);
      return (
        <>
          {procedure.exemptions?.length ? (
            <GivenField label={text.ground} name="ground" given={procedure.exemptions} />
          ) : null}
          <ReasonField min={5} max={500} />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersExempt({ ...under(id, key), body: { ...reason(fields), ...given(fields, 'ground') } }),
  },
  RefundFee: {
    Fields: atWork(function Fields({ dossier: { refunds } }) {
      const text = useWords(actWords);
      const owed = refunds.filter(({ returned }) => returned === null);
      const choices = Object.fromEntries(
        owed.map(({ refundId, amount, receipt }) => [refundId, `${figure(amount)} ₫ · ${receipt}`]),
      );
      return (
        <>
          <ChoiceField label={text.owedBack} name="refundId" choices={choices} />
          <TextField label={text.refundDocument} name="document" required maxLength={100} />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersRefund({
        ...under(id, key),
        body: { refundId: textOf(fields, 'refundId'), document: textOf(fields, 'document') },
      }),
  },
  RejectDossier: {
    Fields: () => <ReasonField min={10} />,
    send: (id, fields, key) => dossiersReject({ ...under(id, key), body: reason(fields) }),
  },
  RefuseDossier: {
    Fields: () => <ReasonField min={10} />,
    send: (id, fields, key) => dossiersRefuse({ ...under(id, key), body: reason(fields) }),
  },
  WithdrawDossier: {
    Fields: () => <ReasonField />,
    send: (id, fields, key) => dossiersWithdraw({ ...under(id, key), body: reason(fields) }),
  },
  StopDossier: {
    Fields: () => (
      <>
        <ReasonField min={10} />
        <LegalBasisField />
      </>
    ),
    send: (id, fields, key) =>
      dossiersStop({ ...under(id, key), body: { ...reason(fields), ...legalBasis(fields) } }),
  },
};
