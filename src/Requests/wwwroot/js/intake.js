// The counter screen hides questions and papers that the answers so far do not ask for. The server decides the same
// when the form is sent; without this script everything is shown with the condition beside it.
const form = document.querySelector('form[data-intake]');

const chosen = name => {
  if (name === 'agent') return [...form.elements].some(e => e.name?.startsWith('agent.') && e.value.trim()) ? ['true'] : ['false'];
  if (name === 'applicant') return chosen.of('applicant.kind');
  return chosen.of(`answers.${name}`);
};
chosen.of = name => [...form.elements].filter(e => e.name === name && (!/radio|checkbox/.test(e.type) || e.checked)).map(e => e.value);

const isAsked = when => Object.entries(when).every(([name, values]) => chosen(name).some(value => values.includes(value)));

// A condition on a question that is itself hidden does not hold: rows are in the order of the form.
const show = () => {
  const hidden = new Set();
  form.querySelectorAll('[data-when]').forEach(row => {
    const when = row.dataset.when ? JSON.parse(row.dataset.when) : {};
    row.hidden = !isAsked(when) || Object.keys(when).some(name => hidden.has(name));
    if (row.hidden && row.dataset.question) hidden.add(row.dataset.question);
  });
};

// Where the clerk goes on: finding the customer, then the first question that has no answer, then the papers, then accepting.
const focusFirst = () => {
  if (document.querySelector('.govuk-error-summary')) return;
  const isEmpty = e => (/radio|checkbox/.test(e.type) ? !chosen.of(e.name).length : !e.value.trim());
  const isOpen = e => e.name && e.type !== 'hidden' && e.type !== 'file' && e.offsetParent && isEmpty(e);
  const name = form.elements['applicant.name'];
  const rows = [...form.querySelectorAll('[data-question] input, [data-question] select, [data-question] textarea, .gd-papers input')];
  const next = name.value.trim() ? rows.find(isOpen) ?? form.querySelector('button[data-key="Alt+S"]') : form.elements.find ?? name;
  next.focus();
};

if (form) {
  form.querySelectorAll('[data-when-note]').forEach(note => { note.hidden = true; });
  form.addEventListener('change', show);
  show();
  focusFirst();
}
