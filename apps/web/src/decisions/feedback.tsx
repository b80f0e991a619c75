import type { FeedbackListed } from '#client';
import { feedbackActsOptions, feedbackOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { FEEDBACK_ACTS } from '../feedback/act-forms';
import { words as feedbackWords } from '../feedback/words';
import { useUnitName } from '../organisation/units';
import { ActDialog } from '../ui/acts';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import { day, howFar } from '../words/format';
import { useWords } from '../words/language';
import { Answers } from './answers';
import styles from './decisions.module.css';
import { words } from './words';

const OFFERED = ['AssignFeedback', 'ClassifyFeedback', 'ExtendFeedback'];

/** Feedback that nobody was given yet, or that is not answered in time. */
export function OpenFeedback({ feedback }: { feedback: FeedbackListed }) {
  const text = useWords(words);
  const names = useWords(feedbackWords).act;
  const now = useNow();
  const unitName = useUnitName();
  const { id, title, due, overdue, unitId } = feedback;
  const acts = useQuery(feedbackActsOptions({ path: { id } })).data?.items ?? [];
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Link to="/feedback/$id" params={{ id }} className={page.titleLink}>
          {title ?? text.unclassified}
        </Link>
        <p>
          {due ? <Badge tone={overdue ? 'late' : 'plain'}>{howFar(due, now)}</Badge> : null}{' '}
          {due ? day(due) : null}
        </p>
        <p className={page.soft}>{unitId ? unitName(unitId) : text.unassigned}</p>
      </div>
      <Answers
        about={title ?? text.unclassified}
        acts={acts}
        offered={OFFERED}
        names={names}
        opened={(act, close) => <FeedbackDialog id={id} act={act} onClose={close} />}
      />
    </li>
  );
}

function FeedbackDialog({ id, act, onClose }: { id: string; act: string; onClose: () => void }) {
  const names = useWords(feedbackWords).act;
  const { data: feedback } = useQuery(feedbackOneOptions({ path: { id } }));
  return feedback ? (
    <ActDialog of={feedback} act={act} forms={FEEDBACK_ACTS} names={names} onClose={onClose} />
  ) : null;
}
