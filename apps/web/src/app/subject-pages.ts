/** Where a thing of a kind has a page of its own. */
export const PAGE_OF = {
  task: '/tasks/$id',
  dossier: '/dossiers/$id',
  feedback: '/feedback/$id',
  report: '/reports/$id',
  inspection: '/inspections/$id',
  'register-entry': '/registers/$id',
  'oversight-note': '/inspections/notes/$id',
  'official-evaluation': '/evaluation/people/$id',
  'scoring-round': '/evaluation/rounds/$id',
} as const;

export const hasPage = (kind: string): kind is keyof typeof PAGE_OF => kind in PAGE_OF;
