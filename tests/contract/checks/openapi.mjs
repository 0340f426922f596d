// openapi.json itself, and the ledger of what was met: every documented address and status was met
// by some request of this run. What was met and not documented, or not as documented, is reported
// as it comes (lib/coverage_ledger.mjs).

import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'openapi';

function* documentProblems({ document: { openapi, info }, operations }) {
  if (!/^3\.1\.\d+$/.test(openapi ?? ''))
    yield { pointer: '/openapi', what: `is ${JSON.stringify(openapi)}`, wanted: '3.1.x' };
  if (!info?.title || !info?.version)
    yield { pointer: '/info', what: 'is not complete', wanted: 'a title and a version' };
  for (const operation of operations) yield* operationProblems(operation);
}

function* operationProblems({ method, template, parameters, responses }) {
  const pointer = `/paths${template} ${method}`;
  if (!Object.keys(responses).some((status) => /^2/.test(status)))
    yield { pointer, what: 'documents no success', wanted: 'a response 2xx' };
  for (const [, hole] of template.matchAll(/\{([^}]*)\}/g)) {
    if (parameters.some((one) => one.in === 'path' && one.name === hole)) continue;
    yield { pointer, what: `does not declare {${hole}}`, wanted: `a parameter "${hole}" in: path` };
  }
  for (const [status, { description }] of Object.entries(responses)) {
    if (!description)
      yield { pointer, what: `status ${status} has no description`, wanted: 'a description' };
  }
}

// Only a run of everything can say what was never met.
async function reportUnmet({ client, feed, options, ledger, report }) {
  if (options.only) return;
  for (const { operation, status } of ledger.unmet()) {
    const { method, template } = operation;
    // Without reviews there is no review to ask for.
    if ((status === '200' || status === '304') && (await feed.hasNoneOf(template))) continue;
    const what =
      status === undefined
        ? 'the documented address was never asked'
        : `the documented status ${status} was never met`;
    report({
      url: client.base + template,
      method,
      what,
      wanted: 'a request that meets it, or no such line in openapi.json',
    });
  }
}

export async function run(context) {
  const { client, document, report } = context;
  const answer = await client.ask('/openapi.json', { offMap: true });
  if (!hasStatus(answer, 200, report)) return;
  if (!document) {
    report({ answer, what: 'there is no member "paths"', wanted: 'an OpenAPI 3.1 description' });
    return;
  }
  for (const problem of documentProblems(document)) report({ answer, ...problem });
  for (const fault of document.schemaFaults())
    report({ answer, ...fault, wanted: 'a JSON Schema 2020-12 whose references lead somewhere' });
  await reportUnmet(context);
}
