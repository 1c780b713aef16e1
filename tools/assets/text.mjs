// Writes Shell/Text/zh-Hant/*.json from zh-Hans with the table s2t.tsv (longest match) and the
// words of zh-Hant.override.json. Needs no packages. A unit test compares the result.
// usage: node tools/assets/text.mjs
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/Zhuoluo/Shell/Text');
const read = path => readFileSync(join(folder, path), 'utf8');
const lines = read('s2t.tsv').split('\n').filter(l => l && l[0] !== '#').map(l => l.split('\t'));
const single = new Map(lines.filter(l => [...l[0]].length === 1));
const table = new Map(lines.map(([from, to]) => [from, to ?? [...from].map(c => single.get(c) ?? c).join('')]));
const words = Object.entries(JSON.parse(read('zh-Hant.override.json')));
const longest = Math.max(...[...table.keys()].map(k => k.length));

function convert(text) {
  let out = '';
  for (let at = 0; at < text.length;) {
    let size = Math.min(longest, text.length - at);
    while (size > 0 && !table.has(text.slice(at, at + size))) size--;
    out += size ? table.get(text.slice(at, at + size)) : text[at];
    at += size || 1;
  }
  return words.reduce((t, [from, to]) => t.replaceAll(from, to), out);
}

mkdirSync(join(folder, 'zh-Hant'), { recursive: true });
for (const file of readdirSync(join(folder, 'zh-Hans')))
  writeFileSync(join(folder, 'zh-Hant', file), convert(read('zh-Hans/' + file)));
