// The main journey with a keyboard alone, and that it shows where one is.

import assert from "node:assert/strict";
import { test } from "node:test";

import { settings, useBrowser } from "./lib/browser.mjs";
import { open, pages, services } from "./lib/pages.mjs";
import { totalOf } from "./lib/results.mjs";

const { withPage } = useBrowser();

// Presses Tab until something is focused that `matches` finds; an error after `most`.
async function tabTo(page, selector, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${most} times Tab do not reach ${selector}`);
}

for (const setting of settings) {
  test(`search and save with a keyboard (${setting.name})`, () => withPage(setting, async (page) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(":focus").textContent(), /Skip to main content/);
    assert.ok(await page.locator(":focus").isVisible());
    await page.keyboard.press("Enter");
    await tabTo(page, "#text", 3);
    await page.keyboard.type("dementia");
    await tabTo(page, "#near", 12);
    await page.keyboard.type("S11 8");
    await page.keyboard.press("Enter");
    const total = await totalOf(page);

    // The filters come before what they filter.
    await tabTo(page, ".wp-filters summary, .wp-filters input");
    if (await page.evaluate(() => document.activeElement.matches("summary"))) await page.keyboard.press("Enter");
    await tabTo(page, "input[name=free]", 80);
    await page.keyboard.press("Space");
    await tabTo(page, ".wp-filters button", 80);
    await page.keyboard.press("Enter");
    await page.locator(".wp-chip", { hasText: "Free" }).waitFor();
    assert.ok(await totalOf(page) < total);

    await tabTo(page, ".wp-list .wp-card__title a", 120);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What to know" }).waitFor();
    await tabTo(page, "[data-save]");
    await page.keyboard.press("Enter");
    await page.locator(".wp-header [data-list-count]").filter({ hasText: /^1$/ }).waitFor();
  }));
}

// A screen reader calls these buttons, and a button is pressed with Space.
for (const [address, name] of [["/list", "Find help"], [services.safeHouse.address, /Exit this page/]]) {
  test(`Space presses what is called a button: ${name}`, () => withPage({}, async (page) => {
    await page.route("https://**", (route) => route.abort());
    await page.goto(address);
    const asked = page.waitForRequest((request) => request.isNavigationRequest());
    await page.getByRole("main").or(page.locator("body")).getByRole("button", { name }).first().focus();
    await page.keyboard.press("Space");
    assert.notEqual((await asked).url(), new URL(address, page.url()).href);
  }));
}

test("a suggestion is chosen with the arrows, and Escape leaves them", () => withPage({}, async (page) => {
  await page.goto("/");
  const field = page.getByLabel("What do you need help with?");
  await field.focus();
  await page.keyboard.type("demen");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.notEqual(await field.inputValue(), "demen");
  await field.fill("debt");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  assert.ok(await page.getByRole("option").first().isHidden());
}));

// Everything that Tab reaches, with whether it can be seen that it is focused.
async function focusStops(page, most = 200) {
  const stops = [];
  await page.evaluate(() => document.activeElement?.blur());
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      if (element.dataset.passed) return { isOld: true };
      element.dataset.passed = "yes";
      const shown = getComputedStyle(element);
      const label = element.labels?.[0];
      const beside = label ? getComputedStyle(label, "::before") : shown;
      const has = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
      const { width, height } = element.getBoundingClientRect();
      return { what: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 40)}`,
        isMarked: has(shown) || has(beside), hasSize: width > 0 && height > 0 };
    });
    if (!stop || stop.isOld) break;
    stops.push(stop);
  }
  return stops;
}

for (const type of pages) {
  test(`it is seen where one is: ${type.name}`, () => withPage({}, async (page) => {
    await open(page, type);
    const stops = await focusStops(page);
    assert.ok(stops.length >= 5);
    assert.deepEqual(stops.filter(({ isMarked, hasSize }) => !isMarked || !hasSize).map(({ what }) => what), []);
  }));
}
