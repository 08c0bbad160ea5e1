// Offers the notifications and the home screen once something is kept, where the browser can do it.
const my = document.getElementById('my');
const part = id => document.getElementById(id);
const words = part('push').dataset;
const key = () => JSON.parse(localStorage.getItem('gd-my') ?? '{}').key;
const isInstalled = matchMedia('(display-mode: standalone)').matches;
const isApple = /iPhone|iPad/.test(navigator.userAgent);
let offer = null;
let isTold = false;
const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const call = (method, body) => fetch(`${my.dataset.api}/push`, {
  method, body: body && JSON.stringify(body), cache: 'no-store',
  headers: { Authorization: `Bearer ${key()}`, 'Accept-Language': document.documentElement.lang, ...(body ? { 'Content-Type': 'application/json' } : {}) },
});

const send = subscription => {
  const { endpoint, keys } = subscription.toJSON();
  return call('PUT', { endpoint, p256dh: keys.p256dh, auth: keys.auth, language: document.documentElement.lang });
};

async function show() {
  const subscription = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
  const isDenied = Notification.permission === 'denied';
  part('push-said').textContent = isDenied ? words.denied : subscription ? words.on : words.off;
  part('push-on').hidden = isDenied || Boolean(subscription);
  part('push-off').hidden = !subscription;
  part('push').hidden = false;
  return subscription;
}

part('push-on').addEventListener('click', async () => {
  try {
    if (await Notification.requestPermission() === 'granted') {
      const { publicKey } = await (await call('GET')).json();
      const { pushManager } = await navigator.serviceWorker.ready;
      const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
      if (!(await send(subscription)).ok) {
        await subscription.unsubscribe();
        throw new Error('not taken');
      }
    }
    await show();
  } catch {
    part('push-said').textContent = words.fails;
  }
});

part('push-off').addEventListener('click', async () => {
  const subscription = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
  await call('DELETE').catch(() => {});
  await subscription?.unsubscribe();
  await show();
});

document.addEventListener('my-shown', async ({ detail: { any } }) => {
  part('install').hidden = isInstalled || !any || !(isApple || offer);
  if (!canPush || !any || !key()) {
    part('push').hidden = true;
    return;
  }
  const subscription = await show();
  if (subscription && !isTold) {
    isTold = true; // the office may have lost it, and the language may be another one now
    send(subscription).catch(() => {});
  }
});

addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  offer = event;
  part('install-how').hidden = !isApple;
  part('install-now').hidden = false;
  part('install').hidden = isInstalled || part('cases').children.length === 0;
});
part('install-now').addEventListener('click', async () => {
  await offer?.prompt();
  offer = null;
  part('install').hidden = true;
});
