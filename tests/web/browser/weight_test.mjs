// What a browser with an empty cache fetches for a page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { services } from "./lib/pages.mjs";
import { siteAddress } from "./lib/places.mjs";

const { withPage } = useBrowser();
const most = 100_000;
const ofMap = /\/(map\.css|map\.js|outline\.json)(\?|$)/;

// The bytes that went over the wire, headers and all, as the browser counts them.
async function fetched(page, address) {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: false });
  const bytes = new Map();
  protocol.on("Network.requestWillBeSent", ({ requestId, request }) => bytes.set(requestId, { url: request.url, length: 0 }));
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = bytes.get(requestId);
    if (one) one.length = encodedDataLength;
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return [...bytes.values()].filter(({ url }) => url.startsWith(siteAddress()));
}

const sum = (requests) => requests.reduce((total, { length }) => total + length, 0);

for (const [name, address] of [
  ["results", "/search?need=waypostNeeds:dementia&near=S11+8"],
  ["results with a long question", "/search?q=autistic&near=S6+2&within=5mi&age=9&day=SA&unknown=keep"],
  ["start", "/"],
  ["service", services.memoryCafe.address],
]) {
  test(`${name}: less than 100 kB without the map`, (t) => withPage({}, async (page) => {
    const requests = await fetched(page, address);
    const page_ = requests.filter(({ url }) => !ofMap.test(url));
    t.diagnostic(`${sum(page_)} bytes in ${page_.length} requests; the map ${sum(requests) - sum(page_)} in ${requests.length - page_.length}`);
    assert.ok(requests.every(({ length }) => length > 0), "every request is counted");
    assert.ok(page_.length <= 6, page_.map(({ url }) => url).join(" "));
    assert.ok(sum(page_) < most, `${sum(page_)} bytes`);
  }));
}

test("without scripts nothing of the map is fetched", () => withPage({ javaScriptEnabled: false }, async (page) => {
  const requests = await fetched(page, "/search?need=waypostNeeds:dementia&near=S11+8");
  assert.ok(sum(requests) < most);
  assert.deepEqual(requests.filter(({ url }) => /outline\.json/.test(url)), []);
}));
