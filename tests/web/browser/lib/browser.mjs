// One Chromium for all tests; each page that is asked for has an empty profile of its own.

import { after, before } from "node:test";
import { chromium } from "playwright-core";

import { browserAddress, chromiumProgram, siteAddress } from "./places.mjs";

export const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
};

// Everything that a journey is made at: both sizes, with scripts and without.
export const settings = Object.entries(sizes).flatMap(([name, viewport]) => [
  { name: `${name}, scripts`, viewport, javaScriptEnabled: true },
  { name: `${name}, no scripts`, viewport, javaScriptEnabled: false },
]);

// A busy machine may need long for one page; a fault still ends the test.
const longest = 30_000;

const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

// Starts the browser of all tests: { address, stop }.
export async function startBrowser() {
  const server = await chromium.launchServer({ executablePath: chromiumProgram(), args: flags, chromiumSandbox: false });
  return { address: server.wsEndpoint(), stop: () => server.close() };
}

// That browser, for the tests of a file.
export function useBrowser() {
  const held = { browser: undefined };
  before(async () => {
    held.browser = await chromium.connect(browserAddress());
  });
  after(() => held.browser?.close());
  return {
    // Runs `visit` on a page with an empty profile: withPage({viewport}, async (page) => …).
    async withPage(options, visit) {
      const { viewport = sizes.desktop, javaScriptEnabled = true } = options;
      const context = await held.browser.newContext({
        viewport, javaScriptEnabled, baseURL: siteAddress(), locale: "en-GB", timezoneId: "Europe/London",
        reducedMotion: "reduce",
      });
      context.setDefaultTimeout(longest);
      try {
        return await visit(await context.newPage());
      } finally {
        await context.close();
      }
    },
  };
}
