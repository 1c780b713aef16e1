// <button type="button" data-copy="#receipt"> copies the text of that element.
document.addEventListener('click', async e => {
  const button = e.target.closest('[data-copy]');
  const source = button && document.querySelector(button.dataset.copy);
  if (!source) return;
  const text = ('value' in source ? source.value : source.innerText).trim();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain http has no clipboard: select the text so that one gesture copies it.
    const range = document.createRange();
    range.selectNodeContents(source);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
  }
  const live = document.getElementById('live');
  if (live) live.textContent = document.body.dataset.copied;
  const label = button.querySelector('span') || button;
  const before = label.textContent;
  label.textContent = document.body.dataset.copied;
  setTimeout(() => { label.textContent = before; }, 2000);
});
