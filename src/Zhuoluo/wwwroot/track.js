// A receipt's QR code opens /track#2026-000123.CODE. What stands behind # never goes to the server by itself: it fills the form here and is wiped.
(() => {
  const [number, code] = decodeURIComponent(location.hash.slice(1)).split('.');
  if (!/^\d{4}-\d{6,}$/.test(number)) return;
  const shown = document.querySelector('[data-number]');
  // Another matter is open on this device: the form opens beside it.
  if (shown && shown.dataset.number !== number) { location.replace('/track?other=1' + location.hash); return; }
  history.replaceState(null, '', location.pathname);
  const fill = (id, value) => { const field = document.getElementById(id); if (field && value) field.value = value; };
  fill('Form_Number', number);
  fill('Form_Code', code);
  document.getElementById(code ? 'track-go' : 'Form_Code')?.focus();
})();
