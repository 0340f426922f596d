// What a server answered to one request, with the request itself. Bytes are as they came, before
// any content coding is undone; JSON is parsed when first asked for.

const LINES = 'application/x-ndjson';

function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export class Answer {
  #json;
  #jsonError;
  #parsed = false;

  // `status` is 0 when nothing came, and `failure` says why.
  constructor({
    asked,
    url,
    status,
    headers = {},
    bytes = Buffer.alloc(0),
    milliseconds,
    failure,
    wasClosed = false,
  }) {
    Object.assign(this, { asked, url, status, headers, bytes, milliseconds, failure, wasClosed });
  }

  get method() {
    return this.asked.method;
  }

  // Without the query, and without the prefix that a --base may have.
  get path() {
    return this.asked.target.split('?')[0];
  }

  get text() {
    return this.bytes.toString('utf8');
  }

  // Lower case, without parameters: "application/json".
  get mediaType() {
    return (this.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
  }

  // One JSON value: also problems, but not a line of JSON after another.
  get isJson() {
    return this.mediaType === 'application/json' || this.mediaType.endsWith('+json');
  }

  // The values of JSON that the body has: one, or of lines one each; undefined of a line that is no
  // JSON, and none where the body as a whole is none.
  get values() {
    if (this.mediaType === LINES) return this.text.split('\n').filter(Boolean).map(valueOf);
    return this.isJson && this.json !== undefined ? [this.json] : [];
  }

  // Undefined when the body is not JSON; `jsonError` says why.
  get json() {
    this.#parse();
    return this.#json;
  }

  get jsonError() {
    this.#parse();
    return this.#jsonError;
  }

  // The body of a good answer, else undefined: most checks have nothing to say about another.
  get body() {
    return this.status === 200 ? this.json : undefined;
  }

  #parse() {
    if (this.#parsed) return;
    this.#parsed = true;
    try {
      this.#json = JSON.parse(this.text);
    } catch (error) {
      this.#jsonError = error.message;
    }
  }
}
