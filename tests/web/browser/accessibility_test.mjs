// axe-core on every type of page: nothing serious or critical. The lesser findings are told.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";

import { sizes, useBrowser } from "./lib/browser.mjs";
import { open, pages } from "./lib/pages.mjs";

const { withPage } = useBrowser();
const isGrave = ({ impact }) => impact === "serious" || impact === "critical";
const sentence = ({ impact, id, help, nodes }) => `${impact}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`;

// The violations alone are handed over whole, and how much was looked at.
async function lookAt(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { passes, violations } = await globalThis.axe.run({ resultTypes: ["violations"] });
    return { passed: passes.length, violations };
  });
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const type of pages) {
    test(`${type.name} (${size})`, (t) => withPage({ viewport }, async (page) => {
      await open(page, type);
      const { passed, violations } = await lookAt(page);
      assert.ok(passed > 10, "axe-core looked at next to nothing");
      for (const found of violations.filter((violation) => !isGrave(violation))) t.diagnostic(sentence(found));
      assert.deepEqual(violations.filter(isGrave).map(sentence), []);
    }));
  }
}
