// A page of any origin may read every answer: the header itself is looked for on everything that
// any check asks; here are the requests of browsers, and OPTIONS.

import { probes } from '../lib/probes.mjs';

export const name = 'cross-origin';

const ORIGIN = 'https://finder.example';
const PREFLIGHT = {
  Origin: ORIGIN,
  'Access-Control-Request-Method': 'GET',
  'Access-Control-Request-Headers': 'x-requested-with',
};

const words = (header = '') => header.split(',').map((word) => word.trim().toUpperCase());

function* preflightProblems({ status, headers, bytes }) {
  if (status !== 200 && status !== 204)
    yield { what: `status ${status}`, wanted: 'status 204 or 200 to OPTIONS' };
  if (!words(headers['access-control-allow-methods']).includes('GET')) {
    yield {
      what: `Access-Control-Allow-Methods is "${headers['access-control-allow-methods']}"`,
      wanted: 'GET among them',
    };
  }
  const allowed = words(headers['access-control-allow-headers']);
  if (!allowed.includes('*') && !allowed.includes('X-REQUESTED-WITH')) {
    yield {
      what: `Access-Control-Allow-Headers is "${headers['access-control-allow-headers']}"`,
      wanted: '*, or the header that was asked for',
    };
  }
  if (status === 204 && bytes.length > 0)
    yield { what: 'status 204 with a body', wanted: 'no body' };
}

export async function run({ client, feed, report }) {
  for (const { target, type } of await probes(feed)) {
    const preflight = await client.ask(target, { method: 'OPTIONS', headers: PREFLIGHT });
    for (const problem of preflightProblems(preflight)) report({ answer: preflight, ...problem });
    await client.ask(target, { headers: { Origin: ORIGIN }, type: type ?? 'application/json' });
  }
}
