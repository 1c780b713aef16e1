// Checks a ledger receipt (.tlog-proof) on this device: what the file says is computed here with WebCrypto, and compared with the log that this
// site publishes at this moment. The file is never sent. Formats and steps: docs/ledger/residents.md; C2SP tlog-proof, signed-note, tlog-tiles;
// RFC 9162 sections 2.1.3.2 and 2.1.4.2. Numbers stay exact below 2^53 entries.

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encode = text => new TextEncoder().encode(text);
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  parts.reduce((at, p) => { all.set(p, at); return at + p.length; }, 0);
  return all;
};
const length32 = bytes => { const four = new Uint8Array(4); new DataView(four.buffer).setUint32(0, bytes.length); return four; };
const hex = bytes => [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const leafOf = entry => sha256(joined([0], entry));
const nodeOf = (left, right) => sha256(joined([1], left, right));
const base64Of = bytes => { let text = ''; for (const b of bytes) text += String.fromCharCode(b); return btoa(text); };

export class Broken extends Error { }
const need = (good, why) => { if (!good) throw new Broken(why); };

// Standard base64 in its one spelling.
const fromBase64 = text => {
  need(typeof text === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0, 'base64');
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  need(base64Of(bytes) === text, 'base64');
  return bytes;
};
const numberOf = text => {
  need(/^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(+text), 'number');
  return +text;
};

// A signed note: text, empty line, lines of signatures; divided at the last empty line.
export const readNote = bytes => {
  need(bytes.length <= 64 * 1024, 'note too long');
  const whole = utf8.decode(bytes);
  const end = whole.lastIndexOf('\n\n');
  need(end >= 0 && whole.endsWith('\n') && end + 2 < whole.length, 'note');
  const text = whole.slice(0, end + 1);
  need(!/[\x00-\x09\x0b-\x1f]/.test(text), 'note');
  const signatures = whole.slice(end + 2, -1).split('\n').map(line => {
    const parts = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    need(parts, 'signature line');
    const packed = fromBase64(parts[2]);
    need(packed.length > 4, 'signature line');
    return { name: parts[1], id: hex(packed.slice(0, 4)), signature: packed.slice(4) };
  });
  need(signatures.length <= 100, 'signature lines');
  return { whole, text, signatures };
};

const readCheckpoint = text => {
  const lines = text.split('\n');
  if (lines.length !== 4 || !lines[0] || lines[3]) return null;
  try {
    const root = fromBase64(lines[2]);
    return root.length === 32 ? { origin: lines[0], size: numberOf(lines[1]), root } : null;
  } catch { return null; }
};

export const readReceipt = bytes => {
  need(bytes.length <= 1024 * 1024, 'too long');
  const end = bytes.findIndex((b, i) => b === 10 && bytes[i + 1] === 10);
  need(end >= 0, 'no checkpoint');
  const lines = utf8.decode(bytes.slice(0, end)).split('\n');
  need(lines.shift() === 'c2sp.org/tlog-proof@v1', 'header');
  let extra = null;
  if (lines[0]?.startsWith('e')) {
    need(lines[0].startsWith('extra '), 'extra');
    extra = readExtra(utf8.decode(fromBase64(lines.shift().slice(6))));
  }
  need(lines[0]?.startsWith('index '), 'index');
  const index = numberOf(lines.shift().slice(6));
  need(lines.length <= 63, 'path');
  const path = lines.map(fromBase64);
  need(path.every(h => h.length === 32), 'path');
  return { extra, index, path, note: readNote(bytes.slice(end + 2)) };
};

// {"entry":"…","openings":[{"c":"…","salt":"…","type":"…","data":"…"}]}, in that spelling and no other.
const readExtra = text => {
  const said = JSON.parse(text);
  const plain = { entry: said.entry, openings: said.openings?.map(o => ({ c: o.c, salt: o.salt, type: o.type, data: o.data })) };
  need(Array.isArray(plain.openings) && JSON.stringify(plain) === text, 'extra');
  return {
    entry: fromBase64(plain.entry),
    openings: plain.openings.map(o => {
      need(typeof o.type === 'string', 'opening');
      return { c: fromBase64(o.c), salt: fromBase64(o.salt), type: o.type, data: fromBase64(o.data) };
    }),
  };
};

// The same receipt without what only its holder may know.
const publicPart = receipt => [
  'c2sp.org/tlog-proof@v1', 'extra ' + base64Of(encode(JSON.stringify({ entry: base64Of(receipt.extra.entry), openings: [] }))),
  'index ' + receipt.index, ...receipt.path.map(base64Of), '', receipt.note.whole,
].join('\n');

// RFC 9162 section 2.1.3.2.
export const includes = async (index, size, leaf, path, root) => {
  if (index >= size) return false;
  let fn = index, sn = size - 1, r = leaf;
  for (const p of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = await nodeOf(p, r);
      while (fn % 2 === 0 && fn !== 0) { fn /= 2; sn = Math.floor(sn / 2); }
    } else {
      r = await nodeOf(r, p);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && same(r, root);
};

// RFC 9162 section 2.1.4.2.
export const isKept = async (first, second, path, firstRoot, secondRoot) => {
  if (first > second || first < 1) return false;
  if (first === second) return path.length === 0 && same(firstRoot, secondRoot);
  const isPower = Number.isInteger(Math.log2(first)) && 2 ** Math.round(Math.log2(first)) === first;
  const hashes = isPower ? [firstRoot, ...path] : [...path];
  if (hashes.length === 0) return false;
  let fn = first - 1, sn = second - 1;
  while (fn % 2 === 1) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2); }
  let fr = hashes[0], sr = hashes[0];
  for (const c of hashes.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = await nodeOf(c, fr);
      sr = await nodeOf(c, sr);
      while (fn % 2 === 0 && fn !== 0) { fn /= 2; sn = Math.floor(sn / 2); }
    } else {
      sr = await nodeOf(sr, c);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && same(fr, firstRoot) && same(sr, secondRoot);
};

// The largest power of two smaller than n (RFC 6962 section 2.1).
const split = n => { let k = 1; while (k * 2 < n) k *= 2; return k; };

// PROOF(first, D[second]) of RFC 6962 section 2.1.2, as the ranges of which the hashes are needed.
const consistencyPlan = (first, second) => {
  const path = [];
  let from = 0, to = second, isWhole = true;
  while (first !== to) {
    const middle = from + split(to - from);
    if (first <= middle) { path.push([middle, to]); to = middle; } else { path.push([from, middle]); from = middle; isWhole = false; }
  }
  if (!isWhole) path.push([from, to]);
  return path.reverse();
};

const tilePath = (level, index, width) => {
  let groups = String(index % 1000).padStart(3, '0');
  for (let left = Math.floor(index / 1000); left > 0; left = Math.floor(left / 1000)) groups = `x${String(left % 1000).padStart(3, '0')}/${groups}`;
  return `tile/${level}/${groups}${width === 256 ? '' : `.p/${width}`}`;
};

// Reads hashes of a tree from its tiles. Nothing of it is believed by having been read: the path counts when it was verified.
export const treeReader = (fetchBytes, size) => {
  const read = new Map();
  const tileOf = (level, index) => {
    const width = Math.min(256, Math.floor(size / 256 ** level) - index * 256);
    const path = tilePath(level, index, width);
    if (!read.has(path)) {
      read.set(path, (async () => {
        const bytes = await fetchBytes(path) ?? (width < 256 ? (await fetchBytes(tilePath(level, index, 256)))?.slice(0, width * 32) : null);
        if (!bytes || bytes.length !== width * 32) throw new Away(path);
        return bytes;
      })());
    }
    return read.get(path);
  };
  const perfectOf = async bytes => {
    let row = [];
    for (let at = 0; at < bytes.length; at += 32) row.push(bytes.slice(at, at + 32));
    while (row.length > 1) row = await Promise.all(row.filter((_, i) => i % 2 === 0).map((left, i) => nodeOf(left, row[2 * i + 1])));
    return row[0];
  };
  const rangeOf = async ([from, to]) => {
    const parts = [];
    for (let at = from; at < to;) {
      let height = 0;
      while (2 ** (height + 1) <= to - at) height++;
      const level = Math.floor(height / 8), rows = 2 ** (height % 8), first = at / 256 ** level;
      const tile = await tileOf(level, Math.floor(first / 256));
      parts.push(await perfectOf(tile.slice(first % 256 * 32, (first % 256 + rows) * 32)));
      at += 2 ** height;
    }
    let hash = parts.pop();
    while (parts.length) hash = await nodeOf(parts.pop(), hash);
    return hash;
  };
  return { consistency: first => Promise.all(consistencyPlan(first, size).map(rangeOf)) };
};

export class Away extends Error { }

// Lines name+id+base64(type ‖ key); only Ed25519 keys of the log itself (type 1).
export const readKeys = async (text, origin) => {
  const keys = [];
  for (const line of text.split('\n')) {
    const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)/.exec(line);
    if (!parts || parts[1] !== origin) continue;
    const typed = fromBase64(parts[3]);
    const id = (await sha256(joined(encode(origin + '\n'), typed))).slice(0, 4);
    if (typed[0] === 1 && typed.length === 33 && hex(id) === parts[2]) keys.push({ id: parts[2], bytes: typed.slice(1) });
  }
  return keys;
};

