// A page for people, or lines, that are not what openapi.json says: [what is wrong, how, the check
// and the words that must tell].

import { json, sent } from './change.mjs';

const description = (change) => json(/^\/openapi.json$/, change);
const EVERYTHING = []; // `only` of a run of all checks

export const PAGE_FAULTS = [
  [
    'a form is refused',
    sent(
      /^\/search$/,
      (answer) => {
        answer.status = 400;
      },
      'POST',
    ),
    'documented-paths',
    /status 400/,
  ],
  [
    'a form is sent on to nowhere that is documented',
    description(({ paths }) => {
      delete paths['/search'].post.responses[303];
    }),
    'openapi',
    /status 303 is not documented/,
    undefined,
    ['documented-paths'],
  ],
  [
    'nobody sends a documented form',
    description(({ paths }) => {
      paths['/oruk/v3/'].post = paths['/search'].post;
    }),
    'openapi',
    /the documented address was never asked/,
    undefined,
    EVERYTHING,
  ],
  [
    'a page takes a place that nobody knows',
    {
      content: ({ path }, answer) => {
        if (path === '/search') answer.status = 200;
      },
    },
    'documented-paths',
    /status 200/,
  ],
  [
    'a line is not as documented',
    description(({ paths }) => {
      const { content } = paths['/oruk/v3/services'].get.responses[200];
      content['application/x-ndjson'].schema = { type: 'string' };
    }),
    'openapi',
    /is \{"id"/,
    undefined,
    ['row-forms'],
  ],
];
