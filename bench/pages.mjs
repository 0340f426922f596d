// How long the first byte of a page takes, by the sample on this machine: p50 and p95 of 200 requests over the
// types of page, one after the other over one connection.
//
//   node bench/pages.mjs http://127.0.0.1:8080
//
// The server is one that somebody started on data/sample; only GET, and only on the loopback.

import http from "node:http";

const requests = 200;
const paths = [
  "/",
  "/search?need=waypostNeeds:dementia&near=S11+8",
  "/search?q=autistic&near=S6+2&within=5mi&age=9&day=SA",
  "/search?q=quiet+swim&near=S6+2&age=9&day=MO&free=yes&within=1mi",
  "/search?text=someone+to+sit+with+my+mum&near=S11+8",
  "/needs?near=S11+8",
  "/types",
  "/questions/caring",
  "/services/9be2bc3d-2772-49b2-8bf5-55dfbcba5649",
  "/sources",
];

const site = process.argv[2];
if (!site || !["127.0.0.1", "localhost"].includes(new URL(site).hostname)) {
  console.error("usage: node bench/pages.mjs http://127.0.0.1:PORT");
  process.exit(2);
}
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

// Milliseconds from sending until the first byte of the answer's head.
function timeToFirstByte(path) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    http.get(new URL(path, site), { agent }, (answer) => {
      const took = Number(process.hrtime.bigint() - began) / 1e6;
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().on("end", () => resolve(took));
    }).on("error", reject);
  });
}

// Of ascending times.
const percentile = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const row = (name, times) => {
  const ascending = [...times].sort((one, other) => one - other);
  console.log(`${name}: p50 ${percentile(ascending, 0.5).toFixed(2)} ms, p95 ${percentile(ascending, 0.95).toFixed(2)} ms`);
};

// The first of each warms up.
for (const path of paths) await timeToFirstByte(path);
const times = new Map(paths.map((path) => [path, []]));
for (let n = 0; n < requests; n += 1) {
  const path = paths[n % paths.length];
  times.get(path).push(await timeToFirstByte(path));
}
for (const [path, own] of times) row(path, own);
row(`all ${requests}`, [...times.values()].flat());
agent.destroy();
