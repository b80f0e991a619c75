import type { Page } from './page-security.js';

/** The first page until there is a web client: the reference, and a tour whose requests are real. */
export const welcomePage = (): Page => ({
  language: 'vi',
  title: 'Minh Bạch',
  style: `
  body { font: 17px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  h1 { margin-bottom: 0 } a { color: #0b5cad }
  button { font: inherit; padding: .4rem .9rem; border: 1px solid #0b5cad; border-radius: .4rem; background: #0b5cad; color: #fff; cursor: pointer }
  button:focus-visible, input:focus-visible { outline: 3px solid #f2a900 }
  input { font: inherit; padding: .35rem; border: 1px solid #667 ; border-radius: .3rem }
  pre { background: #f3f5f8; padding: .8rem; overflow: auto; max-height: 22rem; white-space: pre-wrap }
  li { margin: 1rem 0 }
`,
  body: `<main>
<h1>Minh Bạch</h1>
<p>Kế hoạch cải cách hành chính của xã, mỗi việc một đầu mối, mỗi hành vi một dấu vết.<br>
<span lang="en">A commune’s administrative reform: one accountable lead for each task, one entry in the trail for each act.</span></p>
<p><a href="/reference">Tài liệu API · API reference</a> · <a href="/api/openapi.json">OpenAPI 3.1</a> · <a href="/readyz">Tình trạng · status</a></p>
<h2>Đi một vòng · A short tour</h2>
<p><label>Mật khẩu trình diễn (in khi khởi động) · demo password <input id="password" type="password" autocomplete="off"></label></p>
<ol>
<li><button data-step="tasks">36 nhiệm vụ · the 36 tasks</button></li>
<li><button data-step="report">Báo cáo tiến độ với vai Tư pháp · report progress as justice</button></li>
<li><button data-step="clock">Chuyển đồng hồ tới 01/04/2025 · move the clock (admin)</button></li>
<li><button data-step="trail">Ai chịu trách nhiệm việc quá hạn? · who answers for what was missed?</button></li>
</ol>
<pre id="out" role="status" aria-live="polite" tabindex="0">…</pre>
</main>
`,
  script: `
const out = document.querySelector('#out');
const tokens = {};
async function call(method, path, { as, body } = {}) {
  const headers = { 'accept-language': 'vi' };
  if (as) headers.authorization = 'Bearer ' + await signIn(as);
  if (body) headers['content-type'] = 'application/json';
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.title + ' ' + answer.detail);
  return answer;
}
async function signIn(username) {
  const password = document.querySelector('#password').value;
  tokens[username] ??= (await call('POST', '/api/v1/sessions', { body: { username, password } })).token;
  return tokens[username];
}
const steps = {
  async tasks() {
    const { items } = await call('GET', '/api/v1/tasks?limit=100', { as: 'chairman' });
    return items.map((t) => t.number + '  ' + t.title + '  ← ' + t.lead.name).join('\\n');
  },
  async report() {
    const { items } = await call('GET', '/api/v1/tasks?lead=me', { as: 'justice' });
    return call('POST', '/api/v1/tasks/' + items[0].id + '/progress-reports', { as: 'justice', body: { percent: 20, text: 'Đã rà soát văn bản của HĐND xã.' } });
  },
  clock: () => call('POST', '/api/v1/demo/clock', { as: 'admin', body: { to: '2025-04-01T09:00:00+07:00' } }),
  async trail() {
    const missed = await call('GET', '/api/v1/audit?type=DeadlineMissed&limit=50', { as: 'oversight' });
    const raised = await call('GET', '/api/v1/audit?type=DeadlineEscalated&limit=50', { as: 'oversight' });
    return [...missed.items, ...raised.items].map((e) => e.sentence).join('\\n') || 'Chưa có · nothing yet';
  },
};
for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', async () => {
    out.textContent = '…';
    try {
      const answer = await steps[button.dataset.step]();
      out.textContent = typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2);
    } catch (error) { out.textContent = error.message; }
  });
}
`,
});
