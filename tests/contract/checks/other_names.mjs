// In v1 every list may be asked for with a trailing slash or with .json: the same answer.

import { KINDS } from '../lib/kinds.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'other-names';

export async function run({ client, report }) {
  const lists = KINDS.filter(({ version }) => version === 'v1').map(({ path }) => path);
  for (const path of [...lists, '/oruk/v1/vocabularies']) {
    const query = path.endsWith('vocabularies') ? '' : '?per_page=5';
    const plain = await client.ask(path + query);
    for (const other of [`${path}/`, `${path}.json`]) {
      const answer = await client.ask(other + query);
      if (!hasStatus(answer, 200, report) || plain.status !== 200) continue;
      if (answer.bytes.equals(plain.bytes)) continue;
      report({ answer, what: 'the body is another', wanted: `that of ${path}${query}` });
    }
  }
}
