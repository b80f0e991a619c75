import { evaluationReopen, evaluationScore, evaluationSelfScore, type Evaluation } from '#client';
import { useState } from 'react';
import { ActDialog, type ActForms, type MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { TextArea } from '../ui/field';
import { oneOf, textOf } from '../ui/fields';
import { Row } from '../ui/layout';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { EvidenceField } from './evidence-field';
import { GeneralFields, generalIn } from './general-fields';
import { words } from './words';

type Period = Evaluation['periods'][number];

interface OfPeriod {
  id: string;
  evaluation: Evaluation;
  period: Period;
}

const on = ({ evaluation, period }: OfPeriod, key: string) =>
  ({
    path: { id: evaluation.id, part: String(period.period) },
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
  }) as const;

const LEADING = ['allCompleted', 'noProlongedDelay', 'noDiscord'] as const;

const PERIOD_ACTS: Readonly<Record<string, ActForms<OfPeriod>>> = {
  SelfScorePeriod: {
    Fields: function Fields({ of }) {
      const text = useWords(words);
      return (
        <>
          <GeneralFields criteria={of.evaluation.criteria} given={of.period.self?.general ?? []} />
          <TextArea label={text.account} name="text" required minLength={3} maxLength={5000} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationSelfScore({
        ...on(of, key),
        body: { general: generalIn(fields, of.evaluation.criteria), text: textOf(fields, 'text') },
      }),
  },
  ScorePeriod: {
    Fields: function Fields({ of }) {
      const text = useWords(words);
      const { leader, regime } = of.evaluation;
      return (
        <>
          <GeneralFields criteria={of.evaluation.criteria} given={of.period.self?.general ?? []} />
          {leader && regime.scored
            ? LEADING.map((name) => (
                <ChoiceField
                  key={name}
                  label={text[name]}
                  name={name}
                  choices={{ yes: text.yes, no: text.no }}
                />
              ))
            : null}
          <EvidenceField />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationScore({
        ...on(of, key),
        body: {
          general: generalIn(fields, of.evaluation.criteria),
          evidence: textOf(fields, 'evidence'),
          ...(of.evaluation.leader && of.evaluation.regime.scored
            ? Object.fromEntries(LEADING.map((name) => [name, oneOf(fields, name, ['yes', 'no'])]))
            : {}),
        },
      }),
  },
  ReopenPeriod: {
    ends: true,
    Fields: () => <ReasonField max={1000} />,
    send: (_id, fields, key, of) =>
      evaluationReopen({ ...on(of, key), body: { reason: textOf(fields, 'reason') } }),
  },
};

interface Props {
  evaluation: Evaluation;
  period: Period;
  about: string;
  acts: readonly MayAct[];
}

/** What may be done with a period: scored while it is followed, opened again once it is locked. */
export function PeriodActs({ evaluation, period, about, acts }: Props) {
  const text = useWords(words);
  const names: Readonly<Record<string, string>> = text.act;
  const [doing, setDoing] = useState<string>();
  const offered = period.scored
    ? ['ReopenPeriod']
    : period.received
      ? []
      : ['SelfScorePeriod', 'ScorePeriod'];
  const may = offered.filter((act) => acts.some((one) => one.act === act && one.may));
  if (may.length === 0 || evaluation.decided) return null;
  return (
    <Row>
      {may.map((act) => (
        <Button key={act} onClick={() => setDoing(act)} aria-label={text.of(names[act] ?? act, about)}>
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={{ id: `${evaluation.id} ${period.period}`, evaluation, period }}
          act={doing}
          forms={PERIOD_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
