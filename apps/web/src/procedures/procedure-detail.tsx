import { proceduresRepeal, type Procedure } from '#client';
import { proceduresActsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DocumentField } from '../organisation/org-fields';
import { words as organisationWords } from '../organisation/words';
import { Acts, type ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { textOf } from '../ui/fields';
import { Chosen } from '../ui/chosen';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import type { Catalogued } from './catalogue';
import styles from './procedures.module.css';
import { useFeeSaid, useTimeSaid } from './time-said';
import { words } from './words';

/** One procedure: papers, steps, law, its versions; and its end. */
export function ProcedureDetail({ procedure, today }: { procedure: Catalogued | undefined; today: string }) {
  const text = useWords(words);
  if (!procedure)
    return (
      <Panel>
        <p className={page.soft}>{text.choose}</p>
      </Panel>
    );
  const { shown, versions } = procedure;
  return (
    <Chosen of={procedure.code}>
      <Panel title={shown.name}>
        <Facts of={shown} />
        <h3>{text.versions}</h3>
        <ul className={styles.list}>
          {versions.map(({ version, from, until }) => (
            <li key={version}>
              {text.version(version, day(from), until === null ? null : day(until))}
              {version === shown.version ? ` (${text.shown})` : ''}
            </li>
          ))}
        </ul>
      </Panel>
      {shown.until === null || shown.until > today ? <Repeal code={shown.code} /> : null}
    </Chosen>
  );
}

function Facts({ of }: { of: Procedure }) {
  const text = useWords(words);
  const { postKinds } = useWords(organisationWords);
  const timeSaid = useTimeSaid();
  const feeSaid = useFeeSaid();
  const lists: [string, ReactNode[]][] = [
    [
      text.papers,
      of.components.map(({ name, reusable }) => (reusable ? `${name} (${text.reusable})` : name)),
    ],
    [
      text.steps,
      of.steps.map(({ name, share, role }) =>
        [name, role && postKinds[role], text.share(figure(Math.round(share * 1000) / 10))]
          .filter(Boolean)
          .join(' · '),
      ),
    ],
    [text.pauses, of.pausesFor],
    [text.exemptions, of.exemptions ?? []],
  ];
  return (
    <>
      <dl className={page.factList}>
        <Fact name={text.code}>{of.code}</Fact>
        <Fact name={text.field}>{of.field}</Fact>
        <Fact name={text.time}>{timeSaid(of.time)}</Fact>
        <Fact name={text.fee}>{feeSaid(of.fee)}</Fact>
        <Fact name={text.service}>{text.services[of.service]}</Fact>
        <Fact name={text.legalBasis}>{of.legalBasis || '–'}</Fact>
      </dl>
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ol className={styles.numbered}>
              {items.map((item, index) => (
                <li key={index}>{item}</li>
              ))}
            </ol>
          </section>
        ))}
    </>
  );
}

const PROCEDURE_ACTS: Readonly<Record<string, ActForms<{ id: string }>>> = {
  RepealProcedure: {
    ends: true,
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <p>{text.repealWhat}</p>
          <DayField label={text.repealFrom} name="from" required />
          <DocumentField />
        </>
      );
    },
    send: (code, fields, key) =>
      proceduresRepeal({
        path: { code },
        headers: { 'Idempotency-Key': key },
        body: { from: textOf(fields, 'from'), document: textOf(fields, 'document') },
        throwOnError: true,
      }),
  },
};

function Repeal({ code }: { code: string }) {
  const text = useWords(words);
  const headers = { 'Accept-Language': useLanguage() };
  const acts = useQuery(proceduresActsOptions({ query: { of: code }, headers })).data?.items ?? [];
  return acts.some(({ act, may }) => act in PROCEDURE_ACTS && may) ? (
    <Acts of={{ id: code }} acts={acts} forms={PROCEDURE_ACTS} names={text.act} />
  ) : null;
}
