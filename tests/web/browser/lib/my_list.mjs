// "My list", made as people make it: saved from cards, opened from the head of the page.

import { cards } from "./results.mjs";

// How many are on it, as the head of every page says.
export const listCount = (page) => page.locator(".wp-header [data-list-count]");

export const waitForCount = (page, count) =>
  listCount(page).filter({ hasText: new RegExp(`^${count}$`) }).waitFor();

async function saved(page) {
  const count = listCount(page);
  return await count.isVisible() ? Number(await count.textContent()) : 0;
}

// One more: a script saves where it is, without scripts the page comes again.
export async function save(page, card) {
  await page.waitForLoadState();
  const before = await saved(page);
  await card.locator("[data-save]").click();
  await waitForCount(page, before + 1);
}

export async function saveFirst(page, count) {
  for (let n = 0; n < count; n += 1) await save(page, cards(page).nth(n));
}

export async function openList(page) {
  await page.getByRole("link", { name: /^My list/ }).click();
  await page.getByRole("heading", { level: 1, name: "My list" }).waitFor();
}

// From the list: "Print" or "Large print".
export async function openSheet(page, name = "Print") {
  await page.getByRole("link", { name, exact: true }).click();
  await page.locator(".wp-sheet").waitFor();
}

// What a short link to the list is, as the list itself gives it.
export const shortLinkOf = (page) => page.locator("#share a").getAttribute("href");
