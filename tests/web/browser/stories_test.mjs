// The five stories of data/sample/README.md: from a sentence on the start page, through what is found, to paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { sizes, useBrowser } from "./lib/browser.mjs";
import { ask } from "./lib/pages.mjs";
import { outFolder } from "./lib/places.mjs";
import { allNamesOf, cards, choose, totalOf } from "./lib/results.mjs";

const { withPage } = useBrowser();
const folder = path.join(outFolder, "print");
mkdirSync(folder, { recursive: true });

// Opens the first card of that name and reads its page from paper.
async function onPaper(page, name) {
  for (;;) {
    const title = cards(page).getByRole("heading", { name, exact: true }).first();
    if (await title.count() > 0) {
      await title.getByRole("link").click();
      break;
    }
    const shown = await page.locator(".wp-found__total").textContent();
    await page.locator(".wp-pages__next").locator("a, button").click();
    await page.locator(".wp-found__total").filter({ hasNotText: shown }).waitFor();
  }
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const file = path.join(folder, `${name.replace(/[^A-Za-z]+/g, "-")}.pdf`);
  await page.pdf({ path: file, format: "A4" });
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
}

function assertFound(names, expected) {
  for (const name of expected) assert.ok(names.includes(name), `${name} is not among ${names.length}: ${names.join("; ")}`);
}

const phone = /\b0[\d ]{9,13}\d\b/;

for (const [size, viewport] of Object.entries(sizes)) {
  const story = (name, tell) => test(`${name} (${size})`, () => withPage({ viewport }, tell));

  story("a carer for a mother with dementia", async (page) => {
    await ask(page, "dementia", "S11 8");
    await choose(page, "Distance", "5 miles");
    const first = page.url();
    assertFound(await allNamesOf(page, 16), ["Mum's Good Company", "Dementia Day Sitters for Daughters and Sons",
      "Teasel Nook Dementia Café", "Carers of People with Dementia", "Dementia Adviser, Norfolk Park"]);
    await page.goto(first);
    const text = await onPaper(page, "Teasel Nook Dementia Café");
    assert.match(text, phone);
    assert.match(text, /Monday 23 November 2026 2pm to 4pm/);
    assert.match(text, /Teasel Nook Neighbourhood Rooms/);
  });

  story("a family with an autistic nine-year-old on Saturdays", async (page) => {
    await ask(page, "Saturday club for my autistic 9 year old", "S6 2");
    await page.locator(".wp-question", { hasText: /age 9.*on Saturday|on Saturday.*age 9/ }).waitFor();
    const first = page.url();
    const names = await allNamesOf(page);
    assertFound(names, ["Brick by Brick, Netherthorpe", "Saturday Bricks and Blocks Club", "Quiet Saturday Swim"]);
    await page.goto(first);
    const text = await onPaper(page, "Brick by Brick, Netherthorpe");
    assert.match(text, phone);
    assert.match(text, /Saturday \d+ (November|December) 2026/);
  });

  story("a man out of work with no money for the bus", async (page) => {
    await ask(page, "free help to find work", "S5 8");
    await page.locator(".wp-question", { hasText: "Free" }).waitFor();
    const first = page.url();
    assertFound(await allNamesOf(page), ["Free Bus Pass for Job Seekers", "Walk Tall Employment Line", "Suited"]);
    await page.goto(first);
    const text = await onPaper(page, "Walk Tall Employment Line");
    assert.match(text, phone);
    assert.match(text, /Free|No charge/);
    assert.match(text, /Online or by phone/);
  });

  story("someone leaving an abusive home", async (page) => {
    await ask(page, "I need to leave my abusive partner", "S3 9");
    await page.getByRole("region", { name: "If you need help now" }).filter({ hasText: "0808 2000 247" }).waitFor();
    assert.equal(new URL(page.url()).search, "");
    assertFound(await allNamesOf(page), ["Refuge for South Asian Women and Children", "Safe Step Refuge",
      "Men's Safe House", "Domestic Abuse Outreach, Woodhouse", "Stepping Out: Domestic Abuse Support"]);
    // No distance gives away where a refuge is.
    await ask(page, "I need to leave my abusive partner", "S3 9");
    const refuge = cards(page).filter({ has: page.getByRole("heading", { name: "Safe Step Refuge" }) }).first();
    assert.doesNotMatch(await refuge.textContent(), /miles? away/);
    const text = await onPaper(page, "Safe Step Refuge");
    assert.ok(await page.getByRole("button", { name: /Exit this page/ }).isVisible(), "the page of a refuge can be left at once");
    assert.match(text, phone);
    assert.match(text, /address is not published/);
    assert.doesNotMatch(text, /\bS\d+ \d[A-Z]{2}\b|miles? away/);
  });

  story("a link worker with three clients in one morning", async (page) => {
    for (const [said, near, expected, kept] of [
      ["befriending for a man of 78", "S14 1", ["Home Befriending, Heeley"],
        "Home Befriending, Heeley"],
      ["debt advice on Mondays or Tuesdays", "S4 7", ["Skelter Steps Debt Help", "Clear Day Debt Clinic (Fir Vale)"],
        "Skelter Steps Debt Help"],
      ["transgender group, 19 years old", "S1", ["Being Here", "Out Early"], "Being Here"],
    ]) {
      await ask(page, said, near);
      assert.ok(await totalOf(page) > 0);
      assertFound(await allNamesOf(page, 4), expected);
      await ask(page, said, near);
      const text = await onPaper(page, kept);
      assert.match(text, phone, kept);
    }
  });
}
