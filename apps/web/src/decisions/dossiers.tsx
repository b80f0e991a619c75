import type { DossierListed } from '#client';
import { dossiersActsOptions, dossiersOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Appointment } from '../dossiers/appointment';
import { DOSSIER_ACTS } from '../dossiers/act-forms';
import { actWords } from '../dossiers/act-words';
import { Official } from '../organisation/official';
import { ActDialog } from '../ui/acts';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { Answers } from './answers';
import styles from './decisions.module.css';
import { words } from './words';

const OFFERED = ['SignResult', 'ExtendDossier', 'HandOverStep', 'GiveApology'];

/** A dossier past its appointment: where it is, and what may be done about it at once. */
export function LateDossier({ dossier }: { dossier: DossierListed }) {
  const text = useWords(words);
  const names = useWords(actWords).act;
  const { id, code, procedure, stepName, holder } = dossier;
  const acts = useQuery(dossiersActsOptions({ path: { id } })).data?.items ?? [];
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Link to="/dossiers/$id" params={{ id }} className={page.titleLink}>
          {code} · {procedure.name}
        </Link>
        <div>
          <Appointment {...dossier} />
        </div>
        <p className={page.soft}>
          {stepName}
          {holder.personId ? (
            <>
              {' · '}
              {text.heldBy} <Official personId={holder.personId} postId={null} />
            </>
          ) : null}
        </p>
      </div>
      <Answers
        about={code ?? procedure.name}
        acts={acts}
        offered={OFFERED}
        names={names}
        opened={(act, close) => <DossierDialog id={id} act={act} onClose={close} />}
      />
    </li>
  );
}

function DossierDialog({ id, act, onClose }: { id: string; act: string; onClose: () => void }) {
  const names = useWords(actWords).act;
  const { data: dossier } = useQuery(dossiersOneOptions({ path: { id } }));
  return dossier ? (
    <ActDialog of={dossier} act={act} forms={DOSSIER_ACTS} names={names} onClose={onClose} />
  ) : null;
}
