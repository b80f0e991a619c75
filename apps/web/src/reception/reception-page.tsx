import { receptionReceive, type ProcedureInForce, type Receipt } from '#client';
import { proceduresAppointmentOptions, proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { SelectField } from '../ui/field';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { ApplicantFields } from './applicant-fields';
import { CHANNELS, DRAFT, useReceptionDraft, type ReceptionDraft } from './draft';
import type { Facts } from './looked-up';
import { PapersPanel } from './papers-panel';
import { ProcedureField } from './procedure-field';
import { ReceiptPage, type Received } from './receipt-page';
import styles from './reception.module.css';
import { words } from './words';

/** Is it complete, and when is it due? A dossier over the counter by keyboard alone. */
export function ReceptionPage() {
  const text = useWords(words);
  const [received, setReceived] = useState<Received>();
  return (
    <>
      <header className={styles.head}>
        <h1>{text.reception}</h1>
        {received ? null : <p className={page.soft}>{text.keys}</p>}
      </header>
      {received ? (
        <ReceiptPage received={received} onNext={() => setReceived(undefined)} />
      ) : (
        <ReceptionForm onReceived={setReceived} />
      )}
    </>
  );
}

function ReceptionForm({ onReceived }: { onReceived: (received: Received) => void }) {
  const text = useWords(words);
  const { draft, change, drop } = useReceptionDraft();
  const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
  const procedure = procedures.find(({ code }) => code === draft.procedure);
  const papers = useRef<HTMLDivElement>(null);
  const toPapers = () => setTimeout(() => papers.current?.querySelector('input')?.focus());

  function done(receipt: Receipt): void {
    drop();
    void queries.invalidateQueries();
    onReceived({ receipt, procedure: procedure?.name ?? '', applicant: draft.facts.name });
  }
  return (
    <ActForm
      draft={DRAFT}
      keepsFields={false}
      submit={text.receive}
      said={text.received}
      send={(_fields, key) => receive(draft, key)}
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

/** Receives what stands in the draft. */
async function receive(draft: ReceptionDraft, key: string): Promise<Receipt> {
  const { data } = await receptionReceive({
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
    body: {
      procedureCode: draft.procedure ?? '',
      channel: 'counter',
      returnBy: draft.returnBy,
      components: Object.entries(draft.papers).map(([name, form]) => ({ name, form })),
      ...(draft.applicantId === null
        ? { applicant: given(draft.facts) }
        : { applicantId: draft.applicantId }),
    },
  });
  return data;
}

const FACTS = ['name', 'phone', 'identityNumber', 'bornOn', 'address'] as const;

/** The facts that were given. */
const given = (facts: Facts): Partial<Facts> =>
  FACTS.reduce<Partial<Facts>>(
    (sum, fact) => (facts[fact].trim() === '' ? sum : { ...sum, [fact]: facts[fact].trim() }),
    {},
  );
