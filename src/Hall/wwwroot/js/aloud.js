// Reads the screen aloud in its own language. Only a voice that speaks on this machine is used: others send the text to somebody else.
// Whoever asked once hears the next screens too, until they ask for silence.
const button = document.querySelector('[data-aloud]');
const speech = window.speechSynthesis;
const key = 'aloud';

const voice = () => speech.getVoices().find(v => v.localService && v.lang.replace('_', '-').toLowerCase().startsWith(document.documentElement.lang.slice(0, 2)));

const words = () => [...document.querySelectorAll('main h1, main h2, main p, main li, main summary, main a, main button')]
  .filter(e => e.checkVisibility() && !e.parentElement.closest('li, p, a, button'))
  .map(e => e.innerText.trim().replace(/\s+/g, ' ')).filter(Boolean);

const say = on => {
  speech.cancel();
  button.setAttribute('aria-pressed', on);
  if (!on) return;
  for (const text of words()) {
    const said = new SpeechSynthesisUtterance(text);
    Object.assign(said, { lang: document.documentElement.lang, voice: voice(), rate: 0.9 });
    speech.speak(said);
  }
};

const offer = () => {
  if (!voice() || !button.hidden) return;
  button.hidden = false;
  if (sessionStorage.getItem(key)) say(true);
};

if (button && speech) {
  button.addEventListener('click', () => {
    const on = !speech.speaking;
    on ? sessionStorage.setItem(key, 'on') : sessionStorage.removeItem(key);
    say(on);
  });
  speech.addEventListener?.('voiceschanged', offer);
  addEventListener('pagehide', () => speech.cancel());
  offer();
}
