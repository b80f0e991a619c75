import type { Evaluation } from '#client';
import { Link } from '@tanstack/react-router';
import type { MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Row } from '../ui/layout';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import styles from './evaluation.module.css';
import { ProductActs } from './product-acts';
import { words } from './words';

type Product = Evaluation['products'][number];

interface Props {
  evaluation: Evaluation;
  products: readonly Product[];
  locked: boolean;
  acts: readonly MayAct[];
}

/** What was assigned for a period, each with what became of it and what shows that: its task's events, or evidence. */
export function Products({ evaluation, products, locked, acts }: Props) {
  const text = useWords(words);
  if (products.length === 0) return <p className={page.soft}>{text.noProducts}</p>;
  return (
    <ul className={styles.parts}>
      {products.map((product) => (
        <li key={product.itemId}>
          <p>
            <strong>
              {product.quantity} × {product.name}
            </strong>
          </p>
          <Row>
            {product.planned ? null : <Badge>{text.unplanned}</Badge>}
            {product.takenAway === null ? null : (
              <Badge tone="soon">{text.takenAway(product.takenAway)}</Badge>
            )}
            {product.settled === null && product.takenAway === null ? (
              <Badge tone="wait">{text.unsettled}</Badge>
            ) : null}
            {product.settled?.above ? <Badge tone="done">{text.above}</Badge> : null}
          </Row>
          {product.settled ? <Settled product={product} settled={product.settled} /> : null}
          {product.taskId && !product.settled?.fromTask ? <TaskLink id={product.taskId} /> : null}
          {locked || product.takenAway !== null ? null : (
            <ProductActs evaluation={evaluation} product={product} acts={acts} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Settled({
  product: { quantity },
  settled: { done, failedReviews, delays, excused, evidence, fromTask },
}: {
  product: Product;
  settled: NonNullable<Product['settled']>;
}) {
  const text = useWords(words);
  return (
    <>
      <p>{text.settledAs(done, quantity, failedReviews, delays)}</p>
      {excused ? (
        <p className={styles.said}>{text.excused(excused.failedReviews, excused.delays, excused.cause)}</p>
      ) : null}
      {fromTask ? (
        <p>
          <Link to="/tasks/$id" params={{ id: fromTask }}>
            {text.fromTask}
          </Link>
        </p>
      ) : null}
      {evidence ? (
        <p className={styles.said}>
          {text.evidence}: {evidence.text}
        </p>
      ) : null}
    </>
  );
}

function TaskLink({ id }: { id: string }) {
  const text = useWords(words);
  return (
    <p>
      <Link to="/tasks/$id" params={{ id }}>
        {text.task}
      </Link>
    </p>
  );
}
