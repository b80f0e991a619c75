import type { Report } from '#client';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { words } from './words';

const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;

/** The report as files: as it is signed, and its figures for further use. */
export function Downloads({ report: { id } }: { report: Report }) {
  const text = useWords(words);
  return (
    <Panel title={text.download}>
      <div className={page.ways}>
        {FORMATS.map((format) => (
          <a key={format} href={`/api/v1/reports/${id}/output?format=${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
        <a href={`/api/v1/reports/${id}`} download="bao-cao.json">
          JSON
        </a>
      </div>
    </Panel>
  );
}
