import { inspectionReject, inspectionRemedy, inspectionVerify, inspectionWithdraw } from '#client';
import { useState } from 'react';
import { ActDialog, type ActForms, type MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { given, textOf } from '../ui/fields';
import { Row } from '../ui/layout';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { words } from './words';

/** A finding or a requirement of an inspection. */
export interface Part {
  id: string;
  inspectionId: string;
}

const on = ({ id, inspectionId }: Part, key: string) =>
  ({
    path: { id: inspectionId, part: id },
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
  }) as const;

const PART_ACTS: Readonly<Record<string, ActForms<Part>>> = {
  WithdrawFinding: {
    Fields: () => <ReasonField max={1000} />,
    send: (_id, fields, key, part) =>
      inspectionWithdraw({ ...on(part, key), body: { reason: textOf(fields, 'reason') } }),
  },
  ReportRemedy: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <TextArea label={text.done} name="text" required minLength={5} maxLength={5000} />
          <TextArea label={text.evidence} name="evidence" required minLength={3} maxLength={2000} />
        </>
      );
    },
    send: (_id, fields, key, part) =>
      inspectionRemedy({
        ...on(part, key),
        body: { text: textOf(fields, 'text'), evidence: textOf(fields, 'evidence') },
      }),
  },
  VerifyRemedy: {
    Fields: function Fields() {
      return <TextArea label={useWords(words).note} name="note" maxLength={1000} />;
    },
    send: (_id, fields, key, part) => inspectionVerify({ ...on(part, key), body: given(fields, 'note') }),
  },
  RejectRemedy: {
    Fields: () => <ReasonField max={1000} />,
    send: (_id, fields, key, part) =>
      inspectionReject({ ...on(part, key), body: { reason: textOf(fields, 'reason') } }),
  },
};

interface Props {
  part: Part;
  /** What it says, so that buttons that are called alike can be told apart. */
  about: string;
  acts: readonly MayAct[];
  /** Those that make sense at its stage. */
  offered: readonly string[];
}

/** What may be done with a part of an inspection. */
export function PartActs({ part, about, acts, offered }: Props) {
  const text = useWords(words);
  const names: Readonly<Record<string, string>> = text.act;
  const [doing, setDoing] = useState<string>();
  const may = offered.filter((act) => acts.some((one) => one.act === act && one.may));
  if (may.length === 0) return null;
  return (
    <Row>
      {may.map((act) => (
        <Button key={act} onClick={() => setDoing(act)} aria-label={text.of(names[act] ?? act, about)}>
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={part}
          act={doing}
          forms={PART_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
