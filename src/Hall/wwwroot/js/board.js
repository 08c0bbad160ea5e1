// A board follows the hall: each change shows the page anew, and when nothing comes for fifteen seconds it says that the line is cut.
import { follow } from './follow.js';

const board = () => document.querySelector('[data-board]');
const stale = 15;
let heard = Date.now();
// How much later it is at the office than on this screen.
let ahead = Date.parse(board().dataset.at) - heard;

const parts = root => [...root.querySelectorAll('[data-part]')];

// A board in parts: only what changed is drawn anew, so that a line that runs does not begin again at every call. Gives what is new.
const renew = fresh => {
  const known = parts(board());
  if (known.length === 0) {
    board().replaceWith(fresh);
    return [fresh];
  }
  board().dataset.id = fresh.dataset.id;
  return parts(fresh).filter((part, nth) => part.dataset.part !== known[nth].dataset.part && (known[nth].replaceWith(part), true));
};

const show = async id => {
  if (id === board().dataset.id) return;
  // Of nobody in particular, so that the office draws it once for all boards.
  const answer = await fetch(`${location.pathname}?id=${id}`, { headers: { Accept: 'text/html' }, cache: 'no-store', credentials: 'omit' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-board]');
  document.dispatchEvent(new CustomEvent('board', { detail: renew(fresh) }));
};

// What is over comes down also while the line is cut.
const takeDown = () => {
  const over = [...board().querySelectorAll('[data-until]')].filter(message => Date.parse(message.dataset.until) <= Date.now() + ahead);
  const shrunk = new Set(over.map(message => message.closest('[data-part]')));
  over.forEach(message => message.remove());
  if (shrunk.size) document.dispatchEvent(new CustomEvent('board', { detail: [...shrunk] }));
};

const tick = () => {
  const age = Math.round((Date.now() - heard) / 1000);
  const said = board().querySelector('[data-age]');
  const note = board().querySelector('[data-stale]');
  said.textContent = said.dataset.age.replace('{0}', age);
  note.dataset.usual ??= note.textContent;
  note.textContent = age > stale ? note.dataset.stale : note.dataset.usual;
  note.classList.toggle('gd-b__cut', age > stale);
  takeDown();
};

follow(board().dataset.board, event => {
  heard = Date.now();
  // The office's clock, not this screen's.
  ahead = Date.parse(JSON.parse(event.data).at) - heard;
  const clock = board().querySelector('[data-clock]');
  clock.textContent = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: clock.dataset.clock }).format(new Date(JSON.parse(event.data).at));
  show(event.lastEventId).catch(() => {});
});
setInterval(tick, 1000);
