import { evaluationSettle, evaluationTakeAway, type Evaluation } from '#client';
import { useState } from 'react';
import { ActDialog, type ActForms, type MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { TextArea, TextField } from '../ui/field';
import { given, oneOf, textOf } from '../ui/fields';
import { Row } from '../ui/layout';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { words } from './words';

type Product = Evaluation['products'][number];

interface OfProduct {
  id: string;
  evaluationId: string;
  product: Product;
}

const on = ({ id, evaluationId }: OfProduct, key: string) =>
  ({
    path: { id: evaluationId, part: id },
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
  }) as const;

const COUNTS = ['done', 'failedReviews', 'delays', 'excusedReviews', 'excusedDelays'] as const;

/** The counts that were filled in. */
const countsIn = (fields: FormData): Partial<Record<(typeof COUNTS)[number], number>> =>
  Object.fromEntries(
    COUNTS.flatMap((name) => {
      const value = textOf(fields, name);
      return value === '' ? [] : [[name, Number(value)]];
    }),
  );

const PRODUCT_ACTS: Readonly<Record<string, ActForms<OfProduct>>> = {
  SettleProduct: {
    Fields: function Fields({ of: { product } }) {
      const text = useWords(words);
      const { settled, quantity, taskId } = product;
      const count = (label: string, name: (typeof COUNTS)[number], max: number, value?: number) => (
        <TextField
          label={label}
          name={name}
          type="number"
          min={0}
          max={max}
          inputMode="numeric"
          defaultValue={value}
        />
      );
      return (
        <>
          <ChoiceField
            label={text.from}
            name="from"
            choices={
              taskId ? { events: text.froms.events, hand: text.froms.hand } : { hand: text.froms.hand }
            }
          />
          {count(text.done, 'done', quantity, settled?.done ?? (taskId ? undefined : quantity))}
          {count(text.failedReviews, 'failedReviews', 100, settled?.failedReviews)}
          {count(text.delays, 'delays', 100, settled?.delays)}
          {count(text.excusedReviews, 'excusedReviews', 100, settled?.excused?.failedReviews)}
          {count(text.excusedDelays, 'excusedDelays', 100, settled?.excused?.delays)}
          <TextField label={text.cause} name="cause" minLength={3} maxLength={1000} />
          <ChoiceField label={text.aboveField} name="above" choices={{ no: text.no, yes: text.yes }} />
          <TextArea label={text.evidenceField} hint={text.evidenceHint} name="evidence" maxLength={2000} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationSettle({
        ...on(of, key),
        body: {
          from: oneOf(fields, 'from', ['hand', 'events']),
          ...countsIn(fields),
          ...given(fields, 'cause'),
          above: oneOf(fields, 'above', ['no', 'yes']),
          ...given(fields, 'evidence'),
        },
      }),
  },
  TakeProductAway: {
    Fields: () => <ReasonField max={1000} />,
    send: (_id, fields, key, of) =>
      evaluationTakeAway({ ...on(of, key), body: { reason: textOf(fields, 'reason') } }),
  },
};

interface Props {
  evaluation: Evaluation;
  product: Product;
  acts: readonly MayAct[];
}

/** What may be done with a product. */
export function ProductActs({ evaluation, product, acts }: Props) {
  const text = useWords(words);
  const names: Readonly<Record<string, string>> = text.act;
  const [doing, setDoing] = useState<string>();
  const may = Object.keys(PRODUCT_ACTS).filter((act) => acts.some((one) => one.act === act && one.may));
  if (may.length === 0 || evaluation.decided) return null;
  return (
    <Row>
      {may.map((act) => (
        <Button key={act} onClick={() => setDoing(act)} aria-label={text.of(names[act] ?? act, product.name)}>
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={{ id: product.itemId, evaluationId: evaluation.id, product }}
          act={doing}
          forms={PRODUCT_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
