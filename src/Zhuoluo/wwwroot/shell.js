// Every page: brings the reader to what changed. Nothing here is needed to use the pages.
(() => {
  const live = () => document.getElementById('live');
  const attend = root => {
    const wrong = root.querySelector('.error-summary');
    if (wrong) { wrong.focus(); return; }
    const total = root.querySelector('.pager-total');
    if (total && root !== document && live()) live().textContent = total.textContent;
  };
  attend(document);
  document.addEventListener('htmx:after:swap', e => attend(e.target instanceof Element ? e.target : document));

  // An open menu closes with Escape and when the reader turns elsewhere.
  const close = except => document.querySelectorAll('details.drop[open]').forEach(d => { if (d !== except) d.open = false; });
  document.addEventListener('click', e => close(e.target.closest('details.drop')));
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    const open = document.querySelector('details.drop[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });

  // A form is sent once; the key inside it is the real guard.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (form.method !== 'post' || e.defaultPrevented) return;
    setTimeout(() => form.querySelectorAll('button:not([type=button])').forEach(b => { b.disabled = true; }), 0);
    setTimeout(() => form.querySelectorAll('button:disabled').forEach(b => { b.disabled = false; }), 8000);
  });

  document.addEventListener('change', e => {
    if (e.target.matches('[data-check-all]'))
      document.querySelectorAll(e.target.dataset.checkAll).forEach(box => { box.checked = e.target.checked; });
  });
  document.addEventListener('click', e => { if (e.target.closest('[data-print]')) window.print(); });
})();
