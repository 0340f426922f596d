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

function setByRun(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by run.mjs`);
  return value;
}

// The site under test and the browser, as run.mjs starts them.
export const siteAddress = () => setByRun("WAYPOST_SITE");
export const browserAddress = () => setByRun("WAYPOST_BROWSER");
