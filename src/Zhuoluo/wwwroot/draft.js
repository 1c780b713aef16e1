// <form data-draft="submit"> keeps what was typed on this device until it is sent.
// Never kept: hidden fields, passwords, files, and fields marked data-no-draft.
(() => {
  const prefix = 'draft:';
  const sent = 'draft-sent';
  // A sent draft goes only when the next page has come without the form and not as an error: neither a lost
  // connection nor a fault of the server may lose the words.
  const last = localStorage.getItem(sent);
  if (last && !document.querySelector('[data-failed]') && !document.querySelector(`form[data-draft="${CSS.escape(last)}"]`)) {
    localStorage.removeItem(prefix + last);
    localStorage.removeItem(sent);
  }
  document.querySelectorAll('form[data-draft]').forEach(form => {
    const key = prefix + form.dataset.draft;
    const kept = () => [...form.elements].filter(e =>
      e.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(e.type) && !('noDraft' in e.dataset));
    const note = document.createElement('p');
    note.className = 'draft-note';
    note.setAttribute('role', 'status');
    form.prepend(note);
    const say = word => { note.textContent = document.body.dataset[word] || ''; };

    const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
    const draft = read();
    // After a refused post the server's answer is newer than the draft.
    if (draft && !document.querySelector('.error-summary')) {
      kept().forEach(e => {
        if (!(e.name in draft)) return;
        if (e.type === 'checkbox' || e.type === 'radio') e.checked = draft[e.name].includes(e.value);
        else if (!e.value) e.value = draft[e.name][0] || '';
      });
      say('draftRestored');
    }
    let timer;
    const save = () => {
      const now = {};
      kept().forEach(e => {
        now[e.name] ||= [];
        if (e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value) now[e.name].push(e.value);
      });
      try {
        localStorage.setItem(key, JSON.stringify(now));
        say(navigator.onLine ? 'draftSaved' : 'draftOffline');
      } catch { /* storage is full or forbidden: the form works without a draft */ }
    };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, 600); });
    form.addEventListener('submit', e => {
      if (!navigator.onLine) { e.preventDefault(); save(); say('draftOffline'); return; }
      clearTimeout(timer);
      save();
      localStorage.setItem(sent, form.dataset.draft);
    });
    // Emptied because it is kept elsewhere or was sent without leaving the page.
    form.addEventListener('reset', () => { clearTimeout(timer); localStorage.removeItem(key); say(''); });
    addEventListener('offline', () => say('draftOffline'));
  });
})();
