// The sample as a site on a free port of this machine.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";

import { outFolder, root } from "./places.mjs";

// The day of the sample, and an hour at which some of it is open.
const dayOfSample = "2026-11-21";
const clock = `${dayOfSample}T14:05:00Z`;

const built = path.join(root, "build/release");
const indexProgram = process.env.WAYPOST_INDEX_PROGRAM ?? path.join(built, "index_builder/main/waypost-index");
const serverProgram = process.env.WAYPOST_SERVER_PROGRAM ?? path.join(built, "server/main/waypost-server");
const assets = process.env.WAYPOST_ASSETS ?? path.join(root, "build/assets");

function buildSample(index) {
  execFileSync(indexProgram, ["build", "--config", path.join(root, "data/sample/sample.toml"), "--out", index,
    "--as-of", dayOfSample, "--data", path.join(root, "data")], { stdio: ["ignore", "ignore", "inherit"] });
}

// The address in the server's first line; an error if it ends before it says one.
function addressOf(server) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`${serverProgram} ended with ${code} before it answered`)));
    createInterface({ input: server.stdout }).on("line", (line) => {
      const found = /http:\/\/[^ ]+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
}

export async function serveSample() {
  mkdirSync(outFolder, { recursive: true });
  // Other runs in the same folder have their own.
  const index = path.join(outFolder, `sample-${process.pid}.waypost`);
  const removeIndex = () => {
    for (const ending of ["", ".verified", ".report.ndjson", ".rejects.ndjson"]) rmSync(index + ending, { force: true });
  };
  let server;
  try {
    execFileSync(path.join(root, "scripts/build-assets"), [assets], { stdio: ["ignore", "ignore", "inherit"] });
    buildSample(index);
    server = spawn(serverProgram, ["--index", index, "--port", "0", "--clock", clock, "--assets", assets,
      "--synonyms", path.join(root, "data/synonyms.txt")], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => server.once("exit", resolve));
    const address = await addressOf(server);
    const stop = async () => {
      server.kill("SIGTERM");
      await ended;
      removeIndex();
    };
    return { address, stop };
  } catch (error) {
    server?.kill("SIGTERM");
    removeIndex();
    throw error;
  }
}
