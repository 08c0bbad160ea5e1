// Who opens a panel, by a key or a button, goes on typing in it: its first field has the focus. No fragment in the address does
// that, and one in a form's action would take the focus from the error summary.
const panel = document.getElementById('do');
const nobodyChose = document.activeElement === document.body || document.activeElement === null;

if (panel && nobodyChose && !document.querySelector('.govuk-error-summary')) {
  panel.querySelector('input:not([type="hidden"]), select, textarea, button')?.focus();
}
