// Serves the fake feed over HTTP as a faultless server would; a fault changes its answers.
//
// A fault may have `content(request, answer)`, which sees the answer before it becomes bytes
// (status, headers, json), and `wire(request, answer)`, which sees it as it is about to be sent
// (status, headers, bytes). Both change what they are given. A request is { method, url, path,
// parameters, headers, body }.

import { createHash } from 'node:crypto';
import http from 'node:http';
import { gzipSync } from 'node:zlib';

import { BadParameter } from './questions.mjs';
import { openapi, refusalOf } from './openapi.mjs';
import { answerPage } from './pages.mjs';
import { answerV1 } from './v1.mjs';
import { answerV3 } from './v3.mjs';

const GZIP_FROM_BYTES = 1000;
const READS = ['GET', 'HEAD'];
const REFUSAL = ['This is only read', { code: 'method_not_allowed' }];

const problem = (status, title, more = {}) => ({
  status,
  type: 'application/problem+json',
  json: { type: 'about:blank', title, status, ...more },
});

function ownService(kept, parameters, base) {
  const detail = refusalOf(parameters);
  const refused = detail && problem(400, 'The question cannot be read');
  if (refused) return { ...refused, json: { ...refused.json, detail } };
  const answer = answerV3(['services', ...kept], new URLSearchParams(), base);
  return answer ?? problem(404, 'There is nothing here', { code: 'unknown_service' });
}

function route(request, base) {
  const { path, parameters } = request;
  if (path === '/openapi.json') return { json: structuredClone(openapi) };
  const [, area, version, ...steps] = path.split('/');
  // A slash at the end adds an empty step.
  const kept = steps
    .filter((step, i) => step !== '' || i < steps.length - 1)
    .map(decodeURIComponent);
  if (area === 'oruk' && version === 'v3') return answerV3(kept, parameters, base);
  if (area === 'oruk' && version === 'v1') return answerV1(kept, parameters);
  if (area === 'api' && version === 'services')
    return ownService(kept, parameters, base);
  return answerPage(request);
}

function contentOf(request, base) {
  try {
    return route(request, base) ?? problem(404, 'There is nothing here', { code: 'not_found' });
  } catch (error) {
    if (error instanceof BadParameter) return problem(400, `${error.message} cannot be read`);
    throw error;
  }
}

function textOf({ json, lines, csv, html }) {
  if (html !== undefined) return html;
  if (csv !== undefined) return csv;
  if (lines) return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return JSON.stringify(json);
}

const typeOf = ({ lines, csv, type }) =>
  type ?? (csv !== undefined ? 'text/csv' : lines && 'application/x-ndjson') ?? 'application/json';

function withBytes(content) {
  const bytes = Buffer.from(textOf(content));
  const headers = {
    'Content-Type': typeOf(content),
    Vary: 'Accept-Encoding',
    'Cache-Control': 'no-store',
    ...content.headers,
  };
  const status = content.status ?? 200;
  if (content.csv !== undefined) headers['Content-Disposition'] = 'attachment; filename=result.csv';
  if (status === 200) {
    headers.ETag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
    headers['Cache-Control'] = 'public, max-age=60';
  }
  return { status, headers, bytes };
}

function compress(request, answer) {
  const codings = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim());
  if (!codings.includes('gzip') || answer.bytes.length < GZIP_FROM_BYTES) return;
  answer.bytes = gzipSync(answer.bytes);
  answer.headers['Content-Encoding'] = 'gzip';
  if (answer.headers.ETag) answer.headers.ETag = answer.headers.ETag.replace(/"$/, '-gzip"');
}

function shortenIfKnown(request, answer) {
  const asked = request.headers['if-none-match'];
  const tag = answer.headers.ETag;
  if (!asked || !tag || !(asked === '*' || asked.includes(tag))) return;
  Object.assign(answer, { status: 304, bytes: Buffer.alloc(0) });
  delete answer.headers['Content-Type'];
  delete answer.headers['Content-Encoding'];
}

const preflight = () => ({
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': '*',
  },
  bytes: Buffer.alloc(0),
});

const isAnswered = ({ method, path }) =>
  READS.includes(method) || (method === 'POST' && path === '/search');

async function bodyOf(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function answerTo(request, base, fault) {
  if (request.method === 'OPTIONS') return preflight();
  const content = structuredClone(
    isAnswered(request) ? contentOf(request, base) : problem(405, ...REFUSAL),
  );
  fault.content?.(request, content);
  const answer = withBytes(content);
  compress(request, answer);
  shortenIfKnown(request, answer);
  return answer;
}

function send(request, answer, response) {
  const headers = { ...answer.headers };
  if (answer.status !== 204 && answer.status !== 304)
    headers['Content-Length'] = answer.bytes.length;
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : answer.bytes);
}

// Serves on a free port: { base, close }.
export async function serveFake(fault = {}) {
  const server = http.createServer(async (incoming, response) => {
    const { method, url, headers } = incoming;
    const { pathname: path, searchParams: parameters } = new URL(url, 'http://fake.invalid');
    const body = await bodyOf(incoming);
    const request = { method, url, path, parameters, headers, body };
    const answer = answerTo(request, `http://${headers.host}`, fault);
    answer.headers['Access-Control-Allow-Origin'] = '*';
    fault.wire?.(request, answer);
    send(request, answer, response);
  });
  await new Promise((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections?.(); // since Node 18.2
    });
  return { base: `http://127.0.0.1:${server.address().port}`, close };
}
