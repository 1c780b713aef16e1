// <input list="villages" data-villages="#town">: offers the villages of the chosen town. The field takes any word without it.
document.querySelectorAll('[data-villages]').forEach(input => {
  const town = document.querySelector(input.dataset.villages);
  const list = input.list;
  const fill = async () => {
    list.replaceChildren();
    if (!/^\d{9}$/.test(town.value)) return;
    try {
      const names = await (await fetch(`/places/${town.value}/villages`)).json();
      list.replaceChildren(...names.map(name => Object.assign(document.createElement('option'), { value: name })));
    } catch { /* without the network the word itself is enough */ }
  };
  town.addEventListener('change', fill);
  fill();
});
