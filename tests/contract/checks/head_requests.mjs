// HEAD answers what GET answers, without the body.

import { probes } from '../lib/probes.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'head-requests';

const SAME = ['content-type', 'content-length', 'cache-control', 'vary', 'etag'];

function* headProblems(head, get) {
  if (head.bytes.length > 0)
    yield { what: `a body of ${head.bytes.length} bytes`, wanted: 'no body' };
  for (const header of SAME) {
    // The time left to keep an answer, and a tag that names the minute, may move on between the
    // two.
    if (header === 'cache-control' && head.headers[header] && get.headers[header]) continue;
    if (head.headers[header] === get.headers[header]) continue;
    yield {
      what: `${header} is "${head.headers[header]}"`,
      wanted: `"${get.headers[header]}", as with GET`,
    };
  }
}

async function ask(client, { target, status, type = 'application/json' }) {
  const get = await client.ask(target, { type });
  const head = await client.ask(target, { type, method: 'HEAD' });
  return { get, head, problems: [...headProblems(head, get)], status };
}

export async function run({ client, feed, report }) {
  for (const probe of await probes(feed)) {
    let result = await ask(client, probe);
    // A minute may have begun between GET and HEAD, but not twice.
    if (result.problems.length > 0) result = await ask(client, probe);
    hasStatus(result.get, probe.status, report);
    hasStatus(result.head, probe.status, report);
    for (const problem of result.problems) report({ answer: result.head, ...problem });
  }
}
