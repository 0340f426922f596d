// Serves the sample as the pages of one site and runs the tests on it in Chromium; README.md says how.
//
//   node run.mjs                        every test
//   node run.mjs keyboard_test.mjs      some of them
//   node run.mjs --test-name-pattern=phone journeys_test.mjs    options are Node's own
//
// Exits with what the tests exit with; the server and the browser are stopped whatever happened.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";

import { startBrowser } from "./lib/browser.mjs";
import { serveSample } from "./lib/site.mjs";

const folder = new URL(".", import.meta.url).pathname;
const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const files = asked.length > 0 ? asked : readdirSync(folder).filter((name) => name.endsWith("_test.mjs"));

function runTests(site, browser) {
  const arguments_ = ["--test", "--test-concurrency=2", "--test-reporter=spec", ...options, ...files];
  const environment = { ...process.env, WAYPOST_SITE: site.address, WAYPOST_BROWSER: browser.address };
  // A runner inside a runner would report to the outer one.
  delete environment.NODE_TEST_CONTEXT;
  const tests = spawn(process.execPath, arguments_, { cwd: folder, env: environment, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => tests.kill(signal));
  return new Promise((resolve, reject) => {
    tests.once("error", reject);
    tests.once("exit", (code) => resolve(code ?? 1));
  });
}

const site = await serveSample();
try {
  const browser = await startBrowser();
  try {
    process.exitCode = await runTests(site, browser);
  } finally {
    await browser.stop();
  }
} finally {
  await site.stop();
}
