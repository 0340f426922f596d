// What people come to do, from the first page to the last: on a large screen and a phone, with scripts and
// without.

import assert from "node:assert/strict";
import { test } from "node:test";

import { settings, useBrowser } from "./lib/browser.mjs";
import { ask, nothingFound } from "./lib/pages.mjs";
import { cards, choose, numberIn, totalOf } from "./lib/results.mjs";

const { withPage } = useBrowser();

function journey(name, visit) {
  for (const setting of settings) test(`${name} (${setting.name})`, () => withPage(setting, visit));
}

async function milesOf(page) {
  const texts = await cards(page).locator("dd", { hasText: / away\)$/ }).allTextContents();
  return texts.map((text) => {
    const [, number, unit] = /\((?:about )?([\d.]+) (miles?|yards|metres|kilometres) away\)$/.exec(text) ?? [];
    assert.ok(number, `no distance in "${text}"`);
    return unit.startsWith("mile") ? Number(number) : Number(number) / 1760;
  });
}

journey("search, filter, sort, read, go back", async (page) => {
  await ask(page, "dementia", "S11 8");
  const all = await totalOf(page);
  assert.ok(all > 0);
  assert.match(page.url(), /\/search\?/);

  const { stated, notStated } = await choose(page, "Day", "Saturday");
  const promised = stated + notStated;
  assert.equal(await totalOf(page), promised, "the filter said how many there would be");
  assert.ok(stated > 0 && promised < all);

  await page.getByRole("list", { name: "Order of results" }).getByText("Nearest").click();
  await page.locator(".wp-sort [aria-current]", { hasText: "Nearest" }).waitFor();
  assert.equal(await totalOf(page), promised, "an order leaves nothing out");
  const miles = await milesOf(page);
  assert.ok(miles.length > 1);
  assert.deepEqual(miles, [...miles].sort((one, other) => one - other));

  const results = page.url();
  const title = cards(page).first().getByRole("heading");
  const name = await title.textContent();
  await title.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  await page.getByRole("heading", { name: "What to know" }).waitFor();

  await page.goBack();
  assert.equal(page.url(), results);
  assert.equal(await totalOf(page), promised);

  await page.locator(".wp-chip", { hasText: "Saturday" }).locator("a, button").click();
  await page.locator(".wp-chip", { hasText: "Saturday" }).waitFor({ state: "detached" });
  assert.equal(await totalOf(page), all, "taking the filter off gives back what was there");
});

journey("save and take off again", async (page) => {
  await ask(page, "dementia", "S11 8");
  const count = page.locator(".wp-header [data-list-count]");
  assert.ok(await count.isHidden(), "a new browser has an empty list");
  const action = cards(page).first().locator("[data-save]");
  await action.click();
  await count.filter({ hasText: /^1$/ }).waitFor();
  await action.filter({ hasText: "Remove from my list" }).waitFor();
  await cards(page).nth(1).locator("[data-save]").click();
  await count.filter({ hasText: /^2$/ }).waitFor();

  await cards(page).first().getByRole("heading").getByRole("link").click();
  await page.getByRole("heading", { name: "What to know" }).waitFor();
  assert.equal(await count.textContent(), "2", "the list goes along to another page");
  await page.locator("a[data-save]").filter({ hasText: "Remove from my list" }).click();
  await count.filter({ hasText: /^1$/ }).waitFor();
});

test("on a Welsh page scripts keep to the language and its marks", () => withPage({}, async (page) => {
  await page.goto("/search?lang=cy&need=waypostNeeds:debt&near=S18");
  const save = cards(page).first().locator("[data-save]");
  assert.equal(await save.locator("[lang=en]").textContent(), "Save to my list");
  await save.click();
  await save.locator("[lang=en]", { hasText: "Remove from my list" }).waitFor();
  await page.locator("[role=status] [lang=en]", { hasText: "Saved to your list." }).waitFor({ state: "attached" });
  await page.getByRole("link", { name: /^Fy rhestr/ }).click();
  await page.getByRole("heading", { level: 1, name: "Fy rhestr" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "cy");

  await page.goto("/list");
  await page.getByRole("link", { name: /Show the services that you saved/ }).click();
  await page.locator("ol.wp-list .wp-card").waitFor();
}));

journey("browse by need", async (page) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Browse by need" }).click();
  const item = page.locator(".wp-browse li").first();
  const promised = numberIn(await item.locator(".wp-option__count").textContent());
  await item.locator("a, button").click();
  assert.equal(await totalOf(page), promised);
});

