import tables from '../ui/table.module.css';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import { tableWords } from './table-words';
import { words } from './words';

/** The procedures that a figure counts. */
export function CountedProcedures({ items }: { items: readonly { code: string; name: string }[] }) {
  const text = useWords(words);
  const table = useWords(tableWords);
  if (items.length === 0) return <Empty>{text.nobodyBehind}</Empty>;
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{table.procedure}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ code, name }) => (
          <tr key={code}>
            <td>
              <strong>{code}</strong> · {name}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
