// All that holds for any page of a list, however it was asked for.

import { envelopeProblems } from './envelope.mjs';
import { valueProblems } from './values.mjs';

// Reports that `answer` has another status than `wanted`; true when it has that one. `wanted` is a
// status, or several of which any will do.
export function hasStatus(answer, wanted, report) {
  if ([wanted].flat().includes(answer.status)) return true;
  const what = answer.status === 0 ? `no answer: ${answer.failure}` : `status ${answer.status}`;
  report({ answer, what, wanted: `status ${[wanted].flat().join(' or ')}` });
  return false;
}

export function reportAll(problems, answer, report) {
  for (const problem of problems) report({ answer, ...problem });
}

// `row` is the schema of the rows where they have another form than the kind's usual one; the
// official schemas know the usual one only.
export function checkPage({ schemas, official, report }, kind, { asked, answer }, row = kind.row) {
  if (!hasStatus(answer, 200, report)) return;
  const body = answer.json;
  // Said by the rules for every answer.
  if (body === undefined) return;
  reportAll(schemas.pageProblems(row, body), answer, report);
  reportAll(envelopeProblems(kind.envelope, body, asked), answer, report);
  reportAll(valueProblems(body, kind.values, kind.envelope.rows), answer, report);
  if (official && row === kind.row) {
    reportAll(official.problems(kind.official.list, body), answer, report);
  }
}
