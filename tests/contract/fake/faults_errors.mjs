// The root, and errors that are none: [what is wrong, how, the check and the words that must tell].

import { failing, json } from './change.mjs';

export const ERROR_FAULTS = [
  [
    'the version is another',
    json(/v3\/?$/, (about) => {
      about.version = '3.0';
    }),
    'root',
    /is "3.0"/,
  ],
  [
    'the version leads to another specification',
    json(/v3\/?$/, (about) => {
      about.version = 'HSDS-UK-1.0';
    }),
    'generation-b',
    /read as 1.0/,
  ],
  [
    'openapi_url is relative',
    json(/v3\/?$/, (about) => {
      about.openapi_url = '/openapi.json';
    }),
    'root',
    /is "\/openapi.json"/,
  ],
  [
    'openapi_url leads nowhere',
    json(/v3\/?$/, (about) => {
      about.openapi_url += 'x';
    }),
    'root',
    /status 404/,
  ],
  [
    'an unknown id is 200 and null',
    failing(404, (answer) => {
      Object.assign(answer, { status: 200, type: 'application/json', json: null });
    }),
    'unknown-ids',
    /status 200/,
  ],
  [
    'a problem is a text',
    failing(404, (answer) => {
      answer.type = 'text/plain';
    }),
    'every-answer',
    /Content-Type is "text\/plain"/,
    undefined,
    ['unknown-ids'],
  ],
  [
    'a problem has no title',
    failing(404, (answer) => {
      delete answer.json.title;
    }),
    'every-answer',
    /"title" is missing/,
    undefined,
    ['unknown-ids'],
  ],
  [
    'a problem says another status',
    failing(400, (answer) => {
      answer.json.status = 500;
    }),
    'every-answer',
    /is 500/,
    '/status',
    ['bad-parameters'],
  ],
  [
    'a bad parameter is 500',
    failing(400, (answer) => {
      answer.status = 500;
    }),
    'every-answer',
    /status 500/,
    undefined,
    ['bad-parameters'],
  ],
  [
    'a bad parameter is ignored',
    failing(400, (answer) => {
      answer.status = 200;
    }),
    'bad-parameters',
    /status 200/,
  ],
];
