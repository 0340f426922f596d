// gzip for who asks for it, plain for who does not, and the same bytes inside.

import { gunzipSync } from 'node:zlib';

import { KINDS, V1_SERVICES, V3_SERVICES, detailTarget } from '../lib/kinds.mjs';

export const name = 'compression';

// Below this, coding saves nothing: a server may leave it.
const SMALL_BYTES = 1400;
const REFUSALS = [undefined, 'identity', 'gzip;q=0', 'br'];

function unpacked(answer) {
  try {
    return gunzipSync(answer.bytes);
  } catch {
    return undefined;
  }
}

const varies = ({ headers }) => /(^|[ ,])accept-encoding([ ,]|$)/i.test(headers.vary ?? '');

function* gzipProblems(packed, plain) {
  if (packed.headers['content-encoding'] !== 'gzip') {
    yield {
      what: `Content-Encoding is "${packed.headers['content-encoding'] ?? ''}"`,
      wanted: `gzip: it was asked for, and there are ${plain.bytes.length} bytes`,
    };
    return;
  }
  const bytes = unpacked(packed);
  if (bytes === undefined)
    yield { what: 'the body is not gzip', wanted: 'gzip, as Content-Encoding says' };
  else if (!bytes.equals(plain.bytes))
    yield { what: 'unpacked, the body is another', wanted: 'the bytes of the plain answer' };
  // RFC 9110, 8.8.3: a strong tag is of bytes, and these are others.
  const tag = packed.headers.etag;
  if (tag && !tag.startsWith('W/') && tag === plain.headers.etag) {
    yield {
      what: `the strong ETag ${tag} is that of the plain answer too`,
      wanted: 'another tag, or a weak one (W/)',
    };
  }
  if (!varies(packed))
    yield { what: `Vary is "${packed.headers.vary ?? ''}"`, wanted: 'Accept-Encoding among it' };
}

async function checkPacked({ client, report }, target, plain) {
  const packed = await client.ask(target, { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
  for (const problem of gzipProblems(packed, plain)) report({ answer: packed, ...problem });
  // A cache that met this one first must not give it to who asks for gzip, nor the other way round.
  if (!varies(plain))
    report({
      answer: plain,
      what: `Vary is "${plain.headers.vary ?? ''}"`,
      wanted: 'Accept-Encoding among it',
    });
  const tag = packed.headers.etag;
  if (!tag) return;
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': tag };
  const again = await client.ask(target, { headers });
  if (again.status !== 304)
    report({
      answer: again,
      what: `status ${again.status} to the tag of the gzip answer`,
      wanted: 'status 304',
    });
}

async function checkTarget(context, target) {
  let plain;
  for (const coding of REFUSALS) {
    const headers = coding === undefined ? {} : { 'Accept-Encoding': coding };
    plain = await context.client.ask(target, { headers });
    const got = plain.headers['content-encoding'];
    if (!got || got === 'identity') continue;
    context.report({
      answer: plain,
      what: `Content-Encoding is "${got}" to Accept-Encoding: ${coding ?? '(none)'}`,
      wanted: 'the plain answer',
    });
  }
  if (plain.status === 200 && plain.bytes.length >= SMALL_BYTES)
    await checkPacked(context, target, plain);
}

export async function run(context) {
  const targets = ['/openapi.json', ...KINDS.map(({ path }) => path)];
  for (const kind of [V3_SERVICES, V1_SERVICES]) {
    const id = await context.feed.someId(kind);
    if (id !== undefined) targets.push(detailTarget(kind, id));
  }
  for (const target of targets) await checkTarget(context, target);
}
