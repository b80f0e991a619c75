// What a receipt's QR code carries stands behind the #, which is sent to no server: code, secret, and what opens the
// commitment to what its applicant gave. Without this script the code and the secret are typed.

const carried = decodeURIComponent(location.hash.slice(1));

/** Fills the look-up in and sends it; the address keeps nothing of it, so that going back does not send it again. */
function lookUp(form: HTMLFormElement): void {
  const [code = '', secret = '', own = ''] = carried.split('~');
  if (code === '' || secret === '') return;
  history.replaceState(null, '', location.pathname + location.search);
  for (const [name, value] of Object.entries({ code, secret })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  if (own !== '') form.action += `#${own}`;
  form.submit();
}

/** Offers the proof of what the applicant gave, with what opens it. */
function offerProof(link: HTMLAnchorElement): void {
  const [, subject, opening] = /^([0-9a-f-]{36})\.([\w-]*)$/.exec(carried) ?? [];
  if (subject === undefined || opening === undefined) return;
  link.pathname = link.pathname.replace(/[^/]+$/, subject);
  link.hash = `mo=${opening}`;
  link.parentElement?.removeAttribute('hidden');
}

const form = document.querySelector<HTMLFormElement>('#look-up');
if (form) lookUp(form);
const link = document.querySelector<HTMLAnchorElement>('#own-proof');
if (link) offerProof(link);
