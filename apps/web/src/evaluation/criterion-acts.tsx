import { scoringAppraise, scoringExplain, scoringSelfScore, type ScoringRound } from '#client';
import { useState } from 'react';
import { ActDialog, type ActForms, type MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { TextArea, TextField } from '../ui/field';
import { given, textOf } from '../ui/fields';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import type { RoundCriterion } from './criterion';
import { roundWords } from './round-words';

interface OfCriterion {
  id: string;
  roundId: string;
  criterion: RoundCriterion;
}

const on = ({ roundId, criterion }: OfCriterion, key: string) =>
  ({
    path: { id: roundId, part: criterion.code },
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
  }) as const;

function PointsField({ of: { criterion } }: { of: OfCriterion }) {
  const text = useWords(roundWords);
  return (
    <TextField
      label={text.points}
      name="points"
      type="number"
      min={0}
      max={criterion.most}
      step={0.01}
      inputMode="decimal"
      required
      defaultValue={criterion.value ?? undefined}
    />
  );
}

function EvidenceField({ required }: { required: boolean }) {
  const text = useWords(roundWords);
  return (
    <TextArea
      label={text.evidence}
      hint={text.evidenceHint}
      name="evidence"
      required={required}
      minLength={3}
      maxLength={2000}
    />
  );
}

const CRITERION_ACTS: Readonly<Record<string, ActForms<OfCriterion>>> = {
  SelfScoreCriterion: {
    Fields: function Fields({ of }) {
      const text = useWords(roundWords);
      return (
        <>
          <PointsField of={of} />
          <TextArea label={text.declared} name="text" required maxLength={2000} />
          <EvidenceField required />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      scoringSelfScore({
        ...on(of, key),
        body: {
          points: Number(textOf(fields, 'points')),
          text: textOf(fields, 'text'),
          ...given(fields, 'evidence'),
        },
      }),
  },
  AppraiseCriterion: {
    Fields: function Fields({ of }) {
      const text = useWords(roundWords);
      return (
        <>
          <PointsField of={of} />
          <TextArea label={text.why} name="text" required minLength={3} maxLength={2000} />
          <EvidenceField required />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      scoringAppraise({
        ...on(of, key),
        body: {
          points: Number(textOf(fields, 'points')),
          text: textOf(fields, 'text'),
          ...given(fields, 'evidence'),
        },
      }),
  },
  ExplainCriterion: {
    Fields: function Fields() {
      const text = useWords(roundWords);
      return (
        <>
          <TextArea label={text.explain} name="text" required minLength={3} maxLength={5000} />
          <EvidenceField required={false} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      scoringExplain({
        ...on(of, key),
        body: { text: textOf(fields, 'text'), ...given(fields, 'evidence') },
      }),
  },
};

interface Props {
  round: ScoringRound;
  criterion: RoundCriterion;
  acts: readonly MayAct[];
}

/** What may be done with a criterion at the round's stage; what is given by others is not self-scored. */
export function CriterionActs({ round, criterion, acts }: Props) {
  const text = useWords(roundWords);
  const names: Readonly<Record<string, string>> = text.act;
  const [doing, setDoing] = useState<string>();
  const isEntered = criterion.kind === 'scored' && (!criterion.computed || criterion.log?.points === null);
  const may = Object.keys(CRITERION_ACTS).filter(
    (act) => acts.some((one) => one.act === act && one.may) && (act !== 'SelfScoreCriterion' || isEntered),
  );
  if (may.length === 0) return null;
  return (
    <Row>
      {may.map((act) => (
        <Button
          key={act}
          onClick={() => setDoing(act)}
          aria-label={text.of(names[act] ?? act, criterion.code)}
        >
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={{ id: `${round.id} ${criterion.code}`, roundId: round.id, criterion }}
          act={doing}
          forms={CRITERION_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
