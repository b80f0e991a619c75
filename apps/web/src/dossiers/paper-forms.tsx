import {
  attachingAnswerSupplement,
  dossiersRequestSupplement,
  receptionReceiveSubmitted,
  type ComponentHandedIn,
} from '#client';
import { proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { oneOf, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { LegalBasisField, atWork } from './act-fields';
import type { Dossier } from './dossier';
import { PapersField, papersOf, tickedPapers } from './papers-field';
import { actWords } from './act-words';

/** The acts in which papers are ticked. */
export const PAPER_ACTS = {
  ReceiveDossier: {
    Fields: function Fields({ of: { procedureCode, components } }: { of: Dossier }) {
      const text = useWords(actWords);
      const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
      const declared = procedures.find(({ code }) => code === procedureCode)?.components ?? [];
      return (
        <>
          <PapersField
            key={declared.length}
            legend={text.handedIn}
            names={declared.map(({ name }) => name)}
            handedIn={components}
            withForm
          />
          <ChoiceField label={text.returnBy} name="returnBy" choices={text.returnWays} />
        </>
      );
    },
    send: (id, fields, key, { procedureCode, channel, components: sent }: Dossier) =>
      receptionReceiveSubmitted({
        ...under(id, key),
        body: {
          procedureCode,
          channel,
          components: papersOf(fields).flatMap((paper) => withFiles(paper, sent)),
          returnBy: oneOf(fields, 'returnBy', ['counter', 'online', 'post']),
        },
      }),
  },
  AnswerSupplement: {
    Fields: atWork(function Fields({ dossier }) {
      const text = useWords(actWords);
      return <PapersField legend={text.handedIn} names={dossier.procedure.components} withForm />;
    }),
    send: (id, fields, key) =>
      attachingAnswerSupplement({ ...under(id, key), body: { components: papersOf(fields) } }),
  },
  RequestSupplement: {
    Fields: atWork(function Fields({ dossier }) {
      const text = useWords(actWords);
      return (
        <>
          <PapersField legend={text.components} names={dossier.procedure.components} />
          <ReasonField min={10} />
          <LegalBasisField />
        </>
      );
    }),
    send: (id, fields, key) =>
      dossiersRequestSupplement({
        ...under(id, key),
        body: {
          components: tickedPapers(fields),
          reason: textOf(fields, 'reason'),
          legalBasis: textOf(fields, 'legalBasis'),
        },
      }),
  },
} satisfies Record<string, ActForms<Dossier>>;

/** A paper with all files that came of it as it was handed in, each as one of its own. */
function withFiles(paper: ComponentHandedIn, sent: Dossier['components']): ComponentHandedIn[] {
  const files = sent.flatMap(({ name, fileId }) =>
    name === paper.name && fileId ? [{ ...paper, fileId }] : [],
  );
  return files.length > 0 ? files : [paper];
}
