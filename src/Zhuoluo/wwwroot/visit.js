// The form of a visit: adds matters one by one, remembers village and drive, and hands what is written to the outbox, which sends it now or
// when there is reception. Without this script all matters stand open and the form is posted.
(() => {
  const form = document.querySelector('[data-visit]');
  if (!form || !window.outbox) return;
  const box = document.querySelector('[data-outbox]'), list = box.querySelector('ul'), words = box.dataset, said = document.querySelector('[data-visit-said]');
  const field = name => form.elements[name];

  // Matters appear when they are wanted.
  const cards = [...form.querySelectorAll('.visit-matter')], more = form.querySelector('[data-visit-more]');
  const isUsed = card => [...card.querySelectorAll('textarea, input:not([type=file]):not([type=hidden])')].some(c => c.type !== 'checkbox' && c.value);
  const lay = () => {
    const last = cards.findLastIndex(isUsed);
    cards.forEach((card, i) => { card.hidden = i > Math.max(0, last); if (!card.hidden) card.open = true; });
    more.hidden = cards.every(c => !c.hidden);
  };
  more.addEventListener('click', () => {
    const next = cards.find(c => c.hidden);
    next.hidden = false;
    next.open = true;
    more.hidden = cards.every(c => !c.hidden);
    next.querySelector('textarea').focus();
  });

  // The village and the drive of last time, unless the form already says one.
  const remembered = ['Form.DriveId', 'Form.PlaceCode'];
  const recall = () => {
    remembered.forEach(name => {
      const last = localStorage.getItem('visit:' + name), control = field(name);
      if (last && [...control.options].some(o => o.value === last)) control.value = last;
      else if (!control.value && control.options.length === 2) control.selectedIndex = 1;
    });
    const now = new Date();
    if (!field('Form.On').value) field('Form.On').value = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  };

  let key = window.outbox.key();
  const clear = () => {
    form.reset();
    cards.forEach(c => c.querySelector('[data-photos]').photos?.put([]));
    form.querySelectorAll('.field-bad').forEach(f => f.classList.remove('field-bad'));
    form.querySelectorAll('.field-error, .photo-kept').forEach(e => e.remove());
    form.querySelectorAll('textarea, .visit-matter input:not([type=file]), [name="Form.Households"]').forEach(c => { c.value = ''; });
    document.querySelector('.error-summary')?.remove();
    key = window.outbox.key();
    recall();
    lay();
  };

  // What the server needs is asked for here, so that nobody learns of an empty field only hours later.
  const missing = () => {
    const empty = ['Form.DriveId', 'Form.PlaceCode', 'Form.On', 'Form.Households'].map(field).find(c => !c.value || !c.checkValidity());
    if (empty) { empty.focus(); empty.reportValidity(); return true; }
    const bare = cards.find(c => !c.querySelector('textarea').value.trim() && (isUsed(c) || c.querySelector('[data-photos]').photos?.all().length));
    bare?.querySelector('textarea').focus();
    return !!bare;
  };
  ['Form.DriveId', 'Form.PlaceCode', 'Form.On', 'Form.Households'].forEach(name => { field(name).required = true; });
  form.noValidate = true;

  form.addEventListener('submit', async e => {
    e.preventDefault();
    e.stopImmediatePropagation();
    if (form.querySelector('[aria-busy]') || missing()) return;
    remembered.forEach(name => localStorage.setItem('visit:' + name, field(name).value));
    const fields = [], files = [];
    for (const [name, value] of new FormData(form)) {
      if (name === 'OnceKey' || name.startsWith('__')) continue;
      if (value instanceof File) { if (value.name) files.push([name, value]); } else if (value) fields.push([name, value]);
    }
    const place = field('Form.PlaceCode').selectedOptions[0].textContent;
    try {
      await window.outbox.put({
        key, owner: words.owner, at: Date.now(), place, fields, files, state: 'waiting', errors: [],
        matters: cards.filter(c => c.querySelector('textarea').value.trim()).length, photos: files.filter(([n]) => !n.endsWith('.Small')).length,
      });
    } catch { say('notice-bad', words.full); return; }
    clear();
    say('notice-plain', words.kept);
    await draw();
    window.outbox.send();
  }, true);

  const say = (tone, text) => {
    const line = Object.assign(document.createElement('p'), { className: 'notice ' + tone, textContent: text });
    said.replaceChildren(line);
    said.focus({ preventScroll: false });
  };
  const button = (text, job) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-secondary', textContent: text });
    made.addEventListener('click', job);
    return made;
  };

  const edit = async visit => {
    if (cards.some(isUsed)) { say('notice-wait', words.editFirst); return; }
    clear();
    visit.fields.forEach(([name, value]) => { const control = field(name); if (control && 'value' in control) control.value = value; });
    for (const [i, card] of cards.entries()) {
      const of = suffix => visit.files.filter(([n]) => n === `Form.Matters[${i}].Photos${suffix}`).map(([, f]) => f);
      const small = of('.Small');
      const shown = await Promise.all(small.map(f => f.size ? new Promise(done => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(f); }) : null));
      card.querySelector('[data-photos]').photos?.put(of('').map((whole, n) => ({ whole, small: small[n] || new File([], '-'), shown: shown[n] || null })));
    }
    key = visit.key;
    lay();
    visit.errors.forEach(({ field: name, text }) => {
      const wrapper = (document.getElementsByName(name)[0])?.closest('.field');
      if (!wrapper) return;
      wrapper.classList.add('field-bad');
      const control = wrapper.querySelector('input, select, textarea');
      control.before(Object.assign(document.createElement('div'), { className: 'field-error', textContent: text }));
    });
    form.scrollIntoView();
    (form.querySelector('.field-bad input, .field-bad select, .field-bad textarea') || field('Form.Households')).focus();
  };

  const draw = async what => {
    const visits = (await window.outbox.all()).filter(v => v.owner === words.owner);
    box.hidden = !visits.length;
    list.replaceChildren(...visits.map(visit => {
      const li = document.createElement('li');
      const at = new Date(visit.at);
      const head = Object.assign(document.createElement('p'), { className: 'outbox-what' });
      head.append(Object.assign(document.createElement('strong'), { textContent: visit.place }), ` ${at.getMonth() + 1}-${at.getDate()} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')} · ${words.matters.replace('{0}', visit.matters)}${visit.photos ? ' · ' + words.pictures.replace('{0}', visit.photos) : ''}`);
      const state = Object.assign(document.createElement('p'), { className: visit.state === 'refused' ? 'field-error' : 'soft' });
      state.textContent = visit.state === 'refused' ? words.refused + ' ' + visit.errors.map(e => e.text).join(' ') : what?.sending === visit.key ? words.sending : what?.isSignedOut ? words.signedOut : words.waiting;
      const acts = Object.assign(document.createElement('p'), { className: 'outbox-acts' });
      acts.append(button(words.edit, () => edit(visit)), button(words.drop, async () => { if (confirm(words.sure)) { await window.outbox.drop(visit.key); draw(); } }));
      li.append(head, state, acts);
      return li;
    }));
  };
  document.addEventListener('outbox', e => { draw(e.detail); if (e.detail.said) say('notice-good', e.detail.said); });
  box.querySelector('[data-outbox-send]').addEventListener('click', () => window.outbox.send());

  recall();
  lay();
  draw();

  // Only over https or on the machine itself; on a plain http intranet drafts and the outbox work, the page itself does not open without reception.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(kept => kept.active.postMessage('refresh')).catch(() => {});
  }
})();
