import type { Plan, PlanImportPlanData } from '#client';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../../app/me';
import { DayField } from '../../ui/day-field';
import { SelectField, TextField } from '../../ui/field';
import { given, textOf } from '../../ui/fields';
import { fileIn } from '../../ui/file';
import { useWords } from '../../words/language';
import { words } from './words';

/** The file, and what a plan says of itself; a plan that is there already has said it. */
export function FactFields({ year, plan }: { year: number; plan: Plan | undefined }) {
  const text = useWords(words);
  const me = useMe();
  const navigate = useNavigate();
  return (
    <>
      <TextField
        label={text.file}
        hint={text.fileTaken}
        name="file"
        type="file"
        accept=".docx,.xlsx,.csv"
        required
      />
      <SelectField
        label={text.year}
        name="year"
        value={year}
        onChange={(event) =>
          void navigate({ to: '/plan/import', search: { year: Number(event.currentTarget.value) } })
        }
      >
        {[year - 1, year, year + 1].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.planTitle}
        name="title"
        required
        maxLength={500}
        defaultValue={plan?.title ?? text.titleOf(year)}
      />
      <TextField
        label={text.issuer}
        name="issuer"
        required
        maxLength={500}
        defaultValue={plan?.issuer ?? me.office.name}
      />
      <TextField
        label={text.superior}
        name="superior"
        required
        maxLength={500}
        defaultValue={plan?.superior}
      />
      {plan?.status === 'approved' ? (
        <>
          <p>{text.amended}</p>
          <TextField label={text.documentNumber} name="documentNumber" required maxLength={50} />
          <DayField label={text.documentDate} name="documentDate" required />
        </>
      ) : null}
    </>
  );
}

/** The whole as it is sent; what the form does not ask for stays as the plan has it. */
export async function bodyOf(
  fields: FormData,
  year: number,
  plan: Plan | undefined,
): Promise<PlanImportPlanData['body']> {
  return {
    file: await fileIn(fields, 'file'),
    plan: {
      year,
      title: textOf(fields, 'title'),
      issuer: textOf(fields, 'issuer'),
      superior: textOf(fields, 'superior'),
      basis: plan?.basis ?? [],
      areas: plan?.areas ?? [],
      targets: plan?.targets ?? [],
      recipients: plan?.recipients ?? [],
      sameUnit: {},
    },
    ...given(fields, 'documentNumber'),
    ...given(fields, 'documentDate'),
  };
}
