// What is on paper: a page of a service, printed to PDF and read back.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { services } from "./lib/pages.mjs";
import { outFolder } from "./lib/places.mjs";

const { withPage } = useBrowser();
const folder = path.join(outFolder, "print");
mkdirSync(folder, { recursive: true });

async function textOnPaper(page, name) {
  const file = path.join(folder, `${name}.pdf`);
  await page.pdf({ path: file, format: "A4", printBackground: true });
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "scripts" : "no scripts";
  test(`a service says whom to phone, where and when (${how})`, () => withPage({ javaScriptEnabled }, async (page) => {
    const { name, address } = services.memoryCafe;
    await page.goto(address);
    const text = await textOnPaper(page, `service-${how.replace(" ", "-")}`);
    for (const fact of [name, "0114 496 0058", "80 Tansy Row", "Dronfield", "S18 2NH", "Friday 27 November 2026",
      "10:30am to 12:30pm", "£2 a session", "Riverbank Council"]) {
      assert.ok(text.includes(fact), `"${fact}" is not on paper: ${text}`);
    }
    for (const screen of ["Save to my list", "Print this page", "Skip to main content", "Browse", "Cymraeg"]) {
      assert.ok(!text.includes(screen), `"${screen}" is on paper`);
    }
  }));
}

test("where a place is not published, the paper says to phone, and no place", () => withPage({}, async (page) => {
  const { name, address } = services.safeHouse;
  await page.goto(address);
  const text = await textOnPaper(page, "service-confidential");
  assert.ok(text.includes(name));
  assert.ok(text.includes("0808 157 0404"));
  assert.match(text, /address is not published/);
  assert.doesNotMatch(text, /Exit this page/);
  assert.doesNotMatch(text, /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/, "a whole postcode is on paper");
}));

test("results are on paper without what only a screen can do", () => withPage({}, async (page) => {
  await page.goto("/search?need=waypostNeeds:dementia&near=S11+8&within=3mi");
  const cards = await page.locator("ol.wp-list .wp-card__title").allTextContents();
  assert.equal(cards.length, 10);
  const text = await textOnPaper(page, "results");
  for (const name of cards) assert.ok(text.includes(name.replace(/\s+/g, " ")), `${name} is not on paper`);
  for (const screen of ["Show results", "Save to my list", "Next page", "Change your search"]) {
    assert.ok(!text.includes(screen), `"${screen}" is on paper`);
  }
}));
