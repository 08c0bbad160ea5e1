// The information board: more notices than fit are turned over page by page, and the running line runs, unless the reader wants nothing
// that moves; then it stands still and all of it is shown. One button stops both.
const secondsPerPage = 12;
const stillness = matchMedia('(prefers-reduced-motion: reduce)');
let page = 0;
let paused = false;
let running = null;

// As many on a page as there is room for, whole.
const pages = () => {
  const list = document.querySelector('[data-notices] ul');
  const notices = [...list?.children ?? []];
  const all = [];
  let top = 0;
  notices.forEach(notice => { notice.hidden = false; });
  for (const notice of notices) {
    const place = notice.getBoundingClientRect();
    if (all.length === 0 || place.bottom - top > list.clientHeight) {
      all.push([]);
      top = place.top;
    }
    all.at(-1).push(notice);
  }
  return all;
};

const turn = () => {
  const all = pages();
  page = all.length ? page % all.length : 0;
  all.forEach((notices, nth) => notices.forEach(notice => { notice.hidden = nth !== page; }));
  const said = document.querySelector('[data-page]');
  if (said) said.textContent = all.length < 2 ? '' : said.dataset.page.replace('{0}', page + 1).replace('{1}', all.length);
  return all.length;
};

const run = () => {
  running?.cancel();
  const line = document.querySelector('[data-run]');
  line?.classList.toggle('gd-b__runs', !stillness.matches);
  running = null;
  if (!line || stillness.matches) return;
  const text = line.firstElementChild;
  const [room, length] = [line.clientWidth, text.offsetWidth];
  running = text.animate([{ transform: `translateX(${room}px)` }, { transform: `translateX(${-length}px)` }], { duration: (room + length) * 1000 / (room / 14), iterations: Infinity });
  if (paused) running.pause();
};

const show = () => {
  const button = document.querySelector('[data-pause]');
  button.dataset.stop ??= button.textContent;
  button.hidden = !running && turn() < 2;
  button.setAttribute('aria-pressed', paused);
  button.textContent = paused ? button.dataset.go : button.dataset.stop;
};

const begin = () => { turn(); run(); show(); };

document.addEventListener('click', event => {
  if (!event.target.closest('[data-pause]')) return;
  paused = !paused;
  if (paused) running?.pause();
  else running?.play();
  show();
});
document.addEventListener('board', event => {
  if (event.detail.some(part => part.querySelector('[data-run]') || !part.children.length)) run();
  turn();
  show();
});
stillness.addEventListener('change', begin);
// How much there is room for is known once letters and styles are there.
for (const later of ['load', 'resize']) addEventListener(later, begin);
setInterval(() => { if (!paused) { page += 1; turn(); } }, secondsPerPage * 1000);
begin();
