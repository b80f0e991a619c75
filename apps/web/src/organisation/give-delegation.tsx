import { organisationDelegate } from '#client';
import { planShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useNow, useThisYear } from '../app/clock';
import { useMe } from '../app/me';
import { ofYear } from '../app/none-yet';
import { words as appWords } from '../app/words';
import { ActButton } from '../ui/act-button';
import { DayField } from '../ui/day-field';
import { SelectField } from '../ui/field';
import { keyed, textOf, ticked } from '../ui/fields';
import { TickField } from '../ui/tick-field';
import { isoDay } from '../words/format';
import { useWords } from '../words/language';
import { useActsByPage } from './act-names';
import { delegationWords } from './delegation-words';
import { DocumentField } from './org-fields';
import { usePosts } from './posts';

/** Lends what one's own posts give a right to: to whom, which of it, from when to when, by which document. */
export function GiveDelegation() {
  const text = useWords(delegationWords);
  const today = isoDay(useNow());
  return (
    <ActButton
      name={text.give}
      look="primary"
      draft="GiveDelegation"
      send={(fields, key) =>
        organisationDelegate({
          ...keyed(key),
          body: {
            to: textOf(fields, 'to'),
            acts: ticked(fields, 'acts'),
            areas: ticked(fields, 'areas'),
            subjects: [],
            fromDay: textOf(fields, 'fromDay'),
            toDay: textOf(fields, 'toDay'),
            document: textOf(fields, 'document'),
          },
        })
      }
    >
      <p>{text.giveWhat}</p>
      <ToWhom />
      <DayField label={text.fromDay} name="fromDay" required defaultValue={today} />
      <DayField label={text.toDay} name="toDay" required />
      <DocumentField />
      <WhichActs />
      <WhichAreas />
    </ActButton>
  );
}

function ToWhom() {
  const text = useWords(delegationWords);
  const { id: me } = useMe();
  const posts = usePosts();
  const people = posts.flatMap(({ holder, title }) =>
    holder && holder.personId !== me ? [{ ...holder, title }] : [],
  );
  const byPerson = [...Map.groupBy(people, ({ personId }) => personId)];
  return (
    <SelectField label={text.toWhom} name="to" required>
      <option value="">–</option>
      {byPerson.map(([personId, held]) => (
        <option key={personId} value={personId}>
          {held[0]?.name} · {held.map(({ title }) => title).join(', ')}
        </option>
      ))}
    </SelectField>
  );
}

function WhichActs() {
  const text = useWords(delegationWords);
  const places = useWords(appWords);
  const { acts } = useMe();
  const pages = useActsByPage();
  return (
    <>
      <p>{text.whichActs}</p>
      {(['tasks', 'plan', 'dossiers', 'feedback'] as const).map((one) => {
        const own = Object.entries(pages[one]).filter(([act]) => acts.includes(act));
        return own.length === 0 ? null : (
          <details key={one}>
            <summary>
              {places[one]} ({own.length})
            </summary>
            <TickField legend={places[one]} name="acts" options={own} />
          </details>
        );
      })}
    </>
  );
}

function WhichAreas() {
  const text = useWords(delegationWords);
  const year = useThisYear();
  const areas = ofYear(useQuery(planShowOptions({ path: { year } })).data)?.areas ?? [];
  if (areas.length === 0) return null;
  return (
    <details>
      <summary>{text.whichAreas}</summary>
      <TickField
        legend={text.areas}
        name="areas"
        options={areas.map(({ code, name }) => [code, `${code}. ${name}`])}
      />
    </details>
  );
}
