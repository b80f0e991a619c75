import type { RegisterEntry, RegisterKind } from '#client';
import { proceduresInForceOptions, taskListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../app/clock';
import { DayField } from '../ui/day-field';
import { SelectField, TextArea, TextField } from '../ui/field';
import { isoDay } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Attendees } from './attendees';
import { words } from './words';

interface Props {
  kind: RegisterKind;
  /** What it says now, where it is said anew. */
  before?: RegisterEntry;
  taskId?: string | undefined;
}

const ALL_TASKS = 200;

/** The fields that a register asks for. */
export function EntryFields({ kind, before, taskId }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  const today = isoDay(useNow());
  const tasks = useQuery(taskListOptions({ query: { limit: ALL_TASKS } })).data?.items;
  return (
    <>
      <DayField label={text.day} name="day" required defaultValue={before?.day ?? today} />
      <TextField
        label={kind.about[language]}
        name="title"
        required
        minLength={3}
        maxLength={500}
        {...(before ? { defaultValue: before.title } : {})}
      />
      {kind.facts.map((fact) => (
        <FactField key={fact.name} fact={fact} before={before?.facts[fact.name]} />
      ))}
      {kind.attended ? <Attendees before={before?.officials} /> : null}
      {tasks ? (
        <SelectField label={text.task} name="taskId" defaultValue={before?.taskId ?? taskId ?? ''}>
          <option value="">{text.noTask}</option>
          {tasks.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {number}. {title}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextArea
        label={text.note}
        name="note"
        maxLength={2000}
        {...(before?.note ? { defaultValue: before.note } : {})}
      />
    </>
  );
}

interface FactProps {
  fact: RegisterKind['facts'][number];
  before: string | number | undefined;
}

function FactField({ fact: { name, label, form, required, choices }, before }: FactProps) {
  const language = useLanguage();
  const common = { label: label[language], name, required };
  const kept = before === undefined ? {} : { defaultValue: before };
  if (form === 'procedure') return <ProcedureField {...common} before={before} />;
  if (form === 'choice')
    return (
      <SelectField {...common} {...kept}>
        {choices.map(({ value, label: said }) => (
          <option key={value} value={value}>
            {said[language]}
          </option>
        ))}
      </SelectField>
    );
  if (form === 'count')
    return <TextField {...common} {...kept} type="number" inputMode="numeric" min={0} step={1} />;
  return (
    <TextField
      {...common}
      {...kept}
      {...(form === 'link' ? { type: 'url', maxLength: 500 } : { maxLength: 50 })}
    />
  );
}

interface ProcedureProps {
  label: string;
  name: string;
  required: boolean;
  before: string | number | undefined;
}

function ProcedureField({ label, name, required, before }: ProcedureProps) {
  const procedures = useQuery(proceduresInForceOptions()).data?.items;
  if (!procedures) return null;
  return (
    <SelectField label={label} name={name} required={required} {...(before ? { defaultValue: before } : {})}>
      {procedures.map(({ code, name: called }) => (
        <option key={code} value={code}>
          {code} {called}
        </option>
      ))}
    </SelectField>
  );
}
