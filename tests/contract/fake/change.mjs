// How a fault names the answers that it breaks.

// Breaks the JSON of good answers at addresses that match: `change(json, request, answer)`.
export const json = (pattern, change) => ({
  content: (request, answer) => {
    if (pattern.test(request.path) && answer.status === undefined && answer.json)
      change(answer.json, request, answer);
  },
});

// The same, only where the query has `name`.
export const asked = (pattern, name, change) =>
  json(pattern, (body, request, answer) => {
    if (request.parameters.has(name)) change(body, request, answer);
  });

// Breaks what is sent: `change(answer, request)`, answers of `method` at addresses that match.
export const sent = (pattern, change, method = 'GET') => ({
  wire: (request, answer) => {
    if (pattern.test(request.path) && request.method === method) change(answer, request);
  },
});

// Errors only: those of `status`.
export const failing = (status, change) => ({
  content: (request, answer) => {
    if (answer.status === status) change(answer, request);
  },
});

export const V3_SERVICES = /^\/oruk\/v3\/services$/;
export const V3_SERVICE = /^\/oruk\/v3\/services\/.+/;
export const V3_TERMS = /^\/oruk\/v3\/taxonomy_terms$/;
export const V3_PLACES = /^\/oruk\/v3\/service_at_locations$/;
export const V3_PLACE = /^\/oruk\/v3\/service_at_locations\/.+/;
export const V1_SERVICES = /^\/oruk\/v1\/services$/;
export const V1_SERVICE = /^\/oruk\/v1\/services\/[^/]+$/;
export const V1_TERMS = /^\/oruk\/v1\/taxonomies$/;
export const RICHNESS = /\/richness$/;
export const CSV = /\.csv$/;
export const ANY = /^/;
