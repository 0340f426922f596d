// The five stories of data/sample/README.md: from a sentence on the start page, through what is found and kept,
// to a sheet of paper to take along. On a large screen, and on a phone that runs no scripts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sizes, useBrowser } from "./lib/browser.mjs";
import { listCount, openList, openSheet, save } from "./lib/my_list.mjs";
import { ask } from "./lib/pages.mjs";
import { codeOf, print, sheetTexts } from "./lib/paper.mjs";
import { cards, choose, nextPage, totalOf } from "./lib/results.mjs";

const { withPage } = useBrowser();

const settings = [
  { name: "desktop", viewport: sizes.desktop },
  { name: "phone, no scripts", viewport: sizes.phone, javaScriptEnabled: false },
];

function story(name, tell) {
  for (const setting of settings) {
    test(`${name} (${setting.name})`, () => withPage(setting, (page) => tell(page, `${name} (${setting.name})`)));
  }
}

// Reads on until all of them were seen and saved; an error when the results end before.
async function saveAll(page, names) {
  const wanted = new Set(names);
  for (;;) {
    for (const name of wanted) {
      const card = cards(page).filter({ has: page.getByRole("heading", { name, exact: true }) }).first();
      if (await card.count() === 0) continue;
      await save(page, card);
      wanted.delete(name);
    }
    if (wanted.size === 0) return;
    assert.ok(await nextPage(page), `not found: ${[...wanted].join("; ")}`);
  }
}

const phone = /\bPhone 0[\d ]{9,13}\d\b/;
// Some have no telephone and say so, with what they have.
const contact = /\b(Phone 0[\d ]{9,13}\d|Email \S+@\S+\.\w+|Website https?:)\b/;

// What the sheet says of each of them, by its name; it has all of them in the order in which they were saved.
async function sheetOf(page, names, title) {
  await openList(page);
  assert.equal(await page.locator("ol.wp-list > li").count(), names.length);
  await openSheet(page);
  const file = await print(page, title);
  const text = sheetTexts(file).join(" ");
  assert.match(text, /Printed on 21 November 2026/);
  assert.match(codeOf(file), /\/l\/[\w-]+$/);
  const order = await page.locator(".wp-sheet h2").allTextContents();
  assert.deepEqual([...order].sort(), [...names].sort());
  // A name may be in another's words: each is looked for with the line under it.
  const heads = await page.locator(".wp-sheet__item").evaluateAll((items) =>
    items.map(({ children }) => `${children[0].textContent} ${children[1].textContent}`.replace(/\s+/g, " ").slice(0, 50)));
  const starts = heads.map((head) => text.indexOf(head));
  assert.ok(starts.every((start, place) => start > (starts[place - 1] ?? 0)), `not all on paper: ${text}`);
  return new Map(order.map((name, place) => [name, text.slice(starts[place], starts[place + 1])]));
}

story("a carer for a mother with dementia", async (page, title) => {
  const kept = ["Mum's Good Company", "Dementia Day Sitters for Daughters and Sons", "Teasel Nook Dementia Café",
    "Carers of People with Dementia", "Dementia Adviser, Norfolk Park"];
  await ask(page, "dementia", "S11 8");
  await choose(page, "Distance", "5 miles");
  await saveAll(page, kept);
  const sheet = await sheetOf(page, kept, title);
  for (const [name, text] of sheet) assert.match(text, contact, name);
  const cafe = sheet.get("Teasel Nook Dementia Café");
  assert.match(cafe, phone);
  assert.match(cafe, /Where Teasel Nook Neighbourhood Rooms/);
  assert.match(cafe, /Next dates Monday 23 November, 2pm to 4pm/);
});

