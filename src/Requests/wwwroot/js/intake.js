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

if (form) {
  form.querySelectorAll('[data-when-note]').forEach(note => { note.hidden = true; });
  form.addEventListener('change', show);
  show();
}
