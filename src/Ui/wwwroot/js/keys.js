// Keys of the desk: Alt + letter or a function key on anything with data-key; arrows through the rows of a list.
// Never a bare letter: a scanner is a keyboard, and an input method composes.
const editable = 'input, select, textarea, [contenteditable]';

const isComposing = event => event.isComposing || event.keyCode === 229;

const nameOf = event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey) return /^Key[A-Z]$/.test(event.code) ? `Alt+${event.code[3]}` : null;
  return /^F([1-9]|1[0-2])$/.test(event.key) ? event.key : null;
};

const press = element => (element.matches(editable) ? element.focus() : element.click());

const moveThroughRows = event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = document.activeElement;
  const list = here.closest('.gd-rows') ?? here.querySelector('.gd-rows');

  if (!step || !list || here.matches(editable)) return;

  const links = [...list.tBodies].flatMap(body => [...body.rows]).map(row => row.querySelector('a[href]')).filter(Boolean);
  const now = links.findIndex(link => link.closest('tr').contains(here));
  const next = now < 0 ? links[0] : links[now + step];

  if (next) {
    event.preventDefault();
    next.focus();
  }
};

document.addEventListener('keydown', event => {
  if (isComposing(event)) {
    // Some browsers send the Enter that ends a composition to the form as well.
    if (event.key === 'Enter') event.preventDefault();
    return;
  }

  const name = nameOf(event);
  const target = name && document.querySelector(`[data-key="${name}"]:not(:disabled)`);

  if (target) {
    event.preventDefault();
    press(target);
  } else if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    moveThroughRows(event);
  }
});
