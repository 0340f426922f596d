// Asks the server. node:http rather than fetch: fetch undoes gzip unasked and adds headers of its
// own, and both are under test here.

import http from 'node:http';
import https from 'node:https';

import { Answer } from './answer.mjs';

const TIMEOUT_MS = 30000; // that of the official validators

// "?a=1&b=2" of { a: 1, b: 2 }; a list repeats its name; "" of nothing.
export function queryOf(parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) query.append(name, String(one));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

export class HttpClient {
  #base;
  #agent;
  #library;
  #listeners = [];

  constructor(base) {
    this.#base = base;
    this.#library = base.startsWith('https:') ? https : http;
    this.#agent = new this.#library.Agent({ keepAlive: true, maxSockets: 4 });
  }

  get base() {
    return this.#base;
  }

  // `listener` sees every answer, also those that a check throws away.
  onAnswer(listener) {
    this.#listeners.push(listener);
  }

  // `target` begins with "/" and may have a query. Options: method, headers, body (a text), type
  // (the media type wanted of a 200, default JSON), offMap (the address is not meant to be
  // documented). Never throws: without an answer the status is 0.
  async ask(target, options = {}) {
    const asked = { method: 'GET', headers: {}, type: 'application/json', ...options, target };
    // Four requests at a time are no load: a server that is too busy for them is a finding.
    let answer = await this.#askOnce(asked);
    // A kept connection may be closed by the server just as it is asked again; a new one may not.
    if (answer.wasClosed) answer = await this.#askOnce(asked);
    for (const listener of this.#listeners) listener(answer);
    return answer;
  }

  close() {
    this.#agent.destroy();
  }

  #askOnce(asked) {
    const url = this.#base + asked.target;
    const began = Date.now();
    return new Promise((done) => {
      const fail = (error) => {
        const wasClosed = request.reusedSocket && error.code === 'ECONNRESET';
        done(new Answer({ asked, url, status: 0, failure: error.message, wasClosed }));
      };
      const options = { method: asked.method, headers: asked.headers, agent: this.#agent };
      const request = this.#library.request(
        url,
        { ...options, timeout: TIMEOUT_MS },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () => {
            const { statusCode: status, headers } = response;
            const milliseconds = Date.now() - began;
            done(
              new Answer({
                asked,
                url,
                status,
                headers,
                bytes: Buffer.concat(chunks),
                milliseconds,
              }),
            );
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error('no answer in 30 seconds')));
      request.on('error', fail);
      request.end(asked.body);
    });
  }
}

// Runs `work` on every item, a few at once, and gives the results in order.
export async function inParallel(items, work, atOnce = 4) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next;
      next += 1;
      results[i] = await work(items[i], i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
