// What the browser sends and is told, on every type of page: nothing to anybody else, no cookie, no Referer,
// nothing that the content policy forbids, no error.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { ask, open, pages } from "./lib/pages.mjs";
import { siteAddress } from "./lib/places.mjs";

const { withPage } = useBrowser();
const own = new URL(siteAddress()).origin;

function watch(page) {
  const seen = { requests: [], problems: [] };
  page.on("request", (request) => seen.requests.push(request));
  page.on("pageerror", (error) => seen.problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.problems.push(message.text());
  });
  return seen;
}

// A browser says of every page with an error's status that it could not be loaded: that is the test's own.
const isOwnStatus = (status) => (problem) => status && problem.includes(`status of ${status}`);

async function faultsOf({ requests, problems }, status) {
  const faults = problems.filter((problem) => !isOwnStatus(status)(problem));
  for (const request of requests) {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && protocol !== "data:") faults.push(`asks somebody else: ${request.url()}`);
    if (protocol === "data:") continue;
    const headers = await request.allHeaders();
    for (const name of ["referer", "cookie"]) {
      if (headers[name]) faults.push(`${name}: ${headers[name]} to ${request.url()}`);
    }
    const answer = await request.response();
    const told = await answer?.allHeaders();
    if (told?.["set-cookie"]) faults.push(`set-cookie from ${request.url()}`);
  }
  return faults;
}

for (const type of pages) {
  test(type.name, () => withPage({}, async (page) => {
    const seen = watch(page);
    const reports = [];
    await page.exposeFunction("noteViolation", (what) => reports.push(what));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        globalThis.noteViolation(`${event.violatedDirective}: ${event.blockedURI || event.sample}`);
      });
    });
    await open(page, type);
    await page.waitForLoadState("networkidle");
    assert.ok(seen.requests.length > 0);
    assert.deepEqual([...await faultsOf(seen, type.status), ...reports], []);
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.evaluate(() => document.cookie), "");
  }));
}

test("the map of results, scrolled to and used", () => withPage({}, async (page) => {
  const seen = watch(page);
  await ask(page, "dementia", "S11 8");
  const map = page.getByRole("region", { name: "Map of these results" });
  await map.scrollIntoViewIfNeeded();
  await map.locator(".leaflet-marker-icon").first().waitFor();
  await map.getByRole("button", { name: "Zoom in" }).click();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(await faultsOf(seen), []);
}));

test("suggestions while typing", () => withPage({}, async (page) => {
  const seen = watch(page);
  await page.goto("/");
  const field = page.getByLabel("What do you need help with?");
  await field.pressSequentially("demen");
  await page.getByRole("option").first().waitFor();
  const asked = seen.requests.filter((request) => request.url().includes("/api/suggest"));
  assert.ok(asked.length > 0);
  // What is typed stands in no address.
  for (const request of asked) {
    assert.equal(request.method(), "POST");
    assert.ok(!request.url().includes("?"), request.url());
  }
  assert.deepEqual(await faultsOf(seen), []);
}));

test("a whole postcode is sent to nobody while it is typed", () => withPage({}, async (page) => {
  const seen = watch(page);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const before = seen.requests.length;
  await page.getByLabel("Where?").pressSequentially("S11 8AB");
  await page.getByLabel("What do you need help with?").fill("S11 8AB");
  await page.waitForLoadState("networkidle");
  assert.deepEqual(seen.requests.slice(before).map((request) => request.url()), []);
}));
