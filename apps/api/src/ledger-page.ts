import { formatInstant, type Language } from '#kernel';
import { actOf, type Cosigned, type Head, type PublicEntry } from '#ledger';
import type { Held } from '#vault';
import { speech } from '../../runtime/src/index.js';
import type { Page } from './page-security.js';
import { TEXT } from './ledger-page.text.js';
import { pageScript } from './ledger-page.script.js';

interface Shown {
  office: string;
  subject: string;
  head: Head;
  entries: PublicEntry[];
  /** Whether what events put into the vault is unchanged, by event. */
  held: ReadonlyMap<string, Held>;
  cosigned: Cosigned[];
  language: Language;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What a giver may have given, by the names under which it is committed to. */
const GIVEN = [
  'name',
  'phone',
  'email',
  'identityNumber',
  'address',
  'bornOn',
  'feedback',
  'objection',
] as const;

/** A page that a citizen reads, and on which a browser checks each entry, and what they gave, for itself. */
export function ledgerPage({ office, subject, head, entries, held, cosigned, language }: Shown): Page {
  const t = TEXT[language];
  const expired = entries.some(({ type }) => type === 'FileExpired');
  const rows = entries.map(({ eventId, type, version, recordedAt, place }) => {
    const known = held.get(eventId);
    const state = known === 'erased' && expired ? 'expired' : known;
    const check = place
      ? `<button type="button" data-event="${eventId}" data-version="${version}">${t.check}</button> <output></output>`
      : '';
    return `<tr><td>${place ? place.index : ''}</td><td>${escape(actOf(speech, type, language))}</td><td>${formatInstant(recordedAt)}</td><td>${place ? t.sealed(place.size) : t.waiting}</td><td>${state ? t.held[state] : ''}</td><td>${check}</td></tr>`;
  });
  const witnesses = cosigned.map(
    ({ witness, size, at }) => `<li>${escape(witness)}: ${size}, ${formatInstant(at)}</li>`,
  );
  const fields = GIVEN.map((name) =>
    name === 'feedback' || name === 'objection'
      ? `<label for="${name}">${t.given[name]}</label><textarea id="${name}" name="${name}" rows="4"></textarea>`
      : `<label for="${name}">${t.given[name]}</label><input id="${name}" name="${name}" autocomplete="off">`,
  );
  return {
    language,
    title: `${t.title} · Minh Bạch`,
    style: `
  body { font: 17px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #cfd6e0 }
  pre { background: #f3f5f8; padding: .8rem; overflow-wrap: anywhere; white-space: pre-wrap }
  button { font: inherit; padding: .2rem .7rem } button:focus-visible { outline: 3px solid #f2a900 }
  label { display: block; margin-top: .6rem } input, textarea { font: inherit; width: 100%; box-sizing: border-box }
`,
    body: `<main>
<h1>${t.title}</h1>
<p>${t.intro} <code>${escape(subject)}</code></p>
<table><thead><tr>${t.columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<form id="own" hidden>
<h2>${t.own}</h2>
<p>${t.ownIntro}</p>
${fields.join('\n')}
<label for="file">${t.given.file}</label><input id="file" name="file" type="file">
<label for="file-name">${t.given.fileName}</label><input id="file-name" name="fileName" autocomplete="off">
<p><button type="submit">${t.compare}</button> <output id="verdict" role="status"></output></p>
</form>
<h2>${t.head(head.size)}</h2>
<pre>${escape(head.checkpoint)}</pre>
<h2>${t.witnesses}</h2>
${witnesses.length > 0 ? `<ul>${witnesses.join('')}</ul>` : `<p>${t.nobody}</p>`}
</main>
`,
    script: pageScript(office, subject, t),
  };
}
