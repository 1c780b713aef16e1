// What was written without reception waits on this device (IndexedDB) until the server has taken it. Loaded on every staff page, so that it goes
// out wherever the person is when the network comes back. Each visit has a key that was made here; the server counts a key once.
// Signing out empties it, after a question.
(() => {
  const name = 'zhuoluo-outbox', store = 'visits', address = '/visits/new';
  if (!window.indexedDB) return;
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'key' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const run = async (mode, job) => {
    const db = await open();
    try {
      return await new Promise((done, fail) => {
        const change = db.transaction(store, mode, mode === 'readwrite' ? { durability: 'strict' } : undefined);
        const asked = job(change.objectStore(store));
        change.oncomplete = () => done(asked.result);
        change.onerror = change.onabort = () => fail(change.error);
      });
    } finally { db.close(); }
  };
  const all = async () => (await run('readonly', s => s.getAll())).sort((a, b) => a.at - b.at);
  const put = one => run('readwrite', s => s.put(one));
  const drop = key => run('readwrite', s => s.delete(key));
  const tell = what => document.dispatchEvent(new CustomEvent('outbox', { detail: what || {} }));

  // One after the other, in one tab at a time where the browser can say so; the key is the real guard.
  let busy = null;
  const alone = job => navigator.locks ? navigator.locks.request('outbox', job) : job();
  const send = () => busy ||= alone(sendAll).catch(() => {}).finally(() => { busy = null; });

  const sendAll = async () => {
    const waiting = (await all()).filter(v => v.state !== 'refused');
    if (!waiting.length) return;
    const asked = await fetch(address + '?handler=Token', { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (!asked.ok) { tell({ isSignedOut: asked.type === 'opaqueredirect' || asked.status === 401 || asked.status === 403 }); return; }
    const { token, owner } = await asked.json();
    for (const visit of waiting.filter(v => v.owner === owner)) {
      const body = new FormData();
      visit.fields.forEach(([field, value]) => body.append(field, value));
      visit.files.forEach(([field, file]) => body.append(field, file, file.name));
      body.append('OnceKey', visit.key);
      body.append('owner', owner);
      body.append('__RequestVerificationToken', token);
      tell({ sending: visit.key });
      let answer;
      try { answer = await fetch(address + '?handler=Queued', { method: 'POST', body, redirect: 'manual' }); } catch { tell(); return; }
      if (answer.ok) {
        const { said } = await answer.json();
        await drop(visit.key);
        tell({ said });
      } else if (answer.status === 422 || answer.status === 413) {
        const errors = answer.status === 422 ? (await answer.json()).errors : [];
        await put({ ...visit, state: 'refused', errors });
        tell({ refused: visit.key });
      } else { tell({ isSignedOut: answer.type === 'opaqueredirect' || answer.status === 401 }); return; }
    }
  };

  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
  window.outbox = { all, put, drop, send, key };

  // A line on every staff page, so that nobody forgets what has not left yet.
  const note = async () => {
    if (document.querySelector('[data-outbox]') || !document.body.dataset.outboxCount) return;
    const count = (await all().catch(() => [])).length;
    let line = document.querySelector('.outbox-note');
    if (!count) { line?.remove(); return; }
    if (!line) {
      line = Object.assign(document.createElement('p'), { className: 'notice notice-wait outbox-note' });
      line.append(Object.assign(document.createElement('a'), { href: address }));
      document.querySelector('main')?.prepend(line);
    }
    line.firstChild.textContent = document.body.dataset.outboxCount.replace('{0}', count);
  };
  document.addEventListener('outbox', note);
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  setInterval(() => { if (navigator.onLine) send(); }, 60000);
  note();
  send();

  // Signing out: what waits here would be lost, so it is asked about; then everything of this person goes.
  document.addEventListener('submit', async e => {
    const form = e.target;
    if (new URL(form.action, location).pathname !== '/sign-out' || form.dataset.asked) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const count = (await all().catch(() => [])).length;
    if (count && !confirm(document.body.dataset.outboxLeft.replace('{0}', count))) return;
    form.dataset.asked = 'yes';
    await new Promise(done => { const gone = indexedDB.deleteDatabase(name); gone.onsuccess = gone.onerror = gone.onblocked = done; });
    Object.keys(localStorage).filter(k => k.startsWith('draft') || k.startsWith('visit')).forEach(k => localStorage.removeItem(k));
    if (navigator.serviceWorker) for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    if (window.caches) for (const kept of await caches.keys()) await caches.delete(kept);
    form.submit();
  }, true);
})();
