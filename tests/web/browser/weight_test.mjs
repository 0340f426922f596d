// What a browser with an empty cache fetches for a page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { open, pages } from "./lib/pages.mjs";
import { siteAddress } from "./lib/places.mjs";

const { withPage } = useBrowser();
const most = 100_000;
const ofMap = /\/(map\.css|map\.js|outline\.json)(\?|$)/;

// The bytes that went over the wire for the page that is open at the end, headers and all, as the browser counts
// them; nothing is taken from its cache, however many pages led there.
async function fetched(page, type) {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
  const bytes = new Map();
  protocol.on("Network.requestWillBeSent", ({ requestId, loaderId, request }) =>
    bytes.set(requestId, { url: request.url, loaderId, length: 0 }));
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = bytes.get(requestId);
    if (one) one.length = encodedDataLength;
  });
  await open(page, type);
  await page.waitForLoadState("networkidle");
  // A document's own request has its loader's id, as has all that it asks for.
  const { frameTree } = await protocol.send("Page.getFrameTree");
  const { loaderId } = frameTree.frame;
  return [...bytes.values()].filter((one) => one.loaderId === loaderId && one.url.startsWith(siteAddress()));
}

const sum = (requests) => requests.reduce((total, { length }) => total + length, 0);

const longQuestion = { name: "results with a long question",
  address: "/search?q=autistic&near=S6+2&within=5mi&age=9&day=SA&unknown=keep" };

for (const type of [...pages, longQuestion]) {
  test(`${type.name}: less than 100 kB without the map`, (t) => withPage({}, async (page) => {
    const requests = await fetched(page, type);
    const page_ = requests.filter(({ url }) => !ofMap.test(url));
    t.diagnostic(`${sum(page_)} bytes in ${page_.length} requests; the map ${sum(requests) - sum(page_)} in ${requests.length - page_.length}`);
    assert.ok(page_.length >= 3, "the page, its styles and its scripts");
    assert.ok(requests.every(({ length }) => length > 0), "every request is counted");
    assert.ok(page_.length <= 6, page_.map(({ url }) => url).join(" "));
    assert.ok(sum(page_) < most, `${sum(page_)} bytes`);
  }));
}

test("without scripts nothing of the map is fetched", () => withPage({ javaScriptEnabled: false }, async (page) => {
  const requests = await fetched(page, { address: "/search?need=waypostNeeds:dementia&near=S11+8" });
  assert.ok(sum(requests) < most);
  assert.deepEqual(requests.filter(({ url }) => /outline\.json/.test(url)), []);
}));
