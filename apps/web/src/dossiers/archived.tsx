import { archiveHandOver, archiveMake, type DossierAtWork } from '#client';
import type { ActForms } from '../ui/acts';
import { Badge } from '../ui/badge';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { textOf, under } from '../ui/fields';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure, instant } from '../words/format';
import { useWords } from '../words/language';
import { archiveWords } from './archive-words';
import type { Dossier } from './dossier';
import styles from './dossiers.module.css';

/** The acts by which a finished dossier goes to the archive. */
export const ARCHIVE_ACTS = {
  MakeArchivePackage: {
    Fields: function Fields() {
      return <p>{useWords(archiveWords).packing}</p>;
    },
    send: (id, _fields, key) => archiveMake(under(id, key)),
  },
  HandOverToArchive: {
    Fields: function Fields() {
      const text = useWords(archiveWords);
      return (
        <>
          <TextField label={text.receiver} name="receiver" required minLength={3} maxLength={200} />
          <TextField label={text.receipt} name="receipt" required maxLength={100} />
          <DayField label={text.day} name="day" required />
        </>
      );
    },
    send: (id, fields, key) =>
      archiveHandOver({
        ...under(id, key),
        body: {
          receiver: textOf(fields, 'receiver'),
          receipt: textOf(fields, 'receipt'),
          day: textOf(fields, 'day'),
        },
      }),
  },
} satisfies Record<string, ActForms<Dossier>>;

/** What was packed of a dossier, and who has it. */
export function Archived({ dossier: { id, archive } }: { dossier: DossierAtWork }) {
  const text = useWords(archiveWords);
  if (!archive) return null;
  const { at, bytes, sha256, handedOver } = archive;
  return (
    <Panel title={text.title}>
      <Badge tone={handedOver ? 'done' : 'soon'}>{handedOver ? text.isHanded : text.notHanded}</Badge>
      {handedOver ? (
        <p>
          {text.handed(handedOver.receiver, day(handedOver.day))}
          <span className={page.soft}> · {text.record(handedOver.receipt)}</span>
        </p>
      ) : null}
      <p>{text.packed(instant(at), figure(bytes))}</p>
      <div className={page.soft}>{text.hash}</div>
      <code className={styles.hash}>{sha256}</code>
      <p>
        <a href={`/api/v1/dossiers/${id}/archive-package`} download>
          {text.download}
        </a>
      </p>
    </Panel>
  );
}
