// Our own schemas: strict where the official ones are silent. Read from schemas/, by the name of
// the file: "v3/service", "problem".

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { wordsOfAll } from './schema_words.mjs';

const FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));

// ajv with what all our validators share. `verbose` keeps the value that failed, for the message.
export function makeAjv(options) {
  const ajv = new Ajv2020.default({ allErrors: true, verbose: true, logger: false, ...options });
  addFormats.default(ajv);
  return ajv;
}

// A function from a body to its problems, of a compiled schema.
export function problemsBy(validate) {
  return (body) => (validate(body) ? [] : wordsOfAll(validate.errors));
}

function schemaFiles() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  for (const version of ['v1', 'v3']) {
    files.push(...readdirSync(FOLDER + version).map((name) => `${version}/${name}`));
  }
  return files;
}

export class Schemas {
  #ajv = makeAjv({ strict: true, strictRequired: false, strictTypes: false });
  #pages = new Map();

  constructor() {
    for (const file of schemaFiles()) {
      this.#ajv.addSchema(JSON.parse(readFileSync(FOLDER + file, 'utf8')), `/${file}`);
    }
  }

  // Problems of `body` by the schema `name`.
  problems(name, body) {
    return problemsBy(this.#ajv.getSchema(`/${name}.json`))(body);
  }

  // Problems of a page whose rows follow the schema `row`, "v3/service_row".
  pageProblems(row, body) {
    if (!this.#pages.has(row)) this.#pages.set(row, problemsBy(this.#compilePage(row)));
    return this.#pages.get(row)(body);
  }

  #compilePage(row) {
    const version = row.split('/')[0];
    const rows = version === 'v3' ? 'contents' : 'content';
    return this.#ajv.compile({
      allOf: [{ $ref: `/${version}/page.json` }],
      properties: { [rows]: { items: { $ref: `/${row}.json` } } },
    });
  }
}
