// openapi.json itself, which leaves nothing open, and the ledger of what was met: every documented
// address, status, parameter and code was met by some request of this run. What was met and not
// documented, or not as documented, is reported as it comes (lib/coverage_ledger.mjs).

import { hasStatus } from '../lib/page_rules.mjs';
import { looseFaults } from '../lib/strict_schemas.mjs';

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
  if (!Object.keys(responses).some((status) => /^2|^303$/.test(status)))
    yield { pointer, what: 'documents no success', wanted: 'a response 2xx, or 303' };
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
  for (const { operation, status, parameter } of ledger.unmet()) {
    const { method, template } = operation;
    // Without reviews there is no review to ask for.
    if (await feed.hasNoneOf(template)) continue;
    let what = 'the documented address was never asked';
    if (status) what = `the documented status ${status} was never met`;
    if (parameter) what = `the documented parameter "${parameter}" was in no good question`;
    report({
      url: client.base + template,
      method,
      what,
      wanted: 'a request that meets it, or no such line in openapi.json',
    });
  }
  for (const code of ledger.unmetCodes) {
    const what = `the documented code "${code}" was never met`;
    report({ url: client.base, what, wanted: 'a request that meets it in lib/exercises.mjs' });
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
  for (const fault of looseFaults(document)) report({ answer, ...fault });
  for (const fault of document.schemaFaults())
    report({ answer, ...fault, wanted: 'a JSON Schema 2020-12 whose references lead somewhere' });
  await reportUnmet(context);
}
