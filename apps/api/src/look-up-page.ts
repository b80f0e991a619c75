import type { Language } from '#kernel';
import type { Page } from './page-security.js';
import { TEXT } from './look-up-page.text.js';

/** The page a receipt's QR code leads to. The code and the secret come after the `#`, which no server is sent. */
export function lookUpPage(language: Language): Page {
  const t = TEXT[language];
  return {
    language,
    title: `${t.title} · Minh Bạch`,
    style: `
  body { font: 18px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  label { display: block; margin-top: 1rem; font-weight: 600 }
  input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem .6rem; border: 1px solid #5b6675; border-radius: .3rem }
  button { font: inherit; margin-top: 1rem; padding: .5rem 1.2rem; border: 0; border-radius: .3rem; color: #fff; background: #0b57a4 }
  :focus-visible { outline: 3px solid #f2a900; outline-offset: 2px }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .3rem 1rem } dt { font-weight: 600 } dd { margin: 0 }
`,
    body: `<main>
<h1>${t.title}</h1>
<p>${t.intro}</p>
<form id="look-up">
<label for="code">${t.code}</label><input id="code" name="code" required maxlength="60" autocomplete="off">
<label for="secret">${t.secret}</label><input id="secret" name="secret" required maxlength="30" autocomplete="off">
<button>${t.find}</button>
</form>
<div role="status" aria-live="polite" id="answer"></div>
<p><a id="check" hidden>${t.check}</a></p>
<form id="rating" hidden>
<h2>${t.rating}</h2>
<label for="score">${t.score}</label>
<select id="score" name="score">${[5, 4, 3, 2, 1].map((n) => `<option>${n}</option>`).join('')}</select>
<label for="comment">${t.comment}</label><textarea id="comment" name="comment" rows="3" maxlength="2000"></textarea>
<button>${t.rate}</button>
</form>
<div role="status" aria-live="polite" id="rated"></div>
<h2>${t.registers}</h2>
${Object.entries(t.lists)
  .map(([name, title]) => `<details data-list="${name}"><summary>${title}</summary><ul></ul></details>`)
  .join('\n')}
<h2>${t.feedback}</h2>
<p>${t.feedbackIntro}</p>
<form id="feedback">
<label for="text">${t.text}</label><textarea id="text" name="text" rows="5" required minlength="10" maxlength="5000"></textarea>
<label for="name">${t.name}</label><input id="name" name="name" maxlength="200" autocomplete="name">
<label for="phone">${t.phone}</label><input id="phone" name="phone" maxlength="30" autocomplete="tel">
<button>${t.send}</button>
</form>
<div role="status" aria-live="polite" id="received"></div>
<p><a id="check-sent" hidden>${t.check}</a></p>
</main>
`,
    script: `
const t = ${JSON.stringify({ labels: t.labels, statuses: t.statuses, late: t.late, failed: t.failed, thanks: t.thanks, sent: t.sent, nothing: t.nothing })};
const [form, rating, feedback] = ['look-up', 'rating', 'feedback'].map((id) => document.getElementById(id));
const answer = document.getElementById('answer');
const base = location.pathname.replace(/\\/$/, '');
async function post(path, body) {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(body),
  });
  return { ok: response.ok, body: await response.json() };
}
/** Sends a form once, and says underneath what came of it; a refusal says what to do. */
function on(form, place, send) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [button, said] = [form.querySelector('button'), document.getElementById(place)];
    button.disabled = true;
    try {
      const { ok, body, text } = await send();
      said.textContent = ok ? text : [body.title, body.detail].filter(Boolean).join('. ');
      if (ok) form.hidden = true;
    } catch {
      said.textContent = t.failed;
    }
    button.disabled = false;
  });
}
const [code = '', secret = '', own = ''] = decodeURIComponent(location.hash.slice(1)).split('~');
form.code.value = code; form.secret.value = secret;
const offer = (id, href) => Object.assign(document.getElementById(id), { href, hidden: false });
// What opens the commitment goes on behind a # as well: it is sent to no server.
const [, subject, opening] = /^([0-9a-f-]{36})\\.([\\w-]*)$/.exec(own) ?? [];
if (subject) offer('check', base.replace('/public/', '/ledger/') + '/subjects/' + subject + '#mo=' + opening);
const show = (text) => {
  const shown = new Date(text);
  const options = { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' };
  return /^\\d{4}-\\d\\d-\\d\\dT/.test(text) ? shown.toLocaleString('vi-VN', options) : text;
};
async function lookUp() {
  answer.replaceChildren();
  try {
    const { ok, body } = await post('/dossiers/lookup', { code: form.code.value.trim(), secret: form.secret.value.trim() });
    rating.hidden = !ok || body.status !== 'returned';
    if (!ok) return answer.append(body.title ?? t.failed);
    const list = document.createElement('dl');
    for (const [name, label] of Object.entries(t.labels)) {
      if (body[name] === null || body[name] === undefined) continue;
      const [term, value] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label;
      value.textContent = name === 'status' ? (t.statuses[body.status] ?? body.status) : show(body[name]);
      list.append(term, value);
    }
    answer.append(list);
    answer.append(...[body.late && t.late, body.dueNote?.[document.documentElement.lang]].filter(Boolean));
  } catch {
    answer.append(t.failed);
  }
}
form.addEventListener('submit', (event) => { event.preventDefault(); void lookUp(); });
on(rating, 'rated', async () => {
  const { code, secret } = form;
  const comment = rating.comment.value.trim();
  const sent = { code: code.value.trim(), secret: secret.value.trim(), score: Number(rating.score.value) };
  return { ...(await post('/ratings', { ...sent, ...(comment ? { comment } : {}) })), text: t.thanks };
});
on(feedback, 'received', async () => {
  const given = Object.fromEntries([...new FormData(feedback)].filter(([, value]) => value.trim() !== ''));
  const { ok, body } = await post('/feedback', given);
  if (ok) offer('check-sent', body.proof);
  const values = ok ? { ...body.lookup, due: body.dueNote?.[document.documentElement.lang] ?? show(body.due) } : {};
  return { ok, body, text: t.sent.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]) };
});
const lines = {
  procedures: (one) => [one.code, one.name, one.fee.toLocaleString('vi-VN') + ' đ', one.components.map((part) => part.name).join('; ')],
  results: (one) => [one.code, one.procedure, t.statuses[one.status] ?? one.status, show(one.endedAt)],
  apologies: (one) => [one.code, one.procedure, show(one.at)],
  feedback: (one) => [one.question, one.answer, one.unit],
};
for (const details of document.querySelectorAll('details')) {
  details.addEventListener('toggle', async () => {
    const list = details.querySelector('ul');
    if (!details.open || list.children.length > 0) return;
    const response = await fetch(base + '/' + details.dataset.list).catch(() => undefined);
    const items = response?.ok ? (await response.json()).items : undefined;
    const texts = items?.map((one) => lines[details.dataset.list](one).filter(Boolean).join(' · '));
    for (const text of texts?.length ? texts : [items ? t.nothing : t.failed]) {
      const line = document.createElement('li');
      line.textContent = text;
      list.append(line);
    }
  });
}
if (code && secret) void lookUp();
`,
  };
}
