// /oruk/v3/ says which standard this is; every validator starts there.

import { hasStatus, reportAll } from '../lib/page_rules.mjs';

export const name = 'root';

// Where our own description is, it can be read too; another host's is not asked for.
async function checkDescription({ client, report }, answer) {
  const url = answer.body.openapi_url;
  if (typeof url !== 'string' || !url.startsWith(`${client.base}/`)) return;
  const description = await client.ask(url.slice(client.base.length), { offMap: true });
  if (!hasStatus(description, 200, report)) return;
  if (typeof description.body?.openapi === 'string') return;
  report({
    answer: description,
    what: 'openapi_url leads to something else',
    wanted: 'a description with the member openapi',
  });
}

export async function run(context) {
  const { client, report, schemas, official } = context;
  for (const target of ['/oruk/v3/', '/oruk/v3']) {
    const answer = await client.ask(target);
    if (!hasStatus(answer, 200, report) || !answer.body) continue;
    reportAll(schemas.problems('v3/api_details', answer.body), answer, report);
    if (official) reportAll(official.problems('v3/api_details', answer.body), answer, report);
    if (target === '/oruk/v3/') await checkDescription(context, answer);
  }
}
