// Pictures of every type of page, to look at: build/browser/screenshots. That each page was there, in its
// styles, is all that is tested here.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { useBrowser } from "./lib/browser.mjs";
import { open, pages } from "./lib/pages.mjs";
import { outFolder } from "./lib/places.mjs";

const { withPage } = useBrowser();
const folder = path.join(outFolder, "screenshots");
mkdirSync(folder, { recursive: true });

for (const width of [320, 390, 1280]) {
  for (const type of pages) {
    test(`${type.name}, ${width} wide`, () => withPage({ viewport: { width, height: 900 } }, async (page) => {
      await open(page, type);
      // What fetches after loading, such as the map, is in the picture too.
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: path.join(folder, `${type.name}-${width}.png`), fullPage: true });
      const weight = await page.locator("h1").evaluate((heading) => getComputedStyle(heading).fontWeight);
      assert.equal(weight, "700", "the styles are not there");
    }));
  }
}
