import { is } from '#kernel';
import { countedDossier } from '../../reporting.shapes.js';
import { SERVICE_STATES } from './score.js';

const SUM = { points: is.figure, counted: is.figure, max: is.figure };

/** Set 766 with what a period came to: without data is not nothing, and what nothing measures has no points at all. */
export const ServiceIndexAnswer = is.derived({
  set: is.code,
  period: is.object({ from: is.day, to: is.day }),
  ...SUM,
  groups: is.list(
    is.object({
      code: is.code,
      name: is.bilingual,
      ...SUM,
      parts: is.list(
        is.object({
          code: is.code,
          name: is.bilingual,
          formula: is.bilingual,
          source: is.prose,
          max: is.figure,
          state: is.oneOf(SERVICE_STATES),
          points: is.orNull(is.figure),
          part: is.count,
          whole: is.count,
          percent: is.orNull(is.percent),
          needed: is.orNull(is.count),
          /** The figures that it is counted of, each with its list. */
          behind: is.list(is.object({ figure: is.code, count: is.count })),
        }),
      ),
    }),
  ),
});

/** The dossiers behind a figure of the set. */
export const ServiceDossiersBehind = is.page(countedDossier);

/** The procedures behind a figure of the set. */
export const ServiceProceduresBehind = is.all(is.object({ code: is.code, name: is.line }));

/** The feedback behind a figure of the set. */
export const ServiceFeedbackBehind = is.page(
  is.object({
    id: is.id,
    title: is.orNull(is.line),
    status: is.code,
    receivedAt: is.instant,
    late: is.flag,
  }),
);
