// A session may end while somebody is typing. Before a form of the desk is sent we ask whether somebody is still signed in:
// the page of sign-in leads those onward. If not, its form opens here, and once it is answered the first form is sent as it stands.
const dialog = document.querySelector('dialog[data-sign-in]');
const wrong = dialog?.querySelector('[data-over-wrong]');
const place = dialog?.querySelector('[data-over-form]');
let waiting = null;

const ask = (form = null) => fetch(form?.getAttribute('action') || dialog.dataset.signIn, {
  method: form ? 'POST' : 'GET',
  body: form && new FormData(form),
  redirect: 'manual',
});

// The same words may stand on the page behind: an id must not be there twice.
const rename = root => {
  for (const name of ['id', 'for', 'aria-describedby']) {
    root.querySelectorAll(`[${name}]`).forEach(e => e.setAttribute(name, e.getAttribute(name).replace(/\S+/g, id => `over-${id}`)));
  }
};

const send = () => {
  const { form, submitter } = waiting;
  form.dataset.sure = 'yes';
  dialog.close();
  form.requestSubmit(submitter);
};

const open = async answer => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  wrong.textContent = page.querySelector('.govuk-error-summary__list')?.textContent.trim() ?? '';
  place.replaceChildren(...page.querySelectorAll('main form'));
  rename(place);
  if (!dialog.open) dialog.showModal();
  [...place.querySelectorAll('input:not([type=hidden])')].find(field => !field.value)?.focus();

  for (const script of page.querySelectorAll('main script[src]')) {
    (await import(new URL(script.getAttribute('src'), location.href))).offerPasskeys?.(place);
  }
};

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!dialog || event.defaultPrevented || form.method !== 'post' || form.dataset.sure) return;

  event.preventDefault();
  const isAnswer = dialog.contains(form);
  if (waiting && !isAnswer) return;

  waiting ??= { form, submitter: event.submitter };
  const answer = await ask(isAnswer ? form : null).catch(() => null);

  // No answer means that there is no line: the browser says so better than we do, and Back brings the page back.
  if (answer?.type === 'opaqueredirect' || (!answer && !isAnswer)) send();
  else if (answer) await open(answer);
});

dialog?.querySelector('[data-over-close]').addEventListener('click', () => dialog.close());
dialog?.addEventListener('close', () => { waiting = null; });
addEventListener('pageshow', () => {
  waiting = null;
  document.querySelectorAll('form[data-sure]').forEach(form => { delete form.dataset.sure; });
});
