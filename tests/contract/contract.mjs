// Holds a server to the contract: see README.md.
//
//   node contract.mjs --base http://127.0.0.1:8080 --official ../../../shared/reference/schemas

import { writeFileSync } from 'node:fs';

import { USAGE, UsageError, parseArguments } from './lib/arguments.mjs';
import { writeFindings } from './lib/findings.mjs';
import { runContract } from './lib/run.mjs';

const write = (text) => process.stdout.write(text);

function readOptions() {
  if (process.argv.includes('--help')) {
    write(`${USAGE}\n`);
    process.exit(0);
  }
  return parseArguments(process.argv.slice(2));
}

async function main() {
  const options = readOptions();
  write(`contract of ${options.base}, seed ${options.seed}\n`);
  const { findings, ledger } = await runContract(options, (name, seconds) => {
    write(`  ${name.padEnd(18)} ${seconds.toFixed(1)} s\n`);
  });
  if (options.ledger) writeFileSync(options.ledger, ledger.table());
  writeFindings(findings, options.show, write);
  write(
    findings.count === 0
      ? 'all holds\n'
      : `${findings.count} findings of ${findings.groups().length} kinds\n`,
  );
  process.exitCode = findings.count === 0 ? 0 : 1;
}

main().catch((error) => {
  const text = error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error.stack;
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
});
