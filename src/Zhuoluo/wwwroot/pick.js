// Puts the figure that was picked where the cursor stands; without it the page comes back with the figure at the end of the text.
(() => {
  const button = document.querySelector('[data-pick]');
  const area = document.querySelector('textarea[name="Form.Prose"]');
  if (!button || !area) return;
  // A text that nobody has been in goes on at its end.
  let isEntered = false;
  area.addEventListener('focus', () => { isEntered = true; });
  button.addEventListener('click', event => {
    const { figure, shape } = button.form.elements;
    const pattern = shape.selectedOptions[0]?.dataset.pattern;
    if (!figure.value || !pattern) return;
    event.preventDefault();
    const { value } = area;
    const [from, to] = isEntered ? [area.selectionStart, area.selectionEnd] : [value.length, value.length];
    let text = pattern.replace('*', () => figure.value);
    // A line of its own needs no second break where one stands already.
    if (text.startsWith('\n') && (from === 0 || value[from - 1] === '\n')) text = text.slice(1);
    if (text.endsWith('\n') && value[to] === '\n') text = text.slice(0, -1);
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
})();
