// What can be seen, on every type of page, down to 320 pixels (a small phone, or a wide screen at 400 %):
// nothing to scroll sideways, nothing cut or over something else, headings in order, no machine's words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { open, pages } from "./lib/pages.mjs";

const { withPage } = useBrowser();

// Runs in the page: what is wrong with how it is laid out.
function layoutFaults() {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) {
    faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  }
  // What is read aloud alone, and the map, which is moved about in its frame.
  // The way out of a sensitive page stays in view while the page goes by under it.
  const isOutside = (element) =>
    element.closest(".govuk-visually-hidden, .wp-map, .govuk-skip-link, .govuk-exit-this-page, [hidden]");
  const isShown = (element) => element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true });
  const said = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 50);

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || isOutside(element) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      texts.push({ box, element });
      if (box.left < -0.5 || box.right > wide + 0.5) faults.push(`beyond the edge: ${said(element)}`);
    }
  }
  for (const { box, element } of texts) {
    for (let around = element; around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      const isCut = (overflowX !== "visible" && (box.left < frame.left - 1 || box.right > frame.right + 1)) ||
        (overflowY === "hidden" && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1));
      if (isCut) faults.push(`cut: ${said(element)} in ${around.tagName}.${around.className}`);
    }
  }
  // Lines of text share a third of their height at most; a line box is a little taller than its letters.
  for (let one = 0; one < texts.length; one += 1) {
    for (let other = one + 1; other < texts.length; other += 1) {
      const [a, b] = [texts[one].box, texts[other].box];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > Math.min(a.height, b.height) / 3) {
        faults.push(`over each other: "${said(texts[one].element)}" and "${said(texts[other].element)}"`);
      }
    }
  }
  return [...new Set(faults)];
}

function headingFaults() {
  const faults = [];
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const first = headings.filter(({ tagName }) => tagName === "H1");
  if (first.length !== 1) faults.push(`${first.length} headings of level 1`);
  let before = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    const text = heading.textContent.trim();
    if (!text) faults.push(`an empty ${heading.tagName}`);
    if (before && level > before + 1) faults.push(`"${text}" is of level ${level} after ${before}`);
    // A heading with nothing under it announces what does not come.
    const range = document.createRange();
    range.setStartAfter(heading);
    const next = headings[headings.indexOf(heading) + 1];
    if (next) range.setEndBefore(next);
    else range.setEndAfter(heading.closest("main") ?? document.body);
    const isParent = next && Number(next.tagName[1]) > level;
    if (!isParent && !range.toString().trim()) faults.push(`nothing under "${text}"`);
    before = level;
  }
  return faults;
}

const machineWords = [
  ["an id", /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i],
  ["an id of a term", /\b(esdServiceType|esdServiceTypes|waypostNeeds|waypostCircumstances|waypostPersonas):/],
  ["a machine's date", /\b20\d\d-\d\d-\d\d\b/],
  ["a machine's time", /\b\d\d:\d\d:\d\d\b|T\d\d:\d\d/],
  ["an unfilled place", /\{\{|\}\}|\[\[|\]\]|\{[a-z_]+\}/],
  ["a value that is none", /\b(undefined|null|NaN|nil)\b/],
];

function wordFaults(text) {
  return machineWords.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${what}: ${text.slice(Math.max(0, found.index - 30), found.index + 60)}`] : [];
  });
}

for (const width of [320, 390, 1280]) {
  for (const type of pages) {
    test(`${type.name}, ${width} wide`, () => withPage({ viewport: { width, height: 900 } }, async (page) => {
      await open(page, type);
      const faults = await page.evaluate(layoutFaults);
      faults.push(...await page.evaluate(headingFaults));
      faults.push(...wordFaults(await page.locator("body").innerText()), ...wordFaults(await page.title()));
      assert.deepEqual(faults, []);
    }));
  }
}

test("the folds of a small page, opened", (t) => withPage({ viewport: { width: 320, height: 900 } }, async (page) => {
  for (const name of ["results", "results-filtered", "results-sensitive"]) {
    await t.test(name, async () => {
      await open(page, pages.find((type) => type.name === name));
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await page.getByRole("button", { name: "Show results" }).waitFor();
      assert.deepEqual(await page.evaluate(layoutFaults), []);
      assert.deepEqual(wordFaults(await page.locator("body").innerText()), []);
    });
  }
}));

test("text twice as large on a phone", (t) => withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
  for (const name of ["start", "results", "service", "question", "list"]) {
    await t.test(name, async () => {
      await open(page, pages.find((type) => type.name === name));
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      assert.deepEqual(await page.evaluate(layoutFaults), []);
    });
  }
}));
