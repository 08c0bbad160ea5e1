// A page that follows the hall: whatever carries data-live is shown anew when something changes.
import { follow } from './follow.js';

const live = () => document.querySelector('[data-live]');

const show = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
  if (fresh && fresh.innerHTML !== live().innerHTML) live().innerHTML = fresh.innerHTML;
};

follow(live().dataset.live, () => show().catch(() => {}));
