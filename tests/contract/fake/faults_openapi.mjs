// A broken openapi.json, and a server that does not keep to it: [what is wrong, how, the check and
// the words that must tell].

import { ANY, json, sent } from './change.mjs';

const description = (change) => json(/^\/openapi.json$/, change);
const EVERYTHING = []; // `only` of a run of all checks

export const OPENAPI_FAULTS = [
  [
    'openapi.json is missing',
    sent(/^\/openapi.json$/, (answer) => {
      answer.status = 404;
    }),
    'openapi',
    /status 404/,
  ],
  [
    'openapi.json is 3.0',
    description((document) => {
      document.openapi = '3.0.1';
    }),
    'openapi',
    /is "3.0.1"/,
  ],
  [
    'openapi.json has a dead reference',
    description((document) => {
      document.paths['/oruk/v3/'].get.responses[200].content['application/json'].schema = {
        $ref: '#/components/schemas/Nothing',
      };
    }),
    'openapi',
    /cannot be used/,
    undefined,
    ['openapi'],
  ],
  [
    'an id is not declared',
    description((document) => {
      delete document.paths['/oruk/v3/services/{id}'].get.parameters;
    }),
    'openapi',
    /does not declare \{id\}/,
  ],
  [
    'an address is not documented',
    description((document) => {
      delete document.paths['/oruk/v3/services'];
    }),
    'openapi',
    /is not documented/,
    undefined,
    ['list-pages'],
  ],
  [
    'a status is not documented',
    description((document) => {
      delete document.paths['/oruk/v3/services'].get.responses[400];
    }),
    'openapi',
    /status 400 is not documented/,
    undefined,
    ['bad-parameters'],
  ],
  [
    '304 is not documented',
    description((document) => {
      delete document.paths['/oruk/v3/services'].get.responses[304];
    }),
    'openapi',
    /status 304 is not documented/,
    undefined,
    ['caching'],
  ],
  [
    'a body is not as documented',
    description((document) => {
      document.components.schemas.Pagev3.required.push('build');
    }),
    'openapi',
    /"build" is missing/,
    undefined,
    ['list-pages'],
  ],
  [
    'a problem is not as documented',
    description((document) => {
      document.components.schemas.Problem.required.push('code');
    }),
    'openapi',
    /"code" is missing/,
    undefined,
    ['unknown-ids'],
  ],
  [
    'a media type is not documented',
    description((document) => {
      document.paths['/oruk/v1/services.csv'].get.responses[200].content = { 'text/plain': {} };
    }),
    'openapi',
    /the body is text\/csv, not documented/,
    undefined,
    ['csv-table'],
  ],
  [
    'a documented address does not exist',
    description((document) => {
      document.paths['/oruk/v3/programs'] = document.paths['/oruk/v3/'];
    }),
    'openapi',
    /status 404 is not documented/,
    undefined,
    EVERYTHING,
  ],
  [
    'a documented status never comes',
    description((document) => {
      document.paths['/oruk/v3/'].get.responses[410] = { description: 'Gone.' };
    }),
    'openapi',
    /the documented status 410 was never met/,
    undefined,
    EVERYTHING,
  ],
  [
    'nobody can ask a documented address',
    description((document) => {
      document.paths['/api/areas/{code}'] = document.paths['/api/services/{id}'];
    }),
    'documented-paths',
    /no id is known/,
    undefined,
    EVERYTHING,
  ],
  [
    'the server fails',
    sent(ANY, (answer) => {
      answer.status = 500;
    }),
    'every-answer',
    /status 500/,
    undefined,
    ['root'],
  ],
];
