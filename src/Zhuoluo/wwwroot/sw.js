// Keeps one page and what it is drawn with: the blank form of a visit, which holds nothing of anybody. No other page is ever kept.
const kept = 'visit-form', blank = '/visits/blank', form = '/visits/new';

const refresh = async () => {
  const answer = await fetch(blank, { redirect: 'manual', cache: 'no-store' });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  const assets = [...new Set([...html.matchAll(/(?:href|src)="(\/[^"#]+\?v=[0-9a-f]+)/g)].map(m => m[1]))];
  const cache = await caches.open(kept);
  await Promise.all(assets.map(async asset => (await cache.match(asset)) || cache.add(asset)));
  await cache.put(blank, answer);
  const wanted = new Set([blank, ...assets].map(a => new URL(a, location).href));
  await Promise.all((await cache.keys()).filter(old => !wanted.has(old.url)).map(old => cache.delete(old)));
};

addEventListener('install', e => e.waitUntil(refresh().catch(() => {}).then(() => skipWaiting())));
addEventListener('activate', e => e.waitUntil(clients.claim()));
addEventListener('message', e => { if (e.data === 'refresh') e.waitUntil(refresh().catch(() => {})); });
addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== location.origin) return;
  if (e.request.mode === 'navigate' && url.pathname === form) {
    e.respondWith(fetch(e.request).catch(async () => (await caches.match(blank)) || Response.error()));
  } else if (url.searchParams.has('v')) {
    e.respondWith(caches.match(url.pathname + url.search).then(hit => hit || fetch(e.request)));
  }
});
