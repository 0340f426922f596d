// Runs the checks against one server and collects what they find.

import * as rootCheck from '../checks/root.mjs';
import * as listPages from '../checks/list_pages.mjs';
import * as smallPages from '../checks/small_pages.mjs';
import * as emptyPages from '../checks/empty_pages.mjs';
import * as details from '../checks/details.mjs';
import * as unknownIds from '../checks/unknown_ids.mjs';
import * as badParameters from '../checks/bad_parameters.mjs';
import * as crossOrigin from '../checks/cross_origin.mjs';
import * as headRequests from '../checks/head_requests.mjs';
import * as caching from '../checks/caching.mjs';
import * as compression from '../checks/compression.mjs';
import * as rowForms from '../checks/row_forms.mjs';
import * as otherNames from '../checks/other_names.mjs';
import * as csvTable from '../checks/csv_table.mjs';
import * as v1Taxonomies from '../checks/v1_taxonomies.mjs';
import * as richness from '../checks/richness.mjs';
import * as clientRequests from '../checks/client_requests.mjs';
import * as generation0 from '../checks/generation_0.mjs';
import * as v3Filters from '../checks/v3_filters.mjs';
import * as generationA from '../checks/generation_a.mjs';
import * as generationB from '../checks/generation_b.mjs';
import * as documentedPaths from '../checks/documented_paths.mjs';
import * as openapi from '../checks/openapi.mjs';
import { UsageError } from './arguments.mjs';
import { CoverageLedger } from './coverage_ledger.mjs';
import { everyAnswerProblems } from './every_answer.mjs';
import { Feed } from './feed.mjs';
import { Findings } from './findings.mjs';
import { HttpClient } from './http_client.mjs';
import { OfficialSchemas } from './official_schemas.mjs';
import { readOpenApi } from './openapi_document.mjs';
import { reportAll } from './page_rules.mjs';
import { Schemas } from './schemas.mjs';

// In this order: the last two look at what all others have asked.
export const CHECKS = [
  rootCheck,
  listPages,
  smallPages,
  emptyPages,
  details,
  unknownIds,
  badParameters,
  crossOrigin,
  headRequests,
  caching,
  compression,
  rowForms,
  otherNames,
  csvTable,
  v1Taxonomies,
  richness,
  clientRequests,
  generation0,
  v3Filters,
  generationA,
  generationB,
  documentedPaths,
  openapi,
];

const EVERY_ANSWER = 'every-answer';

// The coverage of openapi.json says something only when everything was asked.
function chosen(only) {
  if (!only) return CHECKS;
  const known = new Set(CHECKS.map(({ name }) => name));
  const stranger = only.find((name) => !known.has(name));
  if (stranger)
    throw new UsageError(`there is no check ${stranger}; there are ${[...known].join(', ')}`);
  return CHECKS.filter(({ name }) => only.includes(name));
}

// Compiled once for all runs: the self-test makes hundreds.
const once = (make) => {
  const made = new Map();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key);
};
const ourSchemas = once(() => new Schemas());
const officialSchemas = once((folder) => folder && new OfficialSchemas(folder));

async function makeContext(client, options, firstAnswer) {
  const schemas = ourSchemas();
  const findings = new Findings();
  const document = readOpenApi(firstAnswer);
  const ledger = new CoverageLedger(document, findings.reporter(openapi.name));
  const reportEvery = findings.reporter(EVERY_ANSWER);
  client.onAnswer((answer) => {
    reportAll(everyAnswerProblems(answer, schemas), answer, reportEvery);
    ledger.note(answer);
  });
  const official = officialSchemas(options.official);
  const feed = new Feed(client, options.details);
  return { client, options, schemas, official, findings, ledger, document, feed };
}

// A check that cannot cope with what it was answered says so; the others go on.
async function runCheck(check, context) {
  const report = context.findings.reporter(check.name);
  try {
    await check.run({ ...context, report });
  } catch (error) {
    const what = `the check broke off: ${error.stack}`;
    report({ url: context.client.base, what, wanted: 'answers that it can read' });
  }
}

// `progress(name, seconds)` is called after each check. Gives { findings, ledger }.
export async function runContract(options, progress = () => {}) {
  const checks = chosen(options.only);
  const client = new HttpClient(options.base);
  try {
    const first = await client.ask('/openapi.json');
    const context = await makeContext(client, options, first);
    if (first.status === 0) {
      reportAll(everyAnswerProblems(first), first, context.findings.reporter(EVERY_ANSWER));
      return context; // nobody is there; a thousand findings more would say the same
    }
    for (const check of checks) {
      const began = Date.now();
      await runCheck(check, context);
      progress(check.name, (Date.now() - began) / 1000);
    }
    return context;
  } finally {
    client.close();
  }
}
