// The ledger of coverage: which documented address answered with which status, to which parameters,
// and whether what came is what openapi.json says. Every answer of every check goes through it.
//
// Reports at once what is not documented or not as documented; at the end `unmet` lists what is
// documented and was never met: addresses, statuses, parameters that a good answer took, and codes
// of problems.

// Nothing that the harness asks brings these about in a server that works.
const UNPROVOKED = /^(5\d\d|5XX|408|429|431|413|414|default)$/;

// What is wrong with the HTTP of a request, or what the index of a test need not have.
const UNPROVOKED_CODES = new Set([
  'malformed_request',
  'request_timeout',
  'length_required',
  'body_too_large',
  'target_too_long',
  'expectation_failed',
  'headers_too_large',
  'internal',
  'unavailable',
  'busy',
  'version_not_supported',
  'unmapped_need', // a vocabulary with a term that no service type serves
]);

// v1 takes "/services/" and "/services.json" for "/services": one documented address, three
// spellings.
function spellingsOf(path) {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  return [path, plain, `${plain}/`, path.replace(/\.(json|csv)$/, '')];
}

export class CoverageLedger {
  #document;
  #report;
  // "GET /a/{id}" -> Map of documented status -> { count, first: the first address }
  #rows = new Map();
  // "GET /a/{id}" -> names of parameters that some good answer took
  #taken = new Map();
  #codes = new Set();

  // Without a document nothing can be compared, and the check of openapi.json says that it is
  // missing.
  constructor(document, report) {
    this.#document = document;
    this.#report = report;
    for (const operation of document?.operations ?? []) {
      this.#rows.set(operation, new Map());
      this.#taken.set(operation, new Set());
    }
  }

  // The documented operation of an address, or undefined.
  operationOf(method, path) {
    for (const spelling of spellingsOf(path)) {
      const operation = this.#document?.find(method, spelling);
      if (operation) return operation;
    }
    return undefined;
  }

  note(answer) {
    if (!this.#document || answer.status === 0) return;
    if (answer.status >= 400 && typeof answer.json?.code === 'string')
      this.#codes.add(answer.json.code);
    const operation = this.#answeringOperation(answer);
    if (operation) this.#noteDocumented(operation, answer);
    else if (answer.method === 'GET') this.#noteStray(answer);
  }

  // That a method is not allowed is documented with the one that is.
  #answeringOperation({ method, path, status }) {
    const own = this.operationOf(method, path);
    return own ?? (status === 405 ? this.operationOf('GET', path) : undefined);
  }

  // Documented operations, statuses and parameters that were never met: { operation, status } or
  // { operation, parameter }; neither when the operation was not asked at all.
  *unmet() {
    for (const [operation, met] of this.#rows) {
      if (met.size === 0) yield { operation };
      for (const status of Object.keys(operation.responses)) {
        if (met.size > 0 && !met.has(status) && !UNPROVOKED.test(status))
          yield { operation, status };
      }
      for (const { name, in: place } of operation.parameters) {
        const isTaken = this.#taken.get(operation).has(name);
        if (met.size > 0 && place === 'query' && !isTaken) yield { operation, parameter: name };
      }
    }
  }

  // Codes of problems that are documented and were never met.
  get unmetCodes() {
    const codes = this.#document?.codes ?? [];
    return codes.filter((code) => !this.#codes.has(code) && !UNPROVOKED_CODES.has(code));
  }

  // Tab-separated: address, status, times met, the first request that met it.
  table() {
    const lines = ['operation\tstatus\ttimes met\tfirst met by'];
    const byAddress = ([a], [b]) => (a.template < b.template ? -1 : 1);
    for (const [operation, met] of [...this.#rows].sort(byAddress)) {
      for (const status of Object.keys(operation.responses).sort()) {
        const { count = 0, first = '' } = met.get(status) ?? {};
        const why = count === 0 && UNPROVOKED.test(status) ? '(not provoked)' : first;
        lines.push([`${operation.method} ${operation.template}`, status, count, why].join('\t'));
      }
    }
    return `${lines.join('\n')}\n`;
  }

  #noteStray(answer) {
    // A check that asks for what nobody serves says so; "no such address" is the right answer then.
    if (answer.asked.offMap || answer.status === 404) return;
    this.#report({
      answer,
      what: `the address answers with status ${answer.status} and is not documented`,
      wanted: 'openapi.json documents every address that answers',
    });
  }

  #noteDocumented(operation, answer) {
    const status = this.#document.statusOf(operation, answer.status);
    if (status === undefined) {
      const known = Object.keys(operation.responses).join(', ');
      this.#report({
        answer,
        what: `status ${answer.status} is not documented`,
        wanted: `one of ${known}`,
      });
      return;
    }
    const met = this.#rows.get(operation);
    const { count = 0, first = answer.asked.target } = met.get(status) ?? {};
    met.set(status, { count: count + 1, first });
    if (status === '200' || status === '303') this.#noteParameters(operation, answer);
    if (answer.bytes.length > 0) this.#compareBody(operation, status, answer);
  }

  // An empty value asks nothing, so it takes no parameter.
  #noteParameters(operation, answer) {
    const query = new URLSearchParams(answer.asked.target.split('?')[1] ?? '');
    for (const [name, value] of query) {
      const parameter = this.#document.parameterOf(operation, name);
      if (parameter && value !== '') this.#taken.get(operation).add(parameter.name);
      if (parameter || answer.asked.offMap) continue;
      this.#report({
        answer,
        what: `the parameter "${name}" is not documented`,
        wanted: 'openapi.json documents every parameter that a good answer takes',
      });
    }
  }

  #compareBody(operation, status, answer) {
    // A coded body is not JSON yet; the same address is asked without coding as well.
    if (answer.headers['content-encoding']) return;
    const { mediaType, values } = answer;
    const problems = this.#document.bodyProblems(
      operation,
      status,
      mediaType,
      values,
      answer.asked.target.includes('extras=true'),
    );
    if (problems === undefined) {
      const known = Object.keys(operation.responses[status].content ?? {}).join(', ') || 'no body';
      this.#report({
        answer,
        what: `the body is ${answer.mediaType}, not documented for status ${status}`,
        wanted: known,
      });
      return;
    }
    for (const problem of problems) {
      this.#report({ answer, ...problem, wanted: `${problem.wanted} (openapi.json)` });
    }
  }
}
