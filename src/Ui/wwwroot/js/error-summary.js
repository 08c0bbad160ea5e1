// The error summary takes focus when the page opens, so that a screen reader starts there; its links go to the
// field and keep the question above it in view.
const summary = document.querySelector('.govuk-error-summary');

if (summary) {
  summary.focus();
  summary.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));

    if (field) {
      event.preventDefault();
      (field.closest('fieldset') ?? field.labels?.[0] ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    }
  });
}
