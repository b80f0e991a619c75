import type { DossierEvent, HandedIn } from '../dossier/dossier.events.js';
import { NO_PAPERS, papersAfter } from './papers.js';

const paper = (form: HandedIn['form'], fileId: string | null = null): HandedIn => ({
  name: 'x',
  form,
  fileId,
});
const received = (...components: HandedIn[]) =>
  papersAfter(NO_PAPERS, { type: 'DossierReceived', data: { components } } as unknown as DossierEvent);
const supplemented = (before: typeof NO_PAPERS, ...components: HandedIn[]) =>
  papersAfter(before, { type: 'SupplementAnswered', data: { components } } as unknown as DossierEvent);

it('papers are held digitised where each has its file or is one used again; of none at all nothing is', () => {
  expect(received()).toEqual({ held: false, reused: false });
  expect(received(paper('original', 'f'), paper('reused', 'g'))).toEqual({ held: true, reused: true });
  expect(received(paper('original', 'f'), paper('copy'))).toEqual({ held: false, reused: false });
});

it('what comes with a supplement is no less of it', () => {
  expect(supplemented(received(paper('copy', 'f')), paper('copy'))).toEqual({ held: false, reused: false });
  expect(supplemented(received(paper('copy')), paper('reused', 'g'))).toEqual({ held: false, reused: true });
});
