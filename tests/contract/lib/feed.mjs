// What several checks need of a server: the rows of every list and a sample of the details. Asked
// for once, when first needed, and reported on by the checks that are about them.

import { inParallel } from './http_client.mjs';
import { KINDS, detailTarget } from './kinds.mjs';
import { walkPages } from './pages.mjs';

// `count` of `items`, evenly spread from the first to the last; all if there are fewer.
export function spread(items, count) {
  if (items.length <= count) return items;
  if (count < 2) return items.slice(0, count);
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => items[Math.round(i * step)]);
}

export class Feed {
  #client;
  #detailCount;
  #pages = new Map();
  #details = new Map();

  constructor(client, detailCount) {
    this.#client = client;
    this.#detailCount = detailCount;
  }

  // Every page of the list, with the default page size.
  pages(kind) {
    if (!this.#pages.has(kind)) this.#pages.set(kind, walkPages(this.#client, kind));
    return this.#pages.get(kind);
  }

  async rows(kind) {
    return (await this.pages(kind)).flatMap(({ rows }) => rows);
  }

  // Details of rows spread over the list: { row, answer }.
  details(kind) {
    if (!this.#details.has(kind)) this.#details.set(kind, this.#askDetails(kind));
    return this.#details.get(kind);
  }

  // The bodies of the details that were answered.
  async bodies(kind) {
    return (await this.details(kind)).map(({ answer }) => answer.body).filter(Boolean);
  }

  // The first id of the list, or undefined when it has none.
  async someId(kind) {
    return (await this.rows(kind))[0]?.id;
  }

  // Whether `template` is the address of details of a list that has none, as /reviews may.
  async hasNoneOf(template) {
    const kind = KINDS.find(({ path }) => template.startsWith(`${path}/{`));
    return kind !== undefined && (await this.someId(kind)) === undefined;
  }

  async #askDetails(kind) {
    const rows = (await this.rows(kind)).filter((row) => typeof row.id === 'string');
    return inParallel(spread(rows, this.#detailCount), async (row) => ({
      row,
      answer: await this.#client.ask(detailTarget(kind, row.id)),
    }));
  }
}
