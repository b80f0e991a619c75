import { languageOf, type Language } from '#kernel';
import type { FastifyRequest } from 'fastify';

/** Somebody's look at a page: of which office, and in which language. No cookie is kept of it: a language that was chosen goes along in each address. */
export interface Visit {
  office: string;
  /** The office's own name; empty where it is not known. */
  officeName: string;
  language: Language;
  /** It was chosen on a page, not told by the browser. */
  chosen: boolean;
  /** The address that was asked for, without its question. */
  path: string;
  /** The same in the other language. */
  inOther: string;
}

/** In which language a page is asked for: the one chosen on a page before, else the browser's; Vietnamese first. */
export function languageAsked({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): {
  language: Language;
  chosen: boolean;
} {
  const { lang } = (query ?? {}) as { lang?: unknown };
  if (lang === 'vi' || lang === 'en') return { language: lang, chosen: true };
  return { language: languageOf(headers['accept-language']), chosen: false };
}

export function visitOf(request: FastifyRequest, office: string, officeName: string): Visit {
  const asked = languageAsked(request);
  const [path = '', question] = request.url.split('?');
  const other = new URLSearchParams(question);
  other.set('lang', asked.language === 'vi' ? 'en' : 'vi');
  return { office, officeName, ...asked, path, inOther: `${path}?${other.toString()}` };
}

const asked = ({ chosen, language }: Visit): string => (chosen ? `?lang=${language}` : '');

/** The address of one of the office's pages. */
export const pageAt = (visit: Visit, page = ''): string =>
  `/public/${encodeURIComponent(visit.office)}${page === '' ? '' : `/${page}`}${asked(visit)}`;

/** The proof page of a task, a dossier or feedback. */
export const proofAt = (visit: Visit, subject: string, office = visit.office): string =>
  `/ledger/${encodeURIComponent(office)}/subjects/${encodeURIComponent(subject)}${asked(visit)}`;

/** Whether somebody's browser asks for a page to show; a script asks for anything, or for JSON. */
export const isForPage = ({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>): boolean =>
  headers.accept?.includes('text/html') === true && /^\/(public|ledger)\//.test(url);

/** Where it is shown what became of a payment. */
export const paymentAt = (visit: Visit, sealed: string): string =>
  `${pageAt(visit, 'ho-so/thanh-toan')}${visit.chosen ? '&' : '?'}phieu=${sealed}`;

/** Where a sealed receipt is shown. */
export const receiptAt = (visit: Visit, sealed: string): string =>
  `${pageAt(visit, 'bien-nhan')}${visit.chosen ? '&' : '?'}phieu=${sealed}`;
