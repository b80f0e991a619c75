import { inspectionOpen, type InspectionProgramme } from '#client';
import { useState } from 'react';
import { useNow } from '../app/clock';
import { ActButton } from '../ui/act-button';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextArea, TextField } from '../ui/field';
import { keyed, linesOf, oneOf, textOf, ticked } from '../ui/fields';
import { isoDay } from '../words/format';
import { useWords } from '../words/language';
import { KINDS } from './kinds';
import { InspectedUnitField, TeamFields } from './team-fields';
import { words } from './words';

interface Props {
  /** The item of the year's programme; none for one that nobody planned. */
  item?: InspectionProgramme['inspections'][number];
  /** What the unit is called, where several buttons are called alike. */
  of?: string;
}

/** Opens an inspection, by the programme or unannounced. */
export function OpenInspection({ item, of }: Props) {
  const text = useWords(words);
  return (
    <ActButton
      name={item ? text.toOpen : text.openUnannounced}
      {...(of === undefined ? {} : { of })}
      draft={`OpenInspection ${item?.itemId ?? 'unannounced'}`}
      send={(fields, key) =>
        inspectionOpen({
          ...keyed(key),
          body: {
            ...(item ? { itemId: item.itemId } : {}),
            kind: item?.kind ?? oneOf(fields, 'kind', KINDS),
            unitId: item?.unitId ?? textOf(fields, 'unitId'),
            leaderPostId: textOf(fields, 'leaderPostId'),
            memberPostIds: ticked(fields, 'memberPostIds'),
            basis: textOf(fields, 'basis'),
            from: textOf(fields, 'from'),
            to: textOf(fields, 'to'),
            about: linesOf(fields, 'about'),
          },
        })
      }
    >
      <Fields {...(item ? { item } : {})} />
    </ActButton>
  );
}

function Fields({ item }: Pick<Props, 'item'>) {
  const text = useWords(words);
  const today = isoDay(useNow());
  const [unitId, setUnitId] = useState(item?.unitId);
  return (
    <>
      <p>{item ? text.openWhat : text.openUnannouncedWhat}</p>
      {item ? null : (
        <>
          <ChoiceField label={text.kind} name="kind" choices={text.kinds} />
          <InspectedUnitField onChosen={setUnitId} />
        </>
      )}
      <TextField label={text.basis} name="basis" required minLength={3} maxLength={300} />
      <DayField label={text.from} name="from" required defaultValue={today} />
      <DayField label={text.to} name="to" required defaultValue={today} />
      <TextArea
        label={text.aboutLines}
        hint={text.oneALine}
        name="about"
        required
        {...(item ? { defaultValue: item.about } : {})}
      />
      <TeamFields unitId={unitId} />
    </>
  );
}
