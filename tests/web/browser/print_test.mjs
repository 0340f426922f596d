// What is on paper: printed to PDF and read back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { openSheet, shortLinkOf } from "./lib/my_list.mjs";
import { services } from "./lib/pages.mjs";
import { codeOf, heightOf, paperOf, print, sheetTexts, textOnPaper } from "./lib/paper.mjs";
import { siteAddress } from "./lib/places.mjs";

const { withPage } = useBrowser();

// A service each of a place, of one that comes, and of one whose place is not told.
const idOf = ({ address }) => address.replace("/services/", "");
const list = `/list?ids=${[services.memoryCafe, services.sitter, services.safeHouse].map(idOf)}`;
const onSheet = [
  { name: services.memoryCafe.name, facts: ["Golden Thread Trust", "Phone 0114 496 0058",
    /Where Tansy Row Neighbourhood Rooms, 80 Tansy Row, Dronfield, Derbyshire, S18\s2NH/,
    "Next dates Friday 27 November, 10:30am to 12:30pm Friday 11 December, 10:30am to 12:30pm Friday 25 December, 10:30am",
    "a bank holiday", "Cost £2 a session", "How to get in Not stated.", "Not checked since 3 February 2025"] },
  { name: services.sitter.name, facts: ["Phone 0114 496 0426", /Where (Comes to you|Visits)/,
    "Next dates Saturday 21 November, 9am to 6pm Monday 23 November, 9am to 6pm Tuesday 24 November, 9am to 6pm",
    "Cost £18.50 an hour", "How to get in By appointment", "No date of checking is stated"] },
  { name: services.safeHouse.name, facts: ["Phone 0808 157 0404", "The address is not published", "Cost Free",
    "How to get in By referral"] },
];

const includes = (text, fact) => (fact instanceof RegExp ? fact.test(text) : text.includes(fact));
const wholePostcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/;

// Each service whole on one sheet of paper, from its name to when it was checked.
function assertOnSheet(texts) {
  for (const [place, { name, facts }] of onSheet.entries()) {
    const text = texts.find((sheet) => sheet.includes(name)) ?? "";
    const next = text.indexOf(onSheet[place + 1]?.name);
    const own = text.slice(text.indexOf(name), next < 0 ? undefined : next);
    for (const fact of facts) assert.ok(includes(own, fact), `${fact} is not on paper with ${name}: ${own || texts.join(" ")}`);
    if (name === services.safeHouse.name) assert.doesNotMatch(own, wholePostcode);
  }
}

// In print: the smallest letters on the sheet, in points.
async function smallestOf(page) {
  await page.emulateMedia({ media: "print" });
  const smallest = await page.locator(".wp-sheet").evaluate((sheet) => {
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const sizes = [];
    while (texts.nextNode()) {
      if (texts.currentNode.textContent.trim()) {
        sizes.push(parseFloat(getComputedStyle(texts.currentNode.parentElement).fontSize));
      }
    }
    return Math.min(...sizes);
  });
  await page.emulateMedia({ media: null });
  return smallest * 0.75;
}

for (const [link, atLeast] of [["Print", 12], ["Large print", 16]]) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "scripts" : "no scripts";
    test(`a list on A4: ${link} (${how})`, () => withPage({ javaScriptEnabled }, async (page) => {
      await page.goto(list);
      const shortLink = siteAddress() + await shortLinkOf(page);
      await openSheet(page, link);
      const file = await print(page, `${link} ${how}`);
      const texts = sheetTexts(file);
      assert.match(paperOf(file), /\(A4\)$/);
      assertOnSheet(texts);
      assert.match(texts[0], /Printed on 21 November 2026/);
      assert.ok(texts[0].replaceAll(" ", "").includes(shortLink), `${shortLink} is not on paper: ${texts[0]}`);
      assert.equal(codeOf(file), shortLink, "the QR code opens the list");
      assert.ok(await smallestOf(page) >= atLeast - 0.01, `letters of ${await smallestOf(page)} pt`);
      assert.ok(heightOf(file, "Phone") >= atLeast);
      for (const screen of ["Back to my list", "Large print", "Exit this page", "Skip to main", "Browse", "Privacy"]) {
        assert.ok(!texts.join(" ").includes(screen), `"${screen}" is on paper`);
      }
    }));
  }
}

test("the code of a sheet opens the list somewhere else", () => withPage({}, async (page) => {
  await page.goto(list);
  await openSheet(page);
  await page.goto(codeOf(await print(page, "opened elsewhere")));
  const names = await page.locator("ol.wp-list .wp-card__title").allTextContents();
  assert.deepEqual(names, onSheet.map(({ name }) => name));
  await page.locator(".govuk-inset-text").filter({ hasText: "21 November 2026" }).waitFor();
}));

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
  assert.doesNotMatch(text, wholePostcode, "a whole postcode is on paper");
}));

test("results are on paper without what only a screen can do", () => withPage({}, async (page) => {
  await page.goto("/search?need=waypostNeeds:dementia&near=S11+8&within=3mi");
  const cards = await page.locator("ol.wp-list .wp-card__title").allTextContents();
  assert.equal(cards.length, 10);
  const text = await textOnPaper(page, "results");
  for (const name of cards) assert.ok(text.includes(name.replace(/\s+/g, " ")), `${name} is not on paper`);
  await page.goto("/search?need=waypostNeeds:debt&near=S11+8&read=debt+near+S11+8");
  const read = await textOnPaper(page, "results-of-a-sentence");
  assert.match(read, /We read/);
  assert.doesNotMatch(read, /Search for these words/);
  for (const screen of ["Show results", "Save to my list", "Next page", "Change your search"]) {
    assert.ok(!text.includes(screen), `"${screen}" is on paper`);
  }
}));
