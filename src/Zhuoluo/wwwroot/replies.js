// Puts a template's text where the answer is written; without it the page is loaded again with the text in place.
(() => {
  const form = document.querySelector('#templates');
  const area = document.querySelector('textarea[name="Form.Text"]');
  if (!form || !area) return;
  form.addEventListener('submit', event => {
    const chosen = form.elements.template.selectedOptions[0];
    if (!chosen || !chosen.dataset.text) return;
    event.preventDefault();
    const at = area.selectionStart ?? area.value.length;
    area.setRangeText(chosen.dataset.text, area.value ? at : 0, area.value ? area.selectionEnd : 0, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
    let kept = document.querySelector('input[name="Form.TemplateId"]');
    if (!kept) {
      kept = document.createElement('input');
      kept.type = 'hidden';
      kept.name = 'Form.TemplateId';
      area.form.append(kept);
    }
    kept.value = chosen.value;
  });
})();
