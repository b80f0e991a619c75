import { sessionConfirm, sessionEnrol, type FactorEnrolled } from '#client';
import { sessionSessionsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { Panel, Row } from '../ui/layout';
import { useWords } from '../words/language';
import styles from './account.module.css';
import { QrCode } from './qr-code';
import { words } from './words';

/** One-time codes besides the password: enrolled by a picture or by hand, in force once a code of it was given. */
export function SecondFactor() {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  const sessions = useQuery(sessionSessionsOptions()).data?.items;
  const proved = sessions?.find(({ current }) => current)?.secondFactor ?? false;
  return (
    <Panel title={text.secondFactor}>
      {sessions ? (
        <Row>
          <Badge tone={proved ? 'done' : 'soon'}>{proved ? text.factorOn : text.factorOff}</Badge>
        </Row>
      ) : null}
      <p className={styles.soft}>{text.factorWhy}</p>
      <Row>
        <Button onClick={() => setOpen(true)}>{proved ? text.replaceFactor : text.enrol}</Button>
      </Row>
      {open ? <Enrolment replaces={proved} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function Enrolment({ replaces, onClose }: { replaces: boolean; onClose: () => void }) {
  const text = useWords(words);
  const [enrolled, setEnrolled] = useState<FactorEnrolled>();
  return (
    <Dialog title={replaces ? text.replaceFactor : text.enrol} onClose={onClose}>
      {enrolled ? (
        <Confirmation enrolled={enrolled} onClose={onClose} />
      ) : (
        <ActForm
          submit={text.goOn}
          send={(fields) => {
            const code = textOf(fields, 'code');
            return sessionEnrol({ body: code === '' ? {} : { code }, throwOnError: true });
          }}
          onDone={({ data: given }) => setEnrolled(given)}
          onCancel={onClose}
        >
          <p>{text.enrolWhat}</p>
          {replaces ? <CodeField label={text.oldCode} /> : null}
        </ActForm>
      )}
    </Dialog>
  );
}

function Confirmation({ enrolled, onClose }: { enrolled: FactorEnrolled; onClose: () => void }) {
  const text = useWords(words);
  return (
    <ActForm
      submit={text.confirmFactor}
      send={(fields) =>
        sessionConfirm({
          query: { transport: 'cookie' },
          body: { code: textOf(fields, 'code') },
          throwOnError: true,
        })
      }
      said={text.factorSet}
      onDone={() => {
        onClose();
        void queries.invalidateQueries();
      }}
      onCancel={onClose}
    >
      <p>{text.scan}</p>
      <QrCode of={enrolled.uri} label={text.qr} />
      <p className={styles.soft}>{text.byHand}</p>
      <code className={styles.secret}>{enrolled.secret.match(/.{1,4}/g)?.join(' ')}</code>
      <CodeField label={text.newCode} />
    </ActForm>
  );
}

const CodeField = ({ label }: { label: string }) => (
  <TextField
    label={label}
    name="code"
    inputMode="numeric"
    autoComplete="one-time-code"
    required
    minLength={6}
    maxLength={10}
  />
);
