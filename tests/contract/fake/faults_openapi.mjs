// A broken openapi.json, and a server that does not keep to it: [what is wrong, how, the check and
// the words that must tell].

import { ANY, json, sent } from './change.mjs';

const description = (change) => json(/^\/openapi.json$/, change);
const OWN_SERVICE = '/api/services/{id}';

const schemasOf = (change) => description(({ components }) => change(components.schemas));
const ownParameters = (change) =>
  description(({ paths }) => change(paths[OWN_SERVICE].get.parameters));
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
      document.components.schemas.Problem.required.push('instance');
    }),
    'openapi',
    /"instance" is missing/,
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
      const { get } = document.paths['/api/services/{id}'];
      document.paths['/api/areas/{code}'] = { get: { ...get, parameters: [] } };
    }),
    'documented-paths',
    /no id is known/,
    undefined,
    EVERYTHING,
  ],
  [
    'a parameter is not documented',
    description(({ paths }) => {
      const { get } = paths['/oruk/v3/services'];
      get.parameters = get.parameters.filter((one) => one.name !== 'search');
    }),
    'openapi',
    /the parameter "search" is not documented/,
    undefined,
    ['v3-filters'],
  ],
  [
    'a documented parameter is refused',
    ownParameters((parameters) => {
      parameters.push({ ...parameters[1], name: 'colour' });
    }),
    'documented-paths',
    /status 400/,
  ],
  [
    'a documented parameter never works',
    ownParameters((parameters) => {
      parameters.push({ ...parameters[1], name: 'colour' });
    }),
    'openapi',
    /the documented parameter "colour" was in no good question/,
    undefined,
    EVERYTHING,
  ],
  [
    'the server takes a parameter that is not documented',
    ownParameters((parameters) => {
      parameters.pop();
    }),
    'documented-paths',
    /takes "language", which is not documented/,
  ],
  [
    'the server takes a value that is not documented',
    ownParameters((parameters) => {
      parameters[1].schema.enum = ['en'];
    }),
    'documented-paths',
    /takes "cy", which is not documented/,
  ],
  [
    'a documented value is refused',
    ownParameters((parameters) => {
      parameters[1].schema.enum.push('fr');
    }),
    'documented-paths',
    /status 400/,
  ],
  [
    'a value of another type is taken',
    description(({ paths }) => {
      const { parameters } = paths['/oruk/v3/organizations'].get;
      parameters.push({ ...parameters[0], name: 'size' });
    }),
    'documented-paths',
    /status 200/,
  ],
  [
    'a parameter is required and need not be there',
    ownParameters((parameters) => {
      parameters[1].required = true;
    }),
    'documented-paths',
    /status 200/,
  ],
  [
    'another method is answered',
    sent(
      /^\/oruk\/v3\/$/,
      (answer) => {
        answer.status = 200;
      },
      'POST',
    ),
    'documented-paths',
    /status 200/,
  ],
  [
    'a code is not documented',
    schemasOf(({ Problem }) => {
      Problem.properties.code.enum = ['method_not_allowed', 'not_found'];
    }),
    'openapi',
    /is "unknown_service"/,
    '/code',
    ['documented-paths'],
  ],
  [
    'a documented code never comes',
    schemasOf(({ Problem }) => {
      Problem.properties.code.enum.push('gone_for_good');
    }),
    'openapi',
    /the documented code "gone_for_good" was never met/,
    undefined,
    EVERYTHING,
  ],
  [
    'another code comes than should',
    json(/^\/openapi.json$/, ({ components }) => {
      components.schemas.Problem.properties.code.enum.push('unknown_path');
    }),
    'documented-paths',
    /the code is "unknown_service"/,
  ],
  [
    'an object is bare',
    schemasOf((schemas) => {
      schemas.Pagev3.properties.contents.items = { type: 'object' };
    }),
    'openapi',
    /is an object of any members/,
    '/contents/items',
  ],
  [
    'an object does not say what is required',
    schemasOf(({ Problem }) => {
      delete Problem.required;
    }),
    'openapi',
    /does not say what is required/,
  ],
  [
    'an object is open',
    schemasOf(({ Problem }) => {
      delete Problem.additionalProperties;
    }),
    'openapi',
    /is an object of any members/,
  ],
  [
    'a map has no description',
    schemasOf(({ Thing }) => {
      delete Thing.description;
    }),
    'openapi',
    /is a map without a description/,
  ],
  [
    'a list is of anything',
    schemasOf(({ Pagev1 }) => {
      delete Pagev1.properties.content.items;
    }),
    'openapi',
    /is a list of anything/,
  ],
  [
    'a schema says nothing',
    schemasOf(({ Pagev1 }) => {
      Pagev1.properties.size = {};
    }),
    'openapi',
    /is a schema that says nothing/,
  ],
  [
    'an answer has no schema',
    description(({ paths }) => {
      delete paths['/oruk/v1/services.csv'].get.responses[200].content['text/csv'].schema;
    }),
    'openapi',
    /is a schema that says nothing/,
  ],
  [
    'a parameter has no example',
    ownParameters((parameters) => {
      delete parameters[1].example;
    }),
    'openapi',
    /the parameter "language" has no example/,
  ],
  [
    'an address has no summary',
    description(({ paths }) => {
      delete paths[OWN_SERVICE].get.summary;
    }),
    'openapi',
    /has no summary/,
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
