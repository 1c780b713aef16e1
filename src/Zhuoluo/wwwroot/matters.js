// Forms about matters: counts characters, and shows a field only with the answer it belongs to. Both pages work without it.
(() => {
  document.querySelectorAll('textarea[data-count][maxlength]').forEach(area => {
    const count = document.createElement('span');
    count.className = 'count';
    const say = () => { count.textContent = area.dataset.count.replace('{0}', area.value.length).replace('{1}', area.maxLength); };
    area.after(count);
    area.addEventListener('input', say);
    say();
  });
  document.querySelectorAll('[data-only-with]').forEach(control => {
    const [name, value] = control.dataset.onlyWith.split('=');
    const field = control.closest('.field');
    const sources = document.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    const show = () => { field.hidden = ![...sources].some(s => s.checked && s.value === value); };
    sources.forEach(s => s.addEventListener('change', show));
    show();
  });
})();
