import { formatInstant, type Language } from '#kernel';
import type { Cosigned, Head, PublicEntry } from '#ledger';
import { sentences } from '../../runtime/src/index.js';

interface Page {
  office: string;
  subject: string;
  head: Head;
  entries: PublicEntry[];
  cosigned: Cosigned[];
  language: Language;
}

const TEXT = {
  vi: {
    title: 'Trang kiểm chứng',
    intro: 'Những gì đã được ghi về việc này, theo thứ tự. Trang này không chứa dữ liệu cá nhân.',
    columns: ['Vị trí', 'Việc', 'Lúc', 'Niêm phong', 'Kiểm tra'],
    sealed: (size: number) => `trong điểm chốt ${size}`,
    waiting: 'đang chờ niêm phong',
    check: 'Kiểm tra',
    head: (size: number) => `Sổ cái hiện có ${size.toLocaleString('vi-VN')} mục, điểm chốt đã ký:`,
    witnesses: 'Bên làm chứng',
    nobody: 'Chưa có bên nào ký chứng.',
    good: 'Đúng: mục này nằm trong điểm chốt đã ký, gốc khớp.',
    bad: 'SAI: mục này không dẫn tới gốc của điểm chốt.',
  },
  en: {
    title: 'Proof page',
    intro: 'What is in the record about this, in its order. This page holds no personal data.',
    columns: ['Index', 'Act', 'At', 'Sealed', 'Check'],
    sealed: (size: number) => `under checkpoint ${size}`,
    waiting: 'waits to be sealed',
    check: 'Check',
    head: (size: number) =>
      `The ledger holds ${size.toLocaleString('en-US')} entries; its signed checkpoint:`,
    witnesses: 'Witnesses',
    nobody: 'Nobody has cosigned yet.',
    good: 'Right: this entry is under the signed checkpoint; the root fits.',
    bad: 'WRONG: this entry does not lead to the checkpoint’s root.',
  },
} as const;

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The beginning of an event's sentence, before anything a person wrote. */
const actOf = (type: string, language: Language): string =>
  (sentences[type]?.[language] ?? type).split(/[{:("]/)[0]?.trim() ?? type;

/** A page that a citizen reads, and on which a browser checks each entry for itself. */
export function ledgerPage({ office, subject, head, entries, cosigned, language }: Page): string {
  const t = TEXT[language];
  const rows = entries.map(
    ({ eventId, type, recordedAt, place }) =>
      `<tr><td>${place ? place.index : ''}</td><td>${escape(actOf(type, language))}</td><td>${formatInstant(recordedAt)}</td><td>${place ? t.sealed(place.size) : t.waiting}</td><td>${place ? `<button data-event="${eventId}">${t.check}</button> <output></output>` : ''}</td></tr>`,
  );
  const witnesses = cosigned.map(
    ({ witness, size, at }) => `<li>${escape(witness)}: ${size}, ${formatInstant(at)}</li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title} · Minh Bạch</title><link rel="icon" href="data:,">
<style>
  body { font: 17px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #cfd6e0 }
  pre { background: #f3f5f8; padding: .8rem; overflow-wrap: anywhere; white-space: pre-wrap }
  button { font: inherit; padding: .2rem .7rem } button:focus-visible { outline: 3px solid #f2a900 }
</style>
</head>
<body>
<main>
<h1>${t.title}</h1>
<p>${t.intro} <code>${escape(subject)}</code></p>
<table><thead><tr>${t.columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<h2>${t.head(head.size)}</h2>
<pre>${escape(head.checkpoint)}</pre>
<h2>${t.witnesses}</h2>
${witnesses.length > 0 ? `<ul>${witnesses.join('')}</ul>` : `<p>${t.nobody}</p>`}
</main>
<script type="module">
const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
// RFC 9162, 2.1.3.2, computed here and not by the office.
async function leadsToRoot({ index, size, leafData, path, checkpoint }) {
  let hash = await sha(Uint8Array.of(0), bytes(leafData));
  let [fn, sn] = [index, size - 1];
  for (const step of path.map(bytes)) {
    if (fn % 2 === 1 || fn === sn) {
      hash = await sha(Uint8Array.of(1), step, hash);
      while (fn % 2 === 0 && fn !== 0) { fn /= 2; sn = Math.floor(sn / 2); }
    } else hash = await sha(Uint8Array.of(1), hash, step);
    fn = Math.floor(fn / 2); sn = Math.floor(sn / 2);
  }
  return sn === 0 && btoa(String.fromCharCode(...hash)) === checkpoint.split('\\n')[2];
}
for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', async () => {
    const proof = await (await fetch('/ledger/${encodeURIComponent(office)}/proofs/' + button.dataset.event)).json();
    button.nextElementSibling.textContent = (await leadsToRoot(proof)) ? ${JSON.stringify(t.good)} : ${JSON.stringify(t.bad)};
  });
}
</script>
</body>
</html>`;
}
