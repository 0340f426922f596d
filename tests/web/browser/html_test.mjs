// What the server writes is valid HTML, on every type of page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";

import { useBrowser } from "./lib/browser.mjs";
import { open, pages } from "./lib/pages.mjs";

const { withPage } = useBrowser();

// "standard" is what the HTML standard asks, without the validator's own taste.
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

// What the server answered last, before a browser has changed it; no script asks for more.
const sourceOf = (type) => withPage({ javaScriptEnabled: false }, async (page) => {
  let answer;
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) answer = response;
  });
  await open(page, type);
  return answer.text();
});

for (const type of pages) {
  test(type.name, async () => {
    const html = await sourceOf(type);
    assert.match(html, /^<!DOCTYPE html>/);
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) =>
        `${line}:${column} ${ruleId}: ${message}: ${html.split("\n")[line - 1].slice(0, 160)}`));
    assert.deepEqual(faults, []);
  });
}