// Which of the keys signed; the word of the fault; or unable, where the browser has no Ed25519.
export const checkSignature = async (note, origin, keys) => {
  const signed = [];
  for (const line of note.signatures.filter(s => s.name === origin)) {
    const key = keys.find(k => k.id === line.id);
    if (!key) continue;
    let isRight;
    try {
      isRight = await crypto.subtle.verify('Ed25519', await crypto.subtle.importKey('raw', key.bytes, 'Ed25519', false, ['verify']), line.signature, encode(note.text));
    } catch { return { unable: true, signed: [key.id] }; }
    if (!isRight) return { fault: 'wrong-signature' };
    if (!signed.includes(key.id)) signed.push(key.id);
  }
  return signed.length ? { signed } : { fault: 'not-signed' };
};

export const opens = async (opening, commitments) => {
  const type = encode(opening.type);
  const c = await sha256(joined(encode('ledger-commit/v1\n'), opening.salt, length32(type), type, length32(opening.data), opening.data));
  return opening.salt.length === 32 && same(c, opening.c) && commitments.some(known => same(known, c));
};

// The live log, over the address of its year.
const logOf = origin => {
  const year = /\/([0-9]{4})$/.exec(origin)?.[1];
  const get = async path => {
    let answer;
    try { answer = await fetch(`/ledger/${year}/${path}`, { cache: 'no-cache', credentials: 'omit' }); } catch { throw new Away(path); }
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Away(path);
    return new Uint8Array(await answer.arrayBuffer());
  };
  return year ? { get } : null;
};

