import { productsIssue, type ProductCatalogue } from '#client';
import { productsShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useMe } from '../app/me';
import { ofYear } from '../app/none-yet';
import { problemOf } from '../app/problem';
import { Acts, type ActForms } from '../ui/acts';
import { TextArea } from '../ui/field';
import { linesOf } from '../ui/fields';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { DocumentFields, documentIn } from './document-fields';
import { productWords } from './product-words';
import { Ways } from './ways';

/** Points of one converted unit. */
const STANDARD_POINTS = 5;

/** What a year's officials are assigned from, and what each of it counts. */
export function ProductsPage() {
  const text = useWords(productWords);
  const language = useLanguage();
  const thisYear = useThisYear();
  const { year = thisYear } = useSearch({ from: '/evaluation/products' });
  const { data, error } = useQuery(productsShowOptions({ path: { year } }));
  const told = ofYear(data);
  const catalogue = told ?? null;
  const may = useMe().acts.includes('IssueProductCatalogue');
  const acts = may ? [{ act: 'IssueProductCatalogue', may: true, why: null }] : [];
  return (
    <>
      <Ways />
      <header className={page.head}>
        <div>
          <h1>{text.title(year)}</h1>
          <p className={page.soft}>{text.what}</p>
        </div>
        <div className={page.ways}>
          <Link to="/evaluation/products" search={{ year: year - 1 }}>
            ← {year - 1}
          </Link>
          <Link to="/evaluation/products" search={{ year: year + 1 }}>
            {year + 1} →
          </Link>
        </div>
      </header>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      <div className={page.columns}>
        <div className={page.column}>
          {told === null ? <Empty>{text.none(year)}</Empty> : null}
          {catalogue ? <Products of={catalogue} /> : null}
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts
            of={{ id: `catalogue ${year}`, year, catalogue }}
            acts={acts}
            forms={CATALOGUE_ACTS}
            names={text.act}
          />
        </div>
      </div>
    </>
  );
}

function Products({ of: { documentNumber, documentDate, products } }: { of: ProductCatalogue }) {
  const text = useWords(productWords);
  return (
    <Panel title={text.products}>
      <p className={page.soft}>{text.issued(documentNumber, day(documentDate), products.length)}</p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.group}</th>
            <th scope="col">{text.points}</th>
            <th scope="col">{text.units}</th>
          </tr>
        </thead>
        <tbody>
          {products.map(({ code, name, group, points }) => (
            <tr key={code}>
              <td className={tables.narrow}>{code}</td>
              <td>{name}</td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.group}>
                {group}
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.points}>
                {figure(points)}
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.units}>
                {figure(points / STANDARD_POINTS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface OfCatalogue {
  id: string;
  year: number;
  catalogue: ProductCatalogue | null;
}

/** Products as they are written, a line each. */
const rowsOf = (catalogue: ProductCatalogue | null): string =>
  (catalogue?.products ?? [])
    .map(({ code, name, group, points }) => [code, name, group, points].join(' | '))
    .join('\n');

/** A line as a product; what is no number is refused by the service, by its place. */
function productIn(line: string) {
  const [code = '', name = '', group, points] = line.split('|').map((part) => part.trim());
  return { code, name, group: Number(group), points: Number(points) };
}

const CATALOGUE_ACTS: Readonly<Record<string, ActForms<OfCatalogue>>> = {
  IssueProductCatalogue: {
    Fields: function Fields({ of: { catalogue } }) {
      const text = useWords(productWords);
      return (
        <>
          <DocumentFields />
          <TextArea
            label={text.rows}
            hint={text.rowsHint}
            name="rows"
            required
            rows={12}
            defaultValue={rowsOf(catalogue)}
          />
        </>
      );
    },
    send: (_id, fields, key, { year }) =>
      productsIssue({
        path: { year },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
        body: { ...documentIn(fields), products: linesOf(fields, 'rows').map(productIn) },
      }),
  },
};
