import type { Task, TaskMoney } from '#client';
import { moneyOfTaskOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../app/problem';
import { ActDialog, type MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { Empty, Panel, Row } from '../ui/layout';
import { Meter } from '../ui/meter';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { useLanguage, useWords } from '../words/language';
import { MONEY_ACTS } from './act-forms';
import { Lines } from './lines';
import { Sums, spentShare } from './sums';
import { words } from './words';

/** What a task may cost and what it cost, beside how far it is. */
export function Money({ task, acts }: { task: Task; acts: readonly MayAct[] }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data: money, error } = useQuery({
    ...moneyOfTaskOptions({ path: { id: task.id } }),
    enabled: task.state !== 'planned',
  });
  if (task.state === 'planned') return null;
  return (
    <Panel title={text.money}>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {money ? (
        <>
          {money.funding === null ? null : <p className={page.soft}>{text.funding(money.funding)}</p>}
          {money.lines.length === 0 ? (
            <Empty>{text.none}</Empty>
          ) : (
            <>
              <Sums of={money} />
              <Beside task={task} />
              <Lines of={money} acts={acts} />
            </>
          )}
          <MoneyActs of={money} acts={acts} />
        </>
      ) : null}
    </Panel>
  );
}

/** What a task's money was on a day that is looked back at. */
export function MoneyThen({ task }: { task: Task }) {
  const text = useWords(words);
  if (task.money.allocated === 0 && task.money.spent === 0) return null;
  return (
    <Panel title={text.money}>
      <Sums of={task.money} />
      <Beside task={task} />
    </Panel>
  );
}

/** Spending beside the result. */
function Beside({ task: { money, percent } }: { task: Task }) {
  const text = useWords(words);
  const share = spentShare(money);
  return (
    <dl className={page.facts}>
      {share === null ? null : (
        <div>
          <dt>{text.spentShare}</dt>
          <dd>
            <Meter percent={share} label={text.spentShare} />
          </dd>
        </div>
      )}
      <div>
        <dt>{text.result}</dt>
        <dd>
          <Meter percent={percent} label={text.result} />
        </dd>
      </div>
    </dl>
  );
}

/** Without a line there is nothing to spend from. */
const NEEDS_LINE: readonly string[] = ['RecordSpending', 'AllowOverrun'];

function MoneyActs({ of: money, acts }: { of: TaskMoney; acts: readonly MayAct[] }) {
  const text = useWords(words);
  const names: Readonly<Record<string, string>> = text.act;
  const [doing, setDoing] = useState<string>();
  const may = Object.keys(MONEY_ACTS)
    .filter((act) => acts.some((one) => one.act === act && one.may))
    .filter((act) => money.lines.length > 0 || !NEEDS_LINE.includes(act));
  if (may.length === 0) return null;
  return (
    <Row>
      {may.map((act) => (
        <Button key={act} onClick={() => setDoing(act)}>
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={money}
          act={doing}
          forms={MONEY_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
