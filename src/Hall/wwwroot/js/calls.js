// Speaks each new call: in Mandarin by a voice of this machine (others send the text to somebody else), then in the languages that were
// recorded. Off until somebody touches the button, for browsers make no sound before.
const speech = window.speechSynthesis;
const board = () => document.querySelector('[data-board]');
const languages = () => board().dataset.languages.split(' ').filter(Boolean);
const called = () => [...document.querySelectorAll('[data-call]')].reverse();
let on = false;
let heard = new Set(called().map(row => row.dataset.call));
let last = Promise.resolve();

// Cantonese is Chinese too, and not what is meant.
const voice = () => ['zh-tw', 'cmn', 'zh-cn'].map(tag => speech?.getVoices().find(v => v.localService && v.lang.replace('_', '-').toLowerCase().startsWith(tag))).find(Boolean);

const speak = text => new Promise(done => {
  const said = new SpeechSynthesisUtterance(text);
  Object.assign(said, { lang: 'zh-TW', voice: voice(), rate: 0.85, onend: done, onerror: done });
  speech.speak(said);
});

const play = address => new Promise(done => {
  const sound = new Audio(address);
  Object.assign(sound, { onended: done, onerror: done });
  sound.play().catch(done);
});

const call = async ({ say, pieces }) => {
  if (on && voice()) await speak(say);
  for (const language of languages())
    for (const piece of pieces.split(' ')) if (on) await play(`${board().dataset.calls}/${language}/${piece}.mp3`);
};

const show = () => {
  const button = document.querySelector('[data-sound]');
  button.dataset.off ??= button.textContent;
  button.hidden = !voice() && languages().length === 0;
  button.setAttribute('aria-pressed', on);
  button.textContent = on ? button.dataset.on : button.dataset.off;
};

document.addEventListener('click', event => {
  if (!event.target.closest('[data-sound]')) return;
  on = !on;
  if (!on) speech?.cancel();
  show();
});
document.addEventListener('board', () => {
  const rows = called();
  for (const row of rows.filter(r => !heard.has(r.dataset.call))) {
    const { say, pieces } = row.dataset;
    if (on) last = last.then(() => call({ say, pieces }));
  }
  heard = new Set(rows.map(row => row.dataset.call));
  show();
});
speech?.addEventListener?.('voiceschanged', show);
show();
