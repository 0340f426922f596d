// Rules for every answer of the server, whatever was asked and by which check.

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const ENTITY_TAG = /^(W\/)?"[^"]*"$/;
const PROBLEM = 'application/problem+json';

function* accessProblems({ headers }) {
  const origin = headers['access-control-allow-origin'];
  if (origin !== '*') {
    const what =
      origin === undefined
        ? 'no Access-Control-Allow-Origin'
        : `Access-Control-Allow-Origin is "${origin}"`;
    yield { what, wanted: 'Access-Control-Allow-Origin: * on every answer, errors too' };
  }
}

function* cachingProblems({ status, headers }) {
  if (!headers['cache-control'])
    yield { what: 'no Cache-Control', wanted: 'Cache-Control on every answer' };
  if (status !== 200 && status !== 304) return;
  if (!ENTITY_TAG.test(headers.etag ?? '')) {
    const what = headers.etag ? `ETag is ${headers.etag}` : 'no ETag';
    yield { what, wanted: 'an entity tag in double quotes' };
  }
}

function* typeProblems({ status, mediaType, asked }) {
  const wanted = status >= 400 ? PROBLEM : asked.type;
  if (mediaType !== wanted) yield { what: `Content-Type is "${mediaType}"`, wanted };
}

function* problemProblems(answer, schemas) {
  const body = answer.json;
  if (body === undefined) return;
  yield* schemas.problems('problem', body);
  if (body?.status !== answer.status) {
    yield {
      pointer: '/status',
      what: `is ${JSON.stringify(body?.status)}`,
      wanted: `${answer.status}, the status of the answer`,
    };
  }
}

function* bodyProblems(answer, schemas) {
  if (answer.headers['content-encoding']) return; // the check of compression looks inside
  if (answer.isJson && answer.jsonError) {
    yield { what: `the body is not JSON: ${answer.jsonError}`, wanted: 'JSON' };
  }
  if (answer.status >= 400) yield* problemProblems(answer, schemas);
}

// The rest of the server has rules of its own in its own tests: a page, health, calendars.
const isOurs = ({ path }) => path.startsWith('/oruk/') || path === '/openapi.json';

export function* everyAnswerProblems(answer, schemas) {
  if (answer.status === 0) {
    yield { what: `no answer: ${answer.failure}`, wanted: 'an answer' };
    return;
  }
  if (answer.status >= 500)
    yield { what: `status ${answer.status}`, wanted: 'no failure of the server' };
  if (READS.has(answer.method)) yield* accessProblems(answer);
  if (!isOurs(answer) || answer.method !== 'GET') return;
  yield* cachingProblems(answer);
  if (answer.status === 304) return;
  yield* typeProblems(answer);
  yield* bodyProblems(answer, schemas);
}
