// /oruk/v1/services.csv: the rows of the same page of /services as a table with dotted headers.

import { V1_SERVICES } from '../lib/kinds.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'csv-table';

const HEADERS = ['id', 'name', 'organization.id', 'organization.name'];

// A record of RFC 4180 at a time: quoted fields may hold commas, quotes and line ends.
export function parseCsv(text) {
  const records = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) return undefined;
    const [, quoted, plain, end] = match;
    records.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && field.lastIndex < text.length) records.push([]);
  }
  return records;
}

function checkAttachment(answer, report) {
  const disposition = answer.headers['content-disposition'] ?? '';
  if (/^attachment;\s*filename="?result\.csv"?$/.test(disposition)) return;
  report({
    answer,
    what: `Content-Disposition is "${disposition}"`,
    wanted: 'attachment; filename=result.csv',
  });
}

function checkRecords(records, rows, answer, report) {
  const [headers, ...lines] = records;
  for (const header of HEADERS.filter((one) => !headers.includes(one))) {
    report({
      answer,
      what: `there is no column ${header}`,
      wanted: `the columns ${HEADERS.join(', ')}`,
    });
  }
  for (const [i, line] of lines.entries()) {
    if (line.length === headers.length) continue;
    report({
      answer,
      what: `record ${i + 1} has ${line.length} fields`,
      wanted: `${headers.length}, as the header`,
    });
  }
  const column = headers.indexOf('id');
  const ids = lines.map((line) => line[column]);
  if (ids.join() === rows.map((row) => row?.id).join()) return;
  report({
    answer,
    what: `${lines.length} records`,
    wanted: `the ${rows.length} services of the page in JSON, in its order`,
  });
}

// A spreadsheet would run them; numbers and telephones are none.
const FORMULA = /^[=@\t\n]|^[-+](?!\d+(\.\d+)?$|\d+ [\d(][\d ().-]*($|\|))/;

function checkCells(records, answer, report) {
  const cell = records.flat().find((text) => FORMULA.test(text));
  if (cell === undefined) return;
  report({ answer, what: `a cell is ${JSON.stringify(cell)}`, wanted: 'an apostrophe before it' });
}

export async function run({ client, report }) {
  for (const query of ['', '?per_page=5&page=2']) {
    const answer = await client.ask(`${V1_SERVICES.path}.csv${query}`, { type: 'text/csv' });
    if (!hasStatus(answer, 200, report)) continue;
    checkAttachment(answer, report);
    const records = parseCsv(answer.text);
    if (records === undefined) {
      report({ answer, what: 'the quotes of a field do not close', wanted: 'CSV (RFC 4180)' });
      continue;
    }
    checkCells(records, answer, report);
    const json = await client.ask(V1_SERVICES.path + query);
    checkRecords(records, json.body?.content ?? [], answer, report);
  }
}
