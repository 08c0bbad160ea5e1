// Opens the page of my requests without a net, and shows what is pushed. It looks after this page and nothing else; what customers
// keep lies with the page, never here.
const page = new URL(registration.scope).pathname;
const shelf = `gd-my ${page}`;

// The page and the files it names, as they are now; older ones go.
async function stock(answer) {
  const html = await answer.clone().text();
  const parts = [...html.matchAll(/(?:href|src)="([^"]*\/_content\/[^"]+)"/g)].map(found => new URL(found[1].replaceAll('&amp;', '&'), location).href);
  const shelves = await caches.open(shelf);
  const known = new Set((await shelves.keys()).map(request => request.url));
  await shelves.addAll([...new Set(parts)].filter(part => !known.has(part) || !part.includes('?v=')));
  await shelves.put(page, answer);
  for (const old of known) {
    if (!parts.includes(old) && new URL(old).pathname !== page) await shelves.delete(old);
  }
}

async function open(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(5000) });
    if (answer.ok && !answer.redirected) await stock(answer.clone()).catch(() => {});
    return answer;
  } catch (problem) {
    return await (await caches.open(shelf)).match(page) ?? Promise.reject(problem);
  }
}

addEventListener('install', event => event.waitUntil(fetch(page, { cache: 'reload' }).then(stock).then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate') {
    if (url.pathname === page) event.respondWith(open(event.request));
  } else if (url.pathname.includes('/_content/')) {
    event.respondWith(caches.match(event.request).then(shelved => shelved ?? fetch(event.request)));
  }
});

addEventListener('push', event => {
  const news = event.data?.json() ?? {};
  event.waitUntil(registration.showNotification(news.text ?? '', { tag: news.id, lang: news.lang, icon: news.icon, data: page }));
});
addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(clients.matchAll({ type: 'window' }).then(open => open.find(window => new URL(window.url).pathname === page)?.focus() ?? clients.openWindow(page)));
});
