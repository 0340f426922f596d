// What was found: each finding says in plain English what is wrong, where, and what was wanted.
//
//   report({ answer, pointer: '/contents/3/url', what: 'is "www"', wanted: 'an absolute URI' });

// Findings that differ only in their place in a list or in an id are of one kind.
function kindOf({ check, pointer, what, wanted }) {
  const place = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  const said = what.replace(/"[^"]*"/g, '"…"').replace(/\d+/g, '#');
  return [check, place, said, wanted.replace(/\d+/g, '#')].join('|');
}

export class Findings {
  all = [];

  // The function with which `check` reports.
  reporter(check) {
    return ({ answer, url, method = 'GET', pointer = '', what, wanted = '' }) => {
      const where = answer ? `${answer.method} ${answer.url}` : `${method} ${url}`;
      this.all.push({ check, where, pointer, what, wanted });
    };
  }

  get count() {
    return this.all.length;
  }

  // Groups of findings of one kind, in the order in which they were first met.
  groups() {
    const groups = new Map();
    for (const finding of this.all) {
      const kind = kindOf(finding);
      if (!groups.has(kind)) groups.set(kind, []);
      groups.get(kind).push(finding);
    }
    return [...groups.values()];
  }
}

function textOf({ check, where, pointer, what, wanted }) {
  const place = pointer ? `  at ${pointer}\n` : '';
  return `[${check}] ${where}\n${place}  found:  ${what}\n  wanted: ${wanted}\n`;
}

// At most `show` findings of each kind in full, with the number of the rest.
export function writeFindings(findings, show, write) {
  for (const group of findings.groups()) {
    for (const finding of group.slice(0, show)) write(textOf(finding));
    if (group.length > show) write(`  ... and ${group.length - show} more like it\n`);
  }
}
