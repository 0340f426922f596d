// What the server writes is valid HTML, on every type of page.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { HtmlValidate } from "html-validate";

import { fetchHtml, pages } from "./lib/pages.mjs";
import { siteAddress } from "./lib/places.mjs";

// "standard" is what the HTML standard asks, without the validator's own taste.
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

// All are fetched before the first is looked at: that takes so long that the server would hang up.
const sources = new Map();
before(async () => {
  for (const type of pages) sources.set(type.name, await fetchHtml(siteAddress(), type));
});

for (const type of pages) {
  test(type.name, async () => {
    const html = sources.get(type.name);
    assert.match(html, /^<!DOCTYPE html>/);
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) =>
        `${line}:${column} ${ruleId}: ${message}: ${html.split("\n")[line - 1].slice(0, 160)}`));
    assert.deepEqual(faults, []);
  });
}