journey("browse near a place", async (page) => {
  await page.goto("/needs");
  const everywhere = numberIn(await page.locator(".wp-browse .wp-option__count").first().textContent());
  await page.getByLabel("Where?").fill("S11 8");
  await page.locator("form.wp-place button").click();
  await page.waitForURL(/near=S11/);
  const item = page.locator(".wp-browse li").first();
  const near = numberIn(await item.locator(".wp-option__count").textContent());
  assert.ok(near > 0 && near <= everywhere);
  await item.locator("a, button").click();
  assert.equal(await totalOf(page), near);
});

journey("answer a few questions", async (page) => {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Answer a few questions" }).click();
  await page.getByRole("link", { name: "Caring for someone" }).click();
  const results = page.locator(".wp-questions__results").locator("a, button");
  for (let answered = 0; await page.getByRole("radio").count() > 0; answered += 1) {
    assert.ok(answered < 10, "the questions do not end");
    await page.locator(".govuk-radios__label").first().click();
    if (answered === 0) await page.getByLabel("Where?").fill("S11 8");
    await page.getByRole("main").locator("form button").click();
    await page.locator(".govuk-list--bullet li").nth(answered).waitFor();
  }
  const promised = numberIn(await results.textContent());
  await results.click();
  assert.equal(await totalOf(page), promised);
});

journey("no place: an error, and the way on without one", async (page) => {
  await ask(page, "choir");
  await page.getByRole("alert").filter({ hasText: "Enter a postcode or the name of a town" }).waitFor();
  await page.getByRole("link", { name: "Search without a place" }).click();
  assert.ok(await totalOf(page) > 0);
  assert.ok((await cards(page).first().textContent()).length > 0);
});

for (const [near, said] of [
  ["S99 9ZZ", /We do not know that postcode/],
  ["Xyzzyville", /We do not know a place of that name/],
  ["90210", /postcode|place/],
]) {
  journey(`a place that is none: ${near}`, async (page) => {
    await ask(page, "dementia", near);
    const summary = page.getByRole("alert");
    await summary.filter({ hasText: said }).waitFor();
    assert.equal(await page.getByLabel("What do you need help with?").inputValue(), "dementia");
    assert.equal(await page.getByLabel("Where?").inputValue(), near);
    await summary.getByRole("link").click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "near");
    await page.getByLabel("Where?").fill("S11 8");
    await page.getByRole("button", { name: "Find help" }).click();
    assert.ok(await totalOf(page) > 0);
  });
}

journey("a search that nobody else should see leaves nothing in any address", async (page) => {
  const bare = (address) => assert.equal(new URL(address).search, "", address);
  await ask(page, "my husband hits me", "S3 9");
  await page.getByRole("region", { name: "If you need help now" }).filter({ hasText: "999" }).waitFor();
  assert.ok(await totalOf(page) > 0);
  bare(page.url());
  assert.doesNotMatch(await page.title(), /husband|hits|abuse/i);
  assert.ok(await page.getByRole("button", { name: /Exit this page/ }).isVisible());

  await choose(page, "Cost", "Free");
  bare(page.url());
  await page.getByRole("list", { name: "Order of results" }).getByText("Recently checked").click();
  await page.locator(".wp-sort [aria-current]", { hasText: "Recently checked" }).waitFor();
  bare(page.url());
  await page.locator(".wp-pages__next").locator("a, button").click();
  await page.locator(".wp-found__total").filter({ hasText: "Showing 11" }).waitFor();
  bare(page.url());
  const targets = await page.locator("a[href*='/search']").evaluateAll((links) => links.map((link) => link.href));
  for (const target of targets) assert.doesNotMatch(target, /abuse|husband/i);
});

journey("nothing matches: each change gives as many as it says", async (page) => {
  await page.goto(nothingFound);
  assert.equal(await totalOf(page), 0);
  const changes = page.locator(".wp-loosen li");
  const offered = await changes.count();
  assert.ok(offered > 0, "something to do next is offered");
  for (let n = 0; n < offered; n += 1) {
    await page.goto(nothingFound);
    const promised = numberIn(await changes.nth(n).locator(".wp-loosen__total").textContent());
    assert.ok(promised > 0);
    await changes.nth(n).locator("a, button").click();
    await page.locator("ol.wp-list").waitFor();
    assert.equal(await totalOf(page), promised);
  }
});
