import type { DossierAtWork, DossierHandedIn } from '#client';
import { dossiersActsOptions, dossiersOneOptions, proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isOfficial, useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { Official } from '../organisation/official';
import { PersonSeen } from '../persons/person-seen';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Fact, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { DOSSIER_ACTS } from './act-forms';
import { actWords } from './act-words';
import { Archived } from './archived';
import { Appointment } from './appointment';
import { isAtWork, TONE_OF, type Dossier } from './dossier';
import { Documents, Fee, Papers, Said, Steps } from './dossier-parts';
import { Parcels } from './parcels';
import { words } from './words';

/** Where it is, what may be done, how long is left, what happened. */
export function DossierPage() {
  const { id } = useParams({ from: '/dossiers/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const names = useWords(actWords).act;
  const { data: dossier, error } = useQuery(dossiersOneOptions({ path: { id } }));
  const acts = useQuery(dossiersActsOptions({ path: { id } })).data?.items ?? [];
  const seesPeople = isOfficial(useMe());
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!dossier) return <Empty>…</Empty>;
  const purpose = text.saidPurpose(isAtWork(dossier) ? dossier.code : dossier.procedureCode);
  return (
    <>
      {isAtWork(dossier) ? <Head dossier={dossier} /> : <HeadBefore dossier={dossier} />}
      <div className={page.columns}>
        <div className={page.column}>
          {isAtWork(dossier) ? <Steps dossier={dossier} /> : null}
          <Papers dossier={dossier} />
          {seesPeople ? <Documents dossier={dossier} /> : null}
          {seesPeople && dossier.applicantId ? <Said key={id} id={id} purpose={purpose} /> : null}
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={dossier} acts={acts} forms={DOSSIER_ACTS} names={names} />
          {seesPeople ? <Applicant key={id} dossier={dossier} purpose={purpose} /> : null}
          {isAtWork(dossier) ? <Fee dossier={dossier} /> : null}
          {isAtWork(dossier) ? <Parcels dossier={dossier} /> : null}
          {seesPeople && isAtWork(dossier) ? <Archived dossier={dossier} /> : null}
        </div>
      </div>
    </>
  );
}

function Applicant({ dossier: { applicantId }, purpose }: { dossier: Dossier; purpose: string }) {
  const text = useWords(words);
  return applicantId === null ? (
    <Empty>{text.noApplicant}</Empty>
  ) : (
    <PersonSeen id={applicantId} title={text.applicant} purpose={purpose} />
  );
}

function Head({ dossier }: { dossier: DossierAtWork }) {
  const text = useWords(words);
  const { procedure, status, holder, offered, channel, receivedAt, answerBy, rules } = dossier;
  return (
    <header className={page.column}>
      <Crumb>{dossier.code}</Crumb>
      <h1>{procedure.name}</h1>
      <Row>
        <Badge tone={TONE_OF[status]}>{text.statuses[status]}</Badge>
        {dossier.apology === 'owed' ? <Badge tone="late">{text.apologyOwed}</Badge> : null}
        {dossier.apology === 'given' ? <Badge>{text.apologyGiven}</Badge> : null}
        {dossier.reappointed ? <Badge tone="soon">{text.reappointed(day(dossier.reappointed))}</Badge> : null}
        {dossier.supplement === 'asked' ? <Badge tone="wait">{text.supplementAsked}</Badge> : null}
      </Row>
      <dl className={page.facts}>
        <Fact name={text.appointment}>
          <Appointment {...dossier} />
        </Fact>
        {answerBy && status === 'awaiting_supplement' ? (
          <Fact name={text.answerBy}>{instant(answerBy)}</Fact>
        ) : null}
        <Fact name={text.holder}>
          <Official {...holder} />
        </Fact>
        {offered ? (
          <Fact name={text.offeredTo}>
            <Official {...offered} />
          </Fact>
        ) : null}
        <Fact name={text.received}>{receivedAt ? instant(receivedAt) : '–'}</Fact>
        <Fact name={text.rules}>{rules}</Fact>
        <Fact name={text.channel}>{text.channels[channel]}</Fact>
        <Fact name={text.field}>{procedure.field}</Fact>
      </dl>
    </header>
  );
}

/** One that was handed in from outside and is not received: no code, no clock. */
function HeadBefore({ dossier: { procedureCode, status, channel } }: { dossier: DossierHandedIn }) {
  const text = useWords(words);
  const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
  return (
    <header className={page.column}>
      <Crumb>{text.noCode}</Crumb>
      <h1>{procedures.find(({ code }) => code === procedureCode)?.name ?? procedureCode}</h1>
      <Row>
        <Badge tone={TONE_OF[status]}>{text.statuses[status]}</Badge>
      </Row>
      <dl className={page.facts}>
        <Fact name={text.channel}>{text.channels[channel]}</Fact>
      </dl>
    </header>
  );
}

function Crumb({ children }: { children: ReactNode }) {
  const text = useWords(words);
  return (
    <div className={page.crumb}>
      <Link to="/dossiers" search={{}}>
        {text.dossiers}
      </Link>{' '}
      / {children}
    </div>
  );
}
