// <div data-photos> with a file control: pictures are made smaller here before they travel (at most 2048 px, JPEG, which also leaves behind
// where and with what they were taken), a small one is made for lists, and each can be taken out again. Without this script the files go as they are.
(() => {
  const longest = 2048, smallSide = 320;
  const fitting = (w, h, most) => { const by = Math.min(1, most / Math.max(w, h)); return [Math.max(1, Math.round(w * by)), Math.max(1, Math.round(h * by))]; };
  const drawn = (picture, most) => {
    const [width, height] = fitting(picture.width, picture.height, most);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    return canvas;
  };
  const blob = (canvas, quality) => new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));

  // A picture as { whole, small, shown }; a document or what this browser cannot open stays as it is, and the server judges.
  const prepare = async file => {
    if (!file.type.startsWith('image/') && !/\.(jpe?g|png|webp|heic|heif)$/i.test(file.name)) return { whole: file, small: new File([], '-'), shown: null };
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const whole = await blob(drawn(picture, longest), .85);
      const little = drawn(picture, smallSide);
      picture.close();
      return { whole: new File([whole], 'p.jpg', { type: 'image/jpeg' }), small: new File([await blob(little, .75)], 's.jpg', { type: 'image/jpeg' }), shown: little.toDataURL('image/jpeg', .6) };
    } catch { return { whole: file, small: new File([], '-'), shown: null }; }
  };

  const set = (input, files) => { const all = new DataTransfer(); files.forEach(f => all.items.add(f)); input.files = all.files; };

  const attend = box => {
    if (box.photos) return;
    const input = box.querySelector('input[type=file]');
    const list = box.querySelector('.photo-list');
    const small = Object.assign(document.createElement('input'), { type: 'file', name: input.name + '.Small', multiple: true, hidden: true });
    small.tabIndex = -1;
    input.after(small);
    const note = document.createElement('p');
    note.className = 'field-hint';
    note.setAttribute('role', 'status');
    input.after(note);
    let chosen = [];
    const kept = () => list.querySelectorAll('.photo-kept input:checked').length;
    const show = () => {
      set(input, chosen.map(c => c.whole));
      set(small, chosen.map(c => c.small));
      list.querySelectorAll('.photo-new').forEach(li => li.remove());
      chosen.forEach((one, i) => {
        const li = document.createElement('li');
        li.className = 'photo-new';
        const what = one.shown ? Object.assign(document.createElement('img'), { src: one.shown, alt: '' }) : Object.assign(document.createElement('span'), { textContent: `${box.dataset.document} ${i + 1}` });
        const out = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-secondary', textContent: box.dataset.remove });
        out.addEventListener('click', () => { chosen.splice(i, 1); show(); input.focus(); });
        li.append(what, out);
        list.append(li);
      });
      box.classList.toggle('photos-full', chosen.length + kept() >= +box.dataset.most);
    };
    input.addEventListener('change', async () => {
      const added = [...input.files];
      set(input, chosen.map(c => c.whole));
      box.setAttribute('aria-busy', 'true');
      note.textContent = added.length ? box.dataset.working : '';
      const ready = await Promise.all(added.map(prepare));
      const room = Math.max(0, +box.dataset.most - kept() - chosen.length);
      chosen.push(...ready.slice(0, room));
      note.textContent = ready.length > room ? box.dataset.many : '';
      box.removeAttribute('aria-busy');
      show();
    });
    // For a form that is filled from a draft or emptied for the next.
    box.photos = { all: () => chosen, put: all => { chosen = all; show(); } };
  };
  window.photos = { attend: root => root.querySelectorAll('[data-photos]').forEach(attend) };
  window.photos.attend(document);
})();
