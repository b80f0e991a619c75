import type { ProcedureInForce, ReceiveAtDesk } from '#client';
import { proceduresAppointmentOptions, proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem } from '../app/problem';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { SelectField } from '../ui/field';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { say } from '../ui/toasts';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { ApplicantFields } from './applicant-fields';
import { CHANNELS, DRAFT, putBack, useReceptionDraft, type ReceptionDraft } from './draft';
import type { Facts } from './looked-up';
import { putInOutbox, type Waiting } from './outbox';
import { OutboxPanel, WaitingPage } from './outbox-panel';
import { PapersPanel } from './papers-panel';
import { ProcedureField } from './procedure-field';
import { receive } from './receive';
import { ReceiptPage, type Received } from './receipt-page';
import styles from './reception.module.css';
import { words } from './words';

/** Is it complete, and when is it due? A dossier over the counter by keyboard alone. */
export function ReceptionPage() {
  const text = useWords(words);
  const [taken, setTaken] = useState<Received | Waiting>();
  const [opened, setOpened] = useState(0);
  const next = () => setTaken(undefined);
  return (
    <>
      <header className={styles.head}>
        <h1>{text.reception}</h1>
        {taken ? null : <p className={page.soft}>{text.keys}</p>}
      </header>
      {taken === undefined ? (
        <ReceptionForm key={opened} onTaken={setTaken} />
      ) : 'state' in taken ? (
        <WaitingPage waiting={taken} onNext={next} />
      ) : (
        <ReceiptPage received={taken} onNext={next} />
      )}
      <OutboxPanel
        onReceipt={setTaken}
        onMend={(draft) => {
          putBack(draft);
          setOpened((count) => count + 1);
          next();
        }}
      />
    </>
  );
}

function ReceptionForm({ onTaken }: { onTaken: (taken: Received | Waiting) => void }) {
  const text = useWords(words);
  const { draft, change, drop } = useReceptionDraft();
  const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
  const procedure = procedures.find(({ code }) => code === draft.procedure);
  const papers = useRef<HTMLDivElement>(null);
  const toPapers = () => setTimeout(() => papers.current?.querySelector('input')?.focus());

  function done(taken: Received | Waiting): void {
    drop();
    if (!('state' in taken)) {
      say(text.received);
      void queries.invalidateQueries();
    }
    onTaken(taken);
  }
  return (
    <ActForm
      draft={DRAFT}
      keepsFields={false}
      submit={text.receive}
      send={(_fields, key) => receiveOrKeep(draft, key, procedure?.name ?? '')}
      onDone={done}
    >
      <div className={page.columns}>
        <div className={page.column}>
          <Panel>
            <ProcedureField
              chosen={procedure}
              onChoose={(chosen) => change({ procedure: chosen?.code ?? null, papers: {} })}
            />
          </Panel>
          <Panel title={text.applicant}>
            <ApplicantFields draft={draft} onChange={change} onKnown={toPapers} />
          </Panel>
          <div ref={papers}>
            <PapersPanel
              procedure={procedure}
              papers={draft.papers}
              onChange={(ticked) => change({ papers: ticked })}
            />
          </div>
        </div>
        <div className={`${page.column} ${styles.beside}`}>
          <AppointmentPanel procedure={procedure} />
          <SelectField
            label={text.returnBy}
            value={draft.returnBy}
            onChange={({ target }) =>
              change({ returnBy: CHANNELS.find((channel) => channel === target.value) ?? 'counter' })
            }
          >
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {text.channels[channel]}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
    </ActForm>
  );
}

const DUE_LOOKED_AT_MS = 30_000;

/** When it would be due, for how much: before it is received. */
function AppointmentPanel({ procedure }: { procedure: ProcedureInForce | undefined }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data: appointment } = useQuery({
    ...proceduresAppointmentOptions({ path: { code: procedure?.code ?? '' } }),
    enabled: procedure !== undefined,
    refetchInterval: DUE_LOOKED_AT_MS,
    staleTime: 0,
  });
  return (
    <Panel title={text.appointment}>
      {procedure ? (
        <>
          <p className={styles.due} aria-live="polite">
            {appointment?.due ? instant(appointment.due) : (appointment?.dueNote?.[language] ?? '…')}
          </p>
          <dl className={page.facts}>
            <div>
              <dt>{text.time}</dt>
              <dd>{text.times[procedure.time.unit](procedure.time.value)}</dd>
            </div>
            <div>
              <dt>{text.fee}</dt>
              <dd>{procedure.fee === 0 ? text.noFee : text.dong(figure(procedure.fee))}</dd>
            </div>
          </dl>
        </>
      ) : (
        <p className={page.soft}>{text.appointmentLater}</p>
      )}
    </Panel>
  );
}

/** Receives what stands in the draft; with the line down it waits on this PC, under the same name. */
async function receiveOrKeep(
  draft: ReceptionDraft,
  key: string,
  procedure: string,
): Promise<Received | Waiting> {
  const body = bodyOf(draft);
  const said = { procedure, applicant: draft.facts.name };
  try {
    return { ...said, receipt: await receive(body, key) };
  } catch (error) {
    if (isProblem(error)) throw error;
    const waiting = {
      ...said,
      key,
      body,
      draft,
      takenAt: new Date().toISOString(),
      state: 'waiting',
    } as const;
    putInOutbox(waiting);
    return waiting;
  }
}

const bodyOf = (draft: ReceptionDraft): ReceiveAtDesk => ({
  procedureCode: draft.procedure ?? '',
  channel: 'counter',
  returnBy: draft.returnBy,
  components: Object.entries(draft.papers).map(([name, form]) => ({ name, form })),
  ...(draft.applicantId === null ? { applicant: given(draft.facts) } : { applicantId: draft.applicantId }),
});

const FACTS = ['name', 'phone', 'identityNumber', 'bornOn', 'address'] as const;

/** The facts that were given. */
const given = (facts: Facts): Partial<Facts> =>
  FACTS.reduce<Partial<Facts>>(
    (sum, fact) => (facts[fact].trim() === '' ? sum : { ...sum, [fact]: facts[fact].trim() }),
    {},
  );
