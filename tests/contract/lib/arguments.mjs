// The command line: what to test, against what, and how much of it.

export const USAGE = `usage: node contract.mjs --base URL [options]

  --base URL        the server, for instance http://127.0.0.1:8080
  --official DIR    folder with v1/ and v3/ of the official schemas; without it only ours are used
  --details N       details asked for of each kind, all if there are fewer (default 200)
  --small-pages N   pages of five asked for of each list, beside the last (default 20)
  --seed N          of the random pages; printed, so that a run can be repeated (default: the time)
  --only A,B        only these checks
  --ledger FILE     write the coverage of openapi.json there, as a table
  --show N          findings of one kind that are printed in full (default 3)

Ends with 0 when all holds, 1 when there are findings, 2 when it was called wrongly.`;

const NUMBERS = new Set(['--details', '--small-pages', '--seed', '--show']);
const TEXTS = new Set(['--base', '--official', '--only', '--ledger']);

// The caller's mistake, not the server's.
export class UsageError extends Error {}

const memberOf = (name) => name.slice(2).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export function defaultOptions() {
  return { details: 200, smallPages: 20, seed: Date.now() % 1000000, show: 3 };
}

function readValue(name, value) {
  if (value === undefined) throw new UsageError(`${name} needs a value`);
  if (TEXTS.has(name)) return value;
  if (!/^\d+$/.test(value)) throw new UsageError(`${name} takes a whole number, not ${value}`);
  return Number(value);
}

// Throws a UsageError whose message is for the user.
export function parseArguments(list) {
  const options = defaultOptions();
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i];
    if (!NUMBERS.has(name) && !TEXTS.has(name)) throw new UsageError(`there is no option ${name}`);
    options[memberOf(name)] = readValue(name, list[i + 1]);
  }
  if (!options.base) throw new UsageError('--base is missing');
  if (!/^https?:\/\/[^/]/.test(options.base))
    throw new UsageError('--base must begin with http://');
  options.base = options.base.replace(/\/+$/, '');
  if (options.only) options.only = options.only.split(',');
  return options;
}
