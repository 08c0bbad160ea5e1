// Keeps what is typed: each changed field of <form data-keep="url"> is sent to that address. The server holds the
// draft and shows it the next time the page is opened; nothing is restored here. A redirect means that the session is over,
// so it was not kept.
document.addEventListener('change', async event => {
  const field = event.target;
  const form = field.form;

  if (!form?.dataset.keep || !field.name || field.type === 'file' || field.type === 'password') return;

  const all = new FormData(form);
  const body = new URLSearchParams();
  body.append('__RequestVerificationToken', all.get('__RequestVerificationToken') ?? '');
  body.append('field', field.name);
  all.getAll(field.name).forEach(value => body.append(field.name, value));

  const answer = await fetch(form.dataset.keep, { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(() => null);
  const status = form.querySelector('[data-kept]');

  if (status) {
    status.textContent = answer?.ok ? status.dataset.kept : status.dataset.unkept;
  }
});
