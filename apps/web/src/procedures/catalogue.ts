import type { Procedure } from '#client';
import { plain } from '../reception/find-procedure';
import type { ProcedureSearch, ProcedureStanding } from './procedure-search';

/** A procedure with all its versions, the latest first. */
export interface Catalogued {
  code: string;
  /** The version that counts on the day: the one in force, else the latest. */
  shown: Procedure;
  versions: readonly Procedure[];
  standing: ProcedureStanding;
}

const isInForce = ({ from, until }: Procedure, today: string): boolean =>
  from <= today && (until === null || today < until);

/** The catalogue by procedure, as it stands on a day. */
export const cataloguedOn = (all: readonly Procedure[], today: string): Catalogued[] =>
  [...Map.groupBy(all, ({ code }) => code)]
    .flatMap(([code, own]) => {
      const versions = own.toSorted((a, b) => b.version - a.version);
      const inForce = versions.find((one) => isInForce(one, today));
      const shown = inForce ?? versions[0];
      if (!shown) return [];
      const standing = inForce ? 'in_force' : shown.from > today ? 'to_come' : 'over';
      return [{ code, shown, versions, standing } as const];
    })
    .sort(
      (a, b) =>
        a.shown.field.localeCompare(b.shown.field, 'vi') || a.shown.name.localeCompare(b.shown.name, 'vi'),
    );

/** Those whose code, name or field holds every word that was typed, with or without marks. */
export function found(all: readonly Catalogued[], { find = '', standing }: ProcedureSearch): Catalogued[] {
  const asked = plain(find).split(/\s+/).filter(Boolean);
  return all.filter(({ code, shown: { name, field }, standing: own }) => {
    const text = plain(`${code} ${name} ${field}`);
    return (standing === undefined || own === standing) && asked.every((word) => text.includes(word));
  });
}
