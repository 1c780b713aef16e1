// Lists by keyboard: j/k move over [data-key] rows, Enter opens, a letter clicks [data-shortcut=x]
// (first inside the current row, then on the page), ? lists them.
(() => {
  const rows = () => [...document.querySelectorAll('[data-key]')].filter(r => r.offsetParent !== null);
  const current = () => document.querySelector('[data-key].at');
  const move = by => {
    const all = rows();
    if (!all.length) return;
    const from = all.indexOf(current());
    const to = all[Math.max(0, Math.min(all.length - 1, from < 0 ? 0 : from + by))];
    current()?.classList.remove('at');
    to.classList.add('at');
    to.scrollIntoView({ block: 'nearest' });
    (to.querySelector('a[href]') || to).focus({ preventScroll: true });
  };
  // After a row is done with, the page comes back without it: go on at the row that took its place.
  const place = 'keys-at';
  const keep = () => { if (current()) sessionStorage.setItem(place, location.pathname + '#' + rows().indexOf(current())); };
  const [path, kept] = (sessionStorage.getItem(place) || '').split('#');
  sessionStorage.removeItem(place);
  if (path === location.pathname && rows().length) for (let i = -1; i < Math.min(+kept, rows().length - 1); i++) move(1);
  const help = () => {
    const open = document.getElementById('keys-help');
    if (open) { open.remove(); return; }
    const words = document.body.dataset;
    const list = [];
    if (rows().length) list.push(['j k', words.keysMove], ['Enter', words.keysOpen]);
    const seen = new Set();
    document.querySelectorAll('[data-shortcut]').forEach(e => {
      const letter = e.dataset.shortcut;
      if (!seen.has(letter)) list.push([letter, (e.getAttribute('aria-label') || e.labels?.[0]?.firstChild?.textContent || e.textContent).trim()]);
      seen.add(letter);
    });
    list.push(['?', words.keysHelp]);
    const box = document.createElement('div');
    box.id = 'keys-help';
    box.className = 'keys-help';
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', words.keysTitle);
    box.tabIndex = -1;
    const title = document.createElement('h2');
    title.textContent = words.keysTitle;
    const table = document.createElement('dl');
    for (const [letter, meaning] of list) {
      const dt = document.createElement('dt');
      for (const one of letter.split(' ')) { const k = document.createElement('kbd'); k.textContent = one; dt.append(k, ' '); }
      const dd = document.createElement('dd');
      dd.textContent = meaning;
      table.append(dt, dd);
    }
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'btn btn-sm btn-outline-secondary';
    shut.textContent = words.keysClose;
    shut.onclick = () => box.remove();
    box.append(title, table, shut);
    document.body.append(box);
    box.focus();
  };
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest('input,select,textarea,[contenteditable]')) { if (e.key === 'Escape') e.target.blur(); return; }
    if (e.key === 'Escape') { document.getElementById('keys-help')?.remove(); return; }
    if (e.key === '?') { e.preventDefault(); help(); return; }
    if (e.key === 'j' || e.key === 'k') { e.preventDefault(); move(e.key === 'j' ? 1 : -1); return; }
    if (e.key === 'Enter' && current() && !e.target.closest('a,button,summary')) { current().querySelector('a[href]')?.click(); return; }
    if (e.key.length !== 1) return;
    const letter = CSS.escape(e.key);
    const found = current()?.querySelector(`[data-shortcut="${letter}"]`) || document.querySelector(`[data-shortcut="${letter}"]`);
    if (!found) return;
    e.preventDefault();
    if (found.matches('input:not([type=checkbox]):not([type=radio]),select,textarea')) found.focus(); else { if (found.closest('form')) keep(); found.click(); }
  });
})();