story("a family with an autistic nine-year-old on Saturdays", async (page, title) => {
  const kept = ["Brick by Brick, Netherthorpe", "Saturday Bricks and Blocks Club", "Quiet Saturday Swim",
    "Nine to Twelve: Saturday Autism Break"];
  await ask(page, "Saturday club for my autistic 9 year old", "S6 2");
  await page.locator(".wp-question", { hasText: /age 9.*Saturday|Saturday.*age 9/ }).waitFor();
  await saveAll(page, kept);
  const sheet = await sheetOf(page, kept, title);
  for (const [name, text] of sheet) assert.match(text, phone, name);
  assert.match(sheet.get("Brick by Brick, Netherthorpe"), /Next dates Saturday \d+ (November|December)/);
});

story("a man out of work with no money for the bus", async (page, title) => {
  const kept = ["Free Bus Pass for Job Seekers", "Walk Tall Employment Line"];
  await ask(page, "free help to find work", "S5 8");
  await page.locator(".wp-question", { hasText: /free/i }).waitFor();
  await saveAll(page, kept);
  // The list is there while something else is looked for.
  await page.getByRole("link", { name: "Waypost" }).click();
  await page.getByLabel("What do you need help with?").fill("bike or scooter to get to work");
  await page.getByLabel("Where?").fill("S5 8");
  await page.getByRole("button", { name: "Find help" }).click();
  assert.ok(await totalOf(page) > 0);
  await saveAll(page, ["Wheels to Work", "Scooter Loan to Get to Work"]);
  const sheet = await sheetOf(page, [...kept, "Wheels to Work", "Scooter Loan to Get to Work"], title);
  for (const name of kept) assert.match(sheet.get(name), /Cost Free/, name);
  assert.match(sheet.get("Walk Tall Employment Line"), phone);
  assert.match(sheet.get("Walk Tall Employment Line"), /Where Online or by phone/);
});

story("someone leaving an abusive home", async (page, title) => {
  const kept = ["Refuge for South Asian Women and Children", "Safe Step Refuge", "Men's Safe House",
    "Stepping Out: Domestic Abuse Support"];
  await ask(page, "I need to leave my abusive partner", "S3 9");
  await page.getByRole("region", { name: "If you need help now" }).filter({ hasText: "0808 2000 247" }).waitFor();
  assert.doesNotMatch(page.url(), /abus|partner|S3/i);
  // No distance gives away where a refuge is.
  const refuge = cards(page).filter({ has: page.getByRole("heading", { name: "Safe Step Refuge" }) }).first();
  assert.doesNotMatch(await refuge.textContent(), /miles? away/);
  await saveAll(page, kept);
  assert.doesNotMatch(page.url(), /abus|partner|S3/i);
  const sheet = await sheetOf(page, kept, title);
  assert.ok(await page.getByRole("button", { name: /Exit this page/ }).isVisible(), "the list of a refuge can be left at once");
  for (const name of kept) assert.match(sheet.get(name), phone, name);
  for (const name of kept.slice(0, 3)) {
    assert.match(sheet.get(name), /address is not published/, name);
    assert.doesNotMatch(sheet.get(name), /\bS\d+\s\d[A-Z]{2}\b|miles? away/, name);
  }
});

story("a link worker with three clients in one morning", async (page, title) => {
  for (const [client, said, near, kept] of [
    ["a man of 78", "befriending for a man of 78", "S14 1", ["Home Befriending, Heeley"]],
    ["debts", "debt advice on Mondays or Tuesdays", "S4 7", ["Skelter Steps Debt Help", "Clear Day Debt Clinic (Fir Vale)"]],
    ["nineteen", "transgender group, 19 years old", "S1", ["Being Here", "Out Early"]],
  ]) {
    await ask(page, said, near);
    assert.ok(await totalOf(page) > 0);
    await saveAll(page, kept);
    const sheet = await sheetOf(page, kept, `${title} ${client}`);
    for (const [name, text] of sheet) assert.match(text, contact, name);
    // Nothing of one client is left for the next.
    await page.getByRole("link", { name: "Back to my list" }).click();
    for (let left = kept.length; left > 0; left -= 1) {
      await page.getByRole("link", { name: /^Remove from my list/ }).first().click();
      await page.locator("ol.wp-list > li").nth(left - 1).waitFor({ state: "detached" });
    }
    assert.ok(await listCount(page).isHidden());
  }
});
