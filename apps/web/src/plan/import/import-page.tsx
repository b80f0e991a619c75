import { planImportPlan, planPreview, type PlanImportPlanData, type PlanPreview } from '#client';
import { planShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useThisYear } from '../../app/clock';
import { ofYear } from '../../app/none-yet';
import { problemOf } from '../../app/problem';
import { queries } from '../../app/queries';
import { ActForm } from '../../ui/act-form';
import { Empty, Panel, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import page from '../../ui/page.module.css';
import { figure } from '../../words/format';
import { useLanguage, useWords } from '../../words/language';
import { Areas, areasAsSaid } from './areas';
import { FactFields, bodyOf } from './fact-fields';
import { Found } from './found';
import { ReadRows } from './read-rows';
import { UnknownUnits, unitsAsSaid } from './unknown-units';
import { words } from './words';

type Body = PlanImportPlanData['body'];

interface Trial {
  body: Body;
  preview: PlanPreview;
}

/** A plan's file as it is read, row by row, before anything is written (nhập kế hoạch). */
export function ImportPage() {
  const text = useWords(words);
  const language = useLanguage();
  const { year: asked } = useSearch({ from: '/plan/import' });
  const thisYear = useThisYear();
  const year = asked ?? thisYear;
  const { data, error, isPending } = useQuery(planShowOptions({ path: { year } }));
  const plan = ofYear(data) ?? undefined;
  const [trial, setTrial] = useState<Trial>();
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (isPending) return <Empty>…</Empty>;
  return (
    <Stack>
      <header className={page.head}>
        <div>
          <p className={page.crumb}>
            <Link to="/plan" search={{ year }}>
              {text.back}
            </Link>
          </p>
          <h1>{text.title}</h1>
        </div>
      </header>
      <p className={page.soft}>{text.what}</p>
      <Panel title={text.source}>
        <ActForm<Trial>
          key={year}
          submit={text.read}
          look={trial ? 'plain' : 'primary'}
          send={async (fields) => tried(await bodyOf(fields, year, plan))}
          onDone={setTrial}
        >
          <FactFields year={year} plan={plan} />
        </ActForm>
      </Panel>
      {trial?.body.plan.year === year ? <Tried trial={trial} year={year} onTried={setTrial} /> : null}
    </Stack>
  );
}

const tried = async (body: Body): Promise<Trial> => ({
  body,
  preview: (await planPreview({ body, throwOnError: true })).data,
});

function Tried({
  trial: { body, preview },
  year,
  onTried,
}: {
  trial: Trial;
  year: number;
  onTried: (again: Trial) => void;
}) {
  const text = useWords(words);
  const unknown = [
    ...new Set(preview.errors.filter(({ code }) => code === 'unknown_unit').map(({ value }) => value)),
  ];
  const again = (fields: FormData) => {
    const sameUnit = { ...(body.plan.sameUnit as Record<string, string>), ...unitsAsSaid(fields, unknown) };
    return tried({ ...body, plan: { ...body.plan, sameUnit, areas: areasAsSaid(fields) } });
  };
  return (
    <>
      <Found preview={preview} />
      <ActForm<Trial>
        key={JSON.stringify([preview.areas, unknown])}
        submit={text.readAgain}
        look={unknown.length > 0 ? 'primary' : 'plain'}
        send={again}
        onDone={onTried}
      >
        <UnknownUnits names={unknown} />
        <Panel title={text.areas}>
          <Areas areas={preview.areas} />
        </Panel>
      </ActForm>
      {preview.errors.length === 0 && preview.refusal === null && preview.changes !== 0 ? (
        <Import body={body} preview={preview} year={year} />
      ) : null}
      <ReadRows preview={preview} />
    </>
  );
}

function Import({ body, preview, year }: Trial & { year: number }) {
  const text = useWords(words);
  const navigate = useNavigate();
  const areas = preview.areas;
  return (
    <ActForm
      submit={text.import(figure(preview.tasks))}
      said={text.imported}
      send={(_fields, key) =>
        planImportPlan({
          headers: { 'Idempotency-Key': key },
          body: { ...body, plan: { ...body.plan, areas } },
          throwOnError: true,
        })
      }
      onDone={() => {
        void queries.invalidateQueries();
        void navigate({ to: '/plan', search: { year } });
      }}
    >
      {null}
    </ActForm>
  );
}
