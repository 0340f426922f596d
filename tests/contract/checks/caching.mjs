// Who has an answer already is told so: If-None-Match with its entity tag gives 304 and no body.

import { probes } from '../lib/probes.mjs';

export const name = 'caching';

// What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5).
const REPEATED = ['etag', 'cache-control', 'vary'];

const weak = (tag) => (tag.startsWith('W/') ? tag : `W/${tag}`);

// The forms in which a client may send a tag that it holds.
const FORMS = [(tag) => tag, weak, (tag) => `"another", ${tag}`, () => '*'];

function* notModifiedProblems(answer, first) {
  if (answer.status !== 304)
    yield { what: `status ${answer.status}`, wanted: 'status 304: the client has this answer' };
  if (answer.status !== 304) return;
  if (answer.bytes.length > 0) yield { what: 'status 304 with a body', wanted: 'no body' };
  for (const header of REPEATED) {
    if (!first.headers[header] || answer.headers[header]) continue;
    yield { what: `status 304 without ${header}`, wanted: `${header}, as with status 200` };
  }
}

async function askAgain(client, target, type, form) {
  const first = await client.ask(target, { type });
  const tag = first.headers.etag;
  if (first.status !== 200 || tag === undefined) return undefined;
  const headers = { 'If-None-Match': form(tag) };
  const answer = await client.ask(target, { type, headers });
  return { answer, problems: [...notModifiedProblems(answer, first)] };
}

async function checkForm(context, { target, type = 'application/json' }, form) {
  const { client, report } = context;
  let result = await askAgain(client, target, type, form);
  // A minute may have begun between the two, and with it another answer; but not twice.
  if (result?.problems.length > 0) result = await askAgain(client, target, type, form);
  for (const problem of result?.problems ?? []) {
    report({
      answer: result.answer,
      ...problem,
      what: `${problem.what}, to If-None-Match: ${result.answer.asked.headers['If-None-Match']}`,
    });
  }
}

async function checkOtherTag({ client, report }, { target, type = 'application/json' }) {
  const answer = await client.ask(target, {
    type,
    headers: { 'If-None-Match': '"of-another-answer"' },
  });
  if (answer.status !== 304) return;
  report({ answer, what: 'status 304 to a tag that it never gave', wanted: 'status 200' });
}

export async function run(context) {
  const good = (await probes(context.feed)).filter(({ status }) => status === 200);
  for (const probe of good) {
    for (const form of FORMS) await checkForm(context, probe, form);
    await checkOtherTag(context, probe);
  }
}
