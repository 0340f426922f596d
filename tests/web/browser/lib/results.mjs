// What a page of results says.

// "1,339" in "1,339 services" or "(1,339)".
export function numberIn(text) {
  const found = /\d[\d,]*/.exec(text ?? "");
  return found ? Number(found[0].replaceAll(",", "")) : undefined;
}

export async function totalOf(page) {
  const heading = page.getByRole("heading", { level: 1 });
  await heading.filter({ hasText: /^[\d,]+ services?$/ }).waitFor();
  return numberIn(await heading.textContent());
}

// The cards of the list, without the few that are put before it.
export const cards = (page) => page.locator("ol.wp-list article.wp-card");

// Goes on to the next page of the results; whether there is one.
export async function nextPage(page) {
  const next = page.locator(".wp-pages__next").locator("a, button");
  if (await next.count() === 0) return false;
  const shown = await page.locator(".wp-found__total").textContent();
  await next.click();
  await page.locator(".wp-found__total").filter({ hasNotText: shown }).waitFor();
  return true;
}

// On a phone the filters are folded away.
export async function openFilters(page) {
  const apply = page.getByRole("button", { name: "Show results" });
  if (!await apply.isVisible()) await page.locator(".wp-filters summary").click();
  await apply.waitFor();
  return apply;
}

// Chooses what a filter offers; how many it said there are, and how many do not say and stay.
export async function choose(page, group, label) {
  const apply = await openFilters(page);
  const filter = page.getByRole("group", { name: group, exact: true });
  const option = filter.locator("label", { hasText: new RegExp(`^\\s*${label}`) });
  const stated = numberIn(/\(([\d,]+)\)/.exec(await option.textContent())?.[1]);
  const silent = filter.locator(".wp-filter__not-stated");
  const notStated = await silent.count() > 0 ? numberIn(await silent.textContent()) : 0;
  await option.click();
  await apply.click();
  await page.locator(".wp-chip", { hasText: label }).waitFor();
  return { stated, notStated };
}
