import type { TrailEntry } from '#client';
import { useState } from 'react';
import { useMe } from '../app/me';
import { problemOf, type Problem } from '../app/problem';
import { Badge, type Tone } from '../ui/badge';
import { Button } from '../ui/button';
import { Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { canCheck, checkEntry, type Finding } from './proof/check-entry';
import styles from './trail.module.css';
import { words } from './words';

/** Where an entry is sealed; and, if wanted, this browser's own judgement of it. */
export function Proof({ entry }: { entry: TrailEntry }) {
  const text = useWords(words);
  const { ledger } = entry;
  return (
    <Panel title={text.ledger}>
      {ledger ? (
        <>
          <dl className={styles.said}>
            <div>
              <dt>{text.place}</dt>
              <dd>{figure(ledger.index)}</dd>
            </div>
            <div>
              <dt>{text.sealedAt}</dt>
              <dd>
                {instant(ledger.sealedAt)} {text.ofEntries(figure(ledger.sealedAtSize))}
              </dd>
            </div>
            <div>
              <dt>{text.witnesses}</dt>
              <dd>{ledger.cosignedBy.length > 0 ? ledger.cosignedBy.join(', ') : text.noWitness}</dd>
            </div>
          </dl>
          {canCheck() ? <Judgement entry={entry} /> : <p className={styles.soft}>{text.needsHttps}</p>}
        </>
      ) : (
        <p>{text.unsealedYet}</p>
      )}
    </Panel>
  );
}

function Judgement({ entry }: { entry: TrailEntry }) {
  const text = useWords(words);
  const language = useLanguage();
  const me = useMe();
  const [findings, setFindings] = useState<readonly Finding[]>();
  const [problem, setProblem] = useState<Problem>();
  const [looking, setLooking] = useState(false);
  async function look(): Promise<void> {
    setLooking(true);
    setProblem(undefined);
    setFindings(undefined);
    try {
      setFindings(await checkEntry(me.office.code, entry));
    } catch (error) {
      setProblem(problemOf(error, language));
    } finally {
      setLooking(false);
    }
  }
  return (
    <>
      <p className={styles.soft}>{text.checkWhat}</p>
      <Button look="primary" onClick={() => void look()} disabled={looking}>
        {looking ? text.checking : text.check}
      </Button>
      {problem ? <Notice problem={problem} /> : null}
      <div role="status" className={styles.verdict}>
        {findings ? <Verdict findings={findings} /> : null}
      </div>
    </>
  );
}

type Told = 'holds' | 'fails' | 'unknown';

const TONES: Readonly<Record<Told, Tone>> = { holds: 'done', fails: 'late', unknown: 'wait' };
const toldOf = ({ holds }: Finding): Told => (holds === undefined ? 'unknown' : holds ? 'holds' : 'fails');

/** A witness adds to it; without one the rest can hold. */
function wholeOf(findings: readonly Finding[]): 'good' | 'bad' | 'partly' {
  if (findings.some(({ holds }) => holds === false)) return 'bad';
  return findings.some(({ check, holds }) => check !== 'witness' && holds === undefined) ? 'partly' : 'good';
}

function Verdict({ findings }: { findings: readonly Finding[] }) {
  const text = useWords(words);
  const whole = wholeOf(findings);
  return (
    <>
      <p className={styles[whole]}>{text.verdict[whole]}</p>
      <ul className={styles.findings}>
        {findings.map((finding) => {
          const told = toldOf(finding);
          return (
            <li key={`${finding.check} ${finding.witness}`}>
              <Badge tone={TONES[told]}>{text.told[told]}</Badge>
              <span>
                {finding.witness === undefined ? '' : `${finding.witness}: `}
                {text.checks[finding.check][told]}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
