// A board follows the hall: each change shows the page anew, and when nothing comes for fifteen seconds it says that the line is cut.
const board = () => document.querySelector('[data-board]');
const stale = 15;
let heard = Date.now();

const show = async id => {
  if (id === board().dataset.id) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-board]');
  board().replaceWith(fresh);
  document.dispatchEvent(new Event('board'));
};

const tick = () => {
  const age = Math.round((Date.now() - heard) / 1000);
  const said = board().querySelector('[data-age]');
  const note = board().querySelector('[data-stale]');
  said.textContent = said.dataset.age.replace('{0}', age);
  note.dataset.usual ??= note.textContent;
  note.textContent = age > stale ? note.dataset.stale : note.dataset.usual;
  note.classList.toggle('gd-b__cut', age > stale);
};

const source = new EventSource(board().dataset.board);
source.addEventListener('board', event => {
  heard = Date.now();
  // The office's clock, not this screen's.
  const clock = board().querySelector('[data-clock]');
  clock.textContent = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: clock.dataset.clock }).format(new Date(JSON.parse(event.data).at));
  show(event.lastEventId).catch(() => {});
});
setInterval(tick, 1000);