const stepsOf = receipt => ['file', 'signature', 'place', ...(receipt?.extra?.openings.length ? ['words'] : []), 'today'];

/** Every step by itself, each failure with a word of its own; the server's check comes to the same words. */
export const check = async bytes => {
  const done = [];
  let receipt = null, checkpoint = null, entry = null, signers = [], today = null;
  const pass = name => done.push({ name, state: 'passed' });
  const leave = (name, fault) => done.push({ name, state: 'undone', fault });
  const result = (name, fault) => {
    if (name) done.push({ name, state: 'failed', fault });
    stepsOf(receipt).filter(s => !done.some(d => d.name === s)).forEach(s => done.push({ name: s, state: 'undone' }));
    const verdict = done.some(d => d.state === 'failed') ? 'refused' : done.some(d => d.state === 'undone') ? 'open' : 'proved';
    return { verdict, steps: done, receipt, checkpoint, entry, signers, today, hasPlace: done.some(d => d.name === 'place' && d.state === 'passed') };
  };

  try { receipt = readReceipt(bytes); } catch { return result('file', 'not-a-receipt'); }
  pass('file');

  checkpoint = readCheckpoint(receipt.note.text);
  if (!checkpoint) return result('signature', 'not-a-checkpoint');
  const log = logOf(checkpoint.origin);
  let keys = [], isAway = false;
  try {
    const text = await log?.get('key');
    keys = text ? await readKeys(utf8.decode(text), checkpoint.origin) : [];
  } catch { isAway = true; }
  if (isAway) {
    leave('signature', 'log-away');
  } else {
    if (keys.length === 0) return result('signature', 'unknown-origin');
    const signature = await checkSignature(receipt.note, checkpoint.origin, keys);
    if (signature.fault) return result('signature', signature.fault);
    signers = signature.signed;
    if (signature.unable) leave('signature', 'unable'); else pass('signature');
  }

  if (receipt.index >= checkpoint.size) return result('place', 'beyond-tree');
  if (!receipt.extra) return result('place', 'no-entry');
  if (!await includes(receipt.index, checkpoint.size, await leafOf(receipt.extra.entry), receipt.path, checkpoint.root)) return result('place', 'not-included');
  pass('place');

  try {
    const said = JSON.parse(utf8.decode(receipt.extra.entry));
    entry = { ...said, c: (said.c ?? []).map(fromBase64) };
    need(['at', 'by', 'id', 'kind'].every(k => typeof said[k] === 'string') && said.pub && Number.isInteger(said.v), 'entry');
  } catch { entry = null; }
  if (receipt.extra.openings.length) {
    if (!entry) return result('words', 'unreadable-entry');
    for (const opening of receipt.extra.openings) if (!await opens(opening, entry.c)) return result('words', 'wrong-opening');
    pass('words');
  }

  if (isAway) { leave('today', 'log-away'); return result(); }
  try {
    const newest = await log.get('checkpoint');
    if (!newest) throw new Away('checkpoint');
    let note, live;
    try { note = readNote(newest); live = readCheckpoint(note.text); } catch { live = null; }
    if (!live || live.origin !== checkpoint.origin || (await checkSignature(note, live.origin, keys)).fault) return result('today', 'log-wrong');
    today = live.size;
    if (live.size < checkpoint.size) return result('today', 'log-shorter');
    const path = live.size === checkpoint.size ? [] : await treeReader(log.get, live.size).consistency(checkpoint.size);
    if (!await isKept(checkpoint.size, live.size, path, checkpoint.root, live.root)) return result('today', 'log-changed');
    pass('today');
  } catch (fault) {
    if (!(fault instanceof Away)) throw fault;
    leave('today', 'log-away');
  }
  return result();
};

const page = globalThis.document?.getElementById('receipt-check');
if (page && globalThis.crypto?.subtle) (await import('./receipt-page.js')).attend(page, check, publicPart);
else if (page) {
  const words = JSON.parse(document.getElementById('check-words').content.textContent);
  document.getElementById('check-where').textContent = words['ledger.check.plain'];
}
