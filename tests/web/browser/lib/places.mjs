// Where things are on this machine.

import path from "node:path";
import { existsSync } from "node:fs";

export const root = path.resolve(new URL("../../../..", import.meta.url).pathname);

// Screenshots and what the tests write; never committed.
export const outFolder = process.env.WAYPOST_BROWSER_OUT ?? path.join(root, "build/browser");

export function chromiumProgram() {
  const asked = process.env.WAYPOST_CHROMIUM;
  if (asked) return asked;
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((program) => existsSync(program));
  if (!found) throw new Error("no Chromium: install chromium, or name one in WAYPOST_CHROMIUM");
  return found;
}

// The site under test, as run.mjs serves it.
export function siteAddress() {
  const address = process.env.WAYPOST_SITE;
  if (!address) throw new Error("WAYPOST_SITE is not set: run the tests by run.mjs");
  return address;
}
