// Shows on /ledger/check what receipt.js found, in the words of the page.

const words = JSON.parse(document.getElementById('check-words').content.textContent);
const has = key => `ledger.${key}` in words;
const t = (key, ...values) => (words[`ledger.${key}`] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]);
const icons = document.getElementById('check-icons').content.children;
const icon = tone => icons[{ good: 0, bad: 1, wait: 2 }[tone]].cloneNode(true);
const tones = { passed: 'good', failed: 'bad', undone: 'wait', proved: 'good', refused: 'bad', open: 'wait' };

const h = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  Object.entries(attributes ?? {}).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children.flat().filter(c => c !== null && c !== undefined));
  return made;
};
const panel = (id, title, ...body) => h('section', { class: 'panel', 'aria-labelledby': id }, h('div', { class: 'panel-head' }, h('h2', { id }, title)), ...body);
const facts = pairs => h('dl', { class: 'facts' }, pairs.flatMap(([name, value]) => [h('dt', null, name), h('dd', { class: 'said' }, value)]));
const moment = at => Number.isNaN(Date.parse(at)) ? at : new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);

const officeOf = async code => {
  if (has('who.' + code)) return t('who.' + code);
  try {
    // All units are asked for, so that nobody learns which one it was about.
    const units = await (await fetch('/api/v1/units')).json();
    return units.find(u => u.code === code)?.name ?? code;
  } catch { return code; }
};

const saidOf = (step, found) => step.fault === 'unable' ? t('step.signature.unable')
  : step.fault === 'unknown-origin' ? t('fault.unknown-origin', found.checkpoint.origin)
  : step.fault ? t('fault.' + step.fault, found.today)
  : step.state === 'undone' ? t('step.after')
  : step.name === 'signature' ? t('step.signature.passed', found.signers.map(id => t('own-key', id)).join(', '))
  : step.name === 'place' ? t('step.place.passed', found.receipt.index, found.checkpoint.size)
  : step.name === 'today' ? t('step.today.passed', found.today)
  : t(`step.${step.name}.passed`);

const fieldsOf = data => {
  const text = new TextDecoder().decode(data);
  try {
    const said = JSON.parse(text);
    if (said && typeof said === 'object' && !Array.isArray(said)) {
      return Object.entries(said).filter(([, v]) => v !== null).map(([k, v]) => [has('field.' + k) ? t('field.' + k) : k, k === 'at' ? moment(v) : typeof v === 'string' ? v : JSON.stringify(v)]);
    }
  } catch { /* shown as it stands */ }
  return [[t('field.text'), text]];
};

const askSite = (found, publicPart) => {
  const answer = h('p', { role: 'status', class: 'soft' });
  const button = h('button', { type: 'button', class: 'btn btn-outline-secondary', id: 'check-both' }, t('check.both'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const sent = await fetch('/api/v1/ledger/check', { method: 'POST', body: publicPart(found.receipt), headers: { 'Content-Type': 'text/plain' } });
      if (!sent.ok) throw new Error(sent.status);
      const theirs = (await sent.json()).steps.filter(s => s.name !== 'words');
      const ours = found.steps.filter(s => s.name !== 'words');
      answer.textContent = ours.every((s, i) => s.state === 'undone' || s.state === theirs[i].state) ? t('check.agrees') : t('check.differs');
    } catch { answer.textContent = t('check.unasked'); }
    button.disabled = false;
  });
  return [h('p', { class: 'form-actions' }, button), answer];
};

const draw = async (found, publicPart) => {
  const { verdict, entry, receipt, checkpoint } = found;
  const parts = [h('div', { class: `notice notice-${tones[verdict]} verdict`, role: 'status' }, icon(tones[verdict]), h('div', null, h('h2', null, t('verdict.' + verdict)), h('p', null, t(`verdict.${verdict}.what`))))];
  if (found.hasPlace) {
    const raw = h('details', { class: 'quiet' }, h('summary', null, t('says.raw')), h('pre', { class: 'raw' }, new TextDecoder().decode(receipt.extra.entry)));
    parts.push(panel('says', t('says'), h('div', { class: 'panel-body' }, entry ? facts([
      [t('says.what'), h('strong', null, has('kind.' + entry.kind) ? t('kind.' + entry.kind) : entry.kind)],
      [t('says.who'), await officeOf(entry.by)],
      [t('says.when'), moment(entry.at)],
      [t('says.where'), t('says.where.is', checkpoint.origin, receipt.index)],
    ]) : h('p', null, t('says.strange')), raw)));
    if (found.steps.some(s => s.name === 'words' && s.state === 'passed')) {
      parts.push(panel('yours', t('yours'), h('div', { class: 'panel-body' }, h('p', { class: 'soft' }, t('yours.what')), receipt.extra.openings.flatMap(o =>
        [h('h3', null, has('opening.' + o.type) ? t('opening.' + o.type) : o.type), facts(fieldsOf(o.data))]))));
    }
  }
  parts.push(panel('steps', t('steps'), h('ol', { class: 'check-steps' }, found.steps.map(s => h('li', null,
    h('span', { class: `status status-${tones[s.state]}` }, t('state.' + s.state)), h('div', null, h('strong', null, t('step.' + s.name)), h('p', null, saidOf(s, found))))))));
  parts.push(h('p', { class: 'soft', id: 'checked-here' }, t('check.by-browser')));
  if (receipt?.extra && checkpoint) parts.push(...askSite(found, publicPart));
  return parts;
};

export const attend = (page, check, publicPart) => {
  const form = document.getElementById('check-form');
  const input = document.getElementById('file');
  const shown = document.getElementById('check-result');
  document.getElementById('check-where').textContent = t('check.stays');
  document.getElementById('check-or').hidden = false;
  let turn = 0;

  const look = async file => {
    if (!file) return;
    const mine = ++turn;
    shown.replaceChildren(h('p', { class: 'soft', role: 'status' }, t('check.working')));
    const bytes = file.size <= 1024 * 1024 ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const parts = await draw(await check(bytes), publicPart);
    if (mine !== turn) return;
    shown.replaceChildren(...parts);
    document.getElementById('check-more').hidden = false;
    document.getElementById('check-intro').hidden = true;
    shown.focus();
    shown.scrollIntoView({ block: 'start' });
  };

  // The file must not be sent while scripts are at work.
  form.addEventListener('submit', e => { e.preventDefault(); look(input.files[0]); });
  input.addEventListener('change', () => look(input.files[0]));
  for (const kind of ['dragenter', 'dragover']) form.addEventListener(kind, e => { e.preventDefault(); form.classList.add('is-over'); });
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, e => { e.preventDefault(); form.classList.remove('is-over'); });
  form.addEventListener('drop', e => look(e.dataTransfer.files[0]));
};
