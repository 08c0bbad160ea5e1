// While a template is written: what a text message would cost, and which fields nobody knows. The server says the same when the
// page is sent; without this script that is all.
import { fieldPattern, fill, partsOf } from './sms-parts.js';

const show = area => {
  const says = document.getElementById(`says-${area.name}`);
  if (says.dataset.known) {
    const known = new Set(says.dataset.known.split(' '));
    const unknown = [...new Set([...area.value.matchAll(fieldPattern)].map(match => match[1]))].filter(field => !known.has(field));
    const line = says.querySelector('[data-unknown]');
    line.hidden = unknown.length === 0;
    line.querySelector('b').textContent = unknown.map(field => `{${field}}`).join(' ');
  }

  if (says.dataset.fields) {
    const { count, isGsm, left, units } = partsOf(fill(area.value.replace(/\r\n?/g, '\n'), JSON.parse(says.dataset.fields)));
    says.querySelector('[data-count]').textContent = count;
    says.querySelector('[data-units]').textContent = units;
    says.querySelector('[data-left]').textContent = left;
    says.querySelector('[data-gsm]').hidden = !isGsm;
    says.querySelector('[data-ucs]').hidden = isGsm;
  }
};

document.querySelectorAll('[data-writes]').forEach(area => area.addEventListener('input', () => show(area)));
