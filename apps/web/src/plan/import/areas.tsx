import type { PlanPreview } from '#client';
import { TextArea } from '../../ui/field';
import { linesOf } from '../../ui/fields';
import { useWords } from '../../words/language';
import { words } from './words';

/** The plan's areas as the file names them, one a line. */
export function Areas({ areas }: Pick<PlanPreview, 'areas'>) {
  const text = useWords(words);
  return (
    <TextArea
      label={text.areasWhat}
      name="areas"
      rows={Math.max(3, areas.length)}
      defaultValue={areas.map(({ code, name }) => `${code}. ${name}`).join('\n')}
    />
  );
}

/** "II. Cải cách thủ tục hành chính"; a line without a name is its own. */
export const areasAsSaid = (fields: FormData): PlanPreview['areas'] =>
  linesOf(fields, 'areas').map((line) => {
    const [, code = line, name = code] = /^([^\s.]+)\.?\s*(.+)?$/u.exec(line) ?? [];
    return { code, name };
  });
