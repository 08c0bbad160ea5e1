// My requests on this phone. Numbers and codes stay in this browser; the office is asked for their state under a key that names the
// device and nobody. What was seen last is kept too, so that the page shows something without a net, and says of when it is.
const my = document.getElementById('my');
const words = my.dataset;
const language = document.documentElement.lang;
const part = id => document.getElementById(id);
const kept = read();

function read() {
  try {
    return { codes: {}, waiting: {}, ...JSON.parse(localStorage.getItem('gd-my')) };
  } catch {
    return { codes: {}, waiting: {} };
  }
}

const save = () => localStorage.setItem('gd-my', JSON.stringify(kept));

// Throws a TypeError without a net; anything else comes back with what the office says.
async function call(method, path, body, more) {
  const headers = { 'Accept-Language': language, ...more };
  if (kept.key) headers.Authorization = `Bearer ${kept.key}`;
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(words.api + path, { method, headers, body: body && JSON.stringify(body), cache: 'no-store' });
  const said = answer.status === 204 || answer.status === 304 ? null : await answer.json().catch(() => null);
  return { status: answer.status, ok: answer.ok, said, tag: answer.headers.get('ETag'), at: answer.headers.get('Office-Time') };
}

async function ensureKey() {
  if (kept.key) return true;
  const { ok, said } = await call('POST', '/devices', { kind: 'browser' });
  if (ok) {
    kept.key = said.key;
    save();
  }
  return ok;
}

// The office forgot the device, or its database is another one: what is kept here is enough to begin again.
function beginAgain() {
  Object.assign(kept.waiting, kept.codes);
  delete kept.key;
  delete kept.tag;
  save();
}

async function sendWaiting() {
  for (const [number, code] of Object.entries(kept.waiting)) {
    const { ok, status, said } = await call('POST', '/requests', { number, code });
    if (said?.code === 'device.not-found') {
      beginAgain();
      return await ensureKey() ? sendWaiting() : said.detail;
    }
    if (status === 429 || status >= 500) return said?.detail;
    delete kept.waiting[number];
    delete kept.codes[number];
    if (ok) kept.codes[said.keptAs] = code;
    save();
    if (!ok) return said?.code === 'not-found' ? words.unknown : said?.detail ?? String(status);
  }
  return null;
}

async function keep(number, code) {
  kept.waiting[number] = code;
  save();
  return refresh();
}

/** Asks the office how everything stands; gives what it refused, if anything. */
async function refresh() {
  let refused = null;
  try {
    if (Object.keys(kept.waiting).length > 0) {
      refused = await ensureKey() ? await sendWaiting() : null;
    }
    if (kept.key) {
      const answer = await call('GET', '/requests', null, kept.tag ? { 'If-None-Match': kept.tag } : {});
      if (answer.said?.code === 'device.not-found') {
        beginAgain();
        return Object.keys(kept.waiting).length > 0 ? refresh() : show(true);
      }
      if (answer.ok) Object.assign(kept, { seen: answer.said.requests, tag: answer.tag });
      if (answer.ok || answer.status === 304) kept.at = answer.at;
      save();
    }
    show(true);
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    show(false);
  }
  return refused;
}

// The office's own day and clock, as it wrote them (2019-06-20T11:40+08:00): this phone may have others.
function when(at) {
  const then = new Date(`${String(at).slice(0, 16)}Z`);
  if (Number.isNaN(then.getTime())) return '';
  const day = then.toLocaleDateString(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return day + words.at + then.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'UTC' });
}

function say(text, late = false) {
  part('said').textContent = text;
  part('said').classList.toggle('gd-my__said--late', late);
}

function show(online) {
  const seen = kept.seen ?? [];
  part('cases').replaceChildren(...seen.map(draw));
  part('none').hidden = seen.length > 0;
  part('when').textContent = online && kept.at && seen.length > 0 ? words.fresh.replace('{when}', when(kept.at)) : '';
  if (!online) {
    say(kept.at && seen.length > 0 ? words.offline.replace('{when}', when(kept.at)) : Object.keys(kept.waiting).length > 0 ? words.later : words.notNow, true);
  }
  document.dispatchEvent(new CustomEvent('my-shown', { detail: { any: seen.length > 0 } }));
}

function draw(request) {
  const card = part('case').content.cloneNode(true).firstElementChild;
  const at = name => card.querySelector(`[data-is=${name}]`);
  const both = phrase => phrase[language] ?? phrase['zh-TW'];
  for (const name of ['service', 'standing', 'progress', 'department']) at(name).textContent = both(request[name]);
  at('number').textContent = request.number;
  at('status').classList.add(`gd-status--${request.light}`);
  at('status').querySelector('use').setAttribute('href', `#m-${request.light}`);
  card.classList.toggle('gd-my__case--waits', request.waitsForYou);
  card.classList.toggle('gd-my__case--late', request.light === 'late');
  if (request.promisedText) at('promised').querySelector('b').textContent = both(request.promisedText);
  else at('promised').remove();
  at('phone').textContent = request.phone;
  at('phone').href = `tel:${request.phone.replaceAll('-', '')}`;
  const code = kept.codes[request.keptAs] ?? kept.codes[request.number];
  at('open').href = `${words.track}/${encodeURIComponent(request.number)}${code ? `?code=${encodeURIComponent(code)}` : ''}`;
  if (request.waitsForYou) at('open').textContent = at('open').dataset.papers;
  at('open').setAttribute('aria-label', `${at('open').textContent} ${request.number}`);
  at('remove').setAttribute('aria-label', `${at('remove').textContent} ${request.number}`);
  at('remove').addEventListener('click', () => remove(request));
  return card;
}

async function remove(request) {
  try {
    const others = kept.seen.filter(other => other.keptAs !== request.keptAs);
    const answer = others.length > 0 ? await call('DELETE', `/requests/${encodeURIComponent(request.number)}`) : await call('DELETE', '/devices');
    if (!answer.ok && answer.status !== 404) return say(answer.said?.detail ?? words.notNow, true);
    delete kept.codes[request.keptAs];
    kept.seen = others;
    delete kept.tag;
    if (others.length === 0) delete kept.key; // nothing is kept, so the office forgets the device
    save();
    show(true);
    say(words.removed);
  } catch {
    say(words.notNow, true);
  }
  part('said').focus();
}

part('add').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const [number, code] = [form.elements.number.value.trim().toUpperCase(), form.elements.code.value.trim().toUpperCase()];
  const wrong = number && code ? await keep(number, code) : words.blank;
  part('wrong').textContent = wrong ?? '';
  part('wrong').hidden = !wrong;
  for (const field of [form.elements.number, form.elements.code]) {
    const isWrong = Boolean(wrong) && (wrong !== words.blank || !field.value.trim());
    field.classList.toggle('govuk-input--error', isWrong);
    if (isWrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    field.dataset.hints ??= field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', isWrong ? `${field.dataset.hints} wrong`.trim() : field.dataset.hints);
  }
  if (wrong) return form.querySelector('[aria-invalid]').focus();
  form.reset();
  if (!kept.waiting[number]) say(words.kept);
  part('said').focus();
});

my.hidden = false;
show(true);
const [, number, code] = location.hash.match(/^#([\w-]{5,24})\/(\w{4,12})$/) ?? [];
if (number) {
  history.replaceState(null, '', location.pathname); // the code leaves the address at once
  const refused = await keep(number, code);
  say(refused ?? (kept.waiting[number] ? words.later : words.kept), Boolean(refused));
} else {
  await refresh();
}
addEventListener('online', refresh);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh());
navigator.serviceWorker?.register(words.worker, { scope: words.scope });
