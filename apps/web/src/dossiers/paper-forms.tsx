import { attachingAnswerSupplement, dossiersRequestSupplement, receptionReceiveSubmitted } from '#client';
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
          components: papersOf(fields).map((paper) => ({ ...paper, ...fileOf(paper.name, sent) })),
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

/** The file that came with a paper as it was handed in. */
function fileOf(name: string, sent: Dossier['components']): { fileId?: string } {
  const fileId = sent.find((one) => one.name === name)?.fileId ?? undefined;
  return fileId === undefined ? {} : { fileId };
}
