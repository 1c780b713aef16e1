// Leaves the rules of a style sheet whose classes are all wanted: a page on a phone does not carry what no page uses.
// Works on Bootstrap's own minified file, whose prefixes old phones need. `text` has no comments but the first.
export function trim(text, isWanted) {
  let out = '';
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    let end = open, depth = 0;
    do {
      if (text[end] === '{') depth++;
      if (text[end] === '}') depth--;
      end++;
    } while (depth > 0);
    const head = text.slice(at, open).trim(), body = text.slice(open + 1, end - 1);
    at = end;
    if (head.startsWith('@keyframes') || head.startsWith('@-webkit-keyframes')) continue;
    if (head.startsWith('@')) {
      const inner = trim(body, isWanted);
      out += inner ? `${head}{${inner}}` : '';
      continue;
    }
    const selectors = split(head).filter(s => classesOf(s).every(isWanted));
    out += selectors.length > 0 ? `${selectors.join(',')}{${body}}` : '';
  }
  return out;
}

const classesOf = selector => [...selector.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(m => m[1]);

// Commas inside :not(...) part nothing.
function split(head) {
  const parts = [''];
  let depth = 0;
  for (const c of head) {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}
