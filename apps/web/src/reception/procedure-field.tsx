import type { ProcedureInForce } from '#client';
import { proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import fields from '../ui/ui.module.css';
import { useWords } from '../words/language';
import { procedureMatches } from './find-procedure';
import styles from './reception.module.css';
import { words } from './words';

interface Props {
  chosen: ProcedureInForce | undefined;
  onChoose: (procedure: ProcedureInForce | undefined) => void;
}

/** Which procedure it is: found by a few letters, chosen by keyboard (ARIA combobox with a list). */
export function ProcedureField({ chosen, onChoose }: Props) {
  const text = useWords(words);
  const id = useId();
  const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const matches = typed === undefined ? [] : procedureMatches(procedures, typed);
  const open = typed !== undefined && typed.trim() !== '';
  const optionId = (index: number) => `${id}-${index}`;

  function choose(procedure: ProcedureInForce): void {
    setTyped(undefined);
    onChoose(procedure);
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && matches.length > 0) setAt((at + step + matches.length) % matches.length);
    else if (event.key === 'Enter' && open && matches[at]) choose(matches[at]);
    else if (event.key === 'Escape' && open) setTyped(undefined);
    else return;
    event.preventDefault();
  }

  return (
    <div className={`${fields.field} ${styles.combobox}`}>
      <label htmlFor={id} className={fields.label}>
        {text.procedure}
      </label>
      <span id={`${id}-hint`} className={fields.hint}>
        {text.procedureHint}
      </span>
      <input
        id={id}
        className={fields.input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        {...(open && matches[at] ? { 'aria-activedescendant': optionId(at) } : {})}
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={200}
        autoFocus={chosen === undefined}
        value={typed ?? chosen?.name ?? ''}
        ref={(input) => input?.setCustomValidity(chosen ? '' : text.chooseProcedure)}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          if (chosen) onChoose(undefined);
        }}
        onKeyDown={pressed}
        onBlur={() => setTyped(undefined)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={text.procedure} hidden={!open || matches.length === 0}>
        {matches.map((procedure, index) => (
          <li
            key={procedure.code}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(procedure);
            }}
          >
            {procedure.name}
            <span>
              {procedure.code} · {procedure.field}
            </span>
          </li>
        ))}
      </ul>
      <span role="status" className={fields.hint}>
        {open ? text.matches(matches.length) : ''}
      </span>
    </div>
  );
}
