// Broken filters, and refusals of what clients send: [what is wrong, how, the check and the words
// that must tell].

import { V1_SERVICES, V3_PLACES, V3_SERVICES, V3_TERMS, asked, json } from './change.mjs';

const EMPTY_V1 = { totalElements: 0, totalPages: 0, size: 0, last: true, empty: true, content: [] };
const EMPTY_V3 = {
  total_items: 0,
  total_pages: 1,
  size: 0,
  last_page: true,
  empty: true,
  contents: [],
};

const findsNothing1 = (name, when = () => true) =>
  asked(V1_SERVICES, name, (page, { parameters }) => {
    if (when(parameters.get(name))) Object.assign(page, EMPTY_V1);
  });
const findsNothing3 = (pattern, name) =>
  asked(pattern, name, (page) => {
    Object.assign(page, EMPTY_V3);
  });

export const FILTER_FAULTS = [
  ['text finds nothing', findsNothing1('text'), 'generation-0', /"Holy Trinity.*is on no page/],
  [
    'a bracket is an operator',
    findsNothing1('text', (text) => text.includes('(')),
    'generation-0',
    /Holy Trinity/,
  ],
  [
    'a dash is an operator',
    findsNothing1('text', (text) => text.includes(' - ')),
    'generation-0',
    /Extra Care/,
  ],
  [
    'a full stop counts',
    findsNothing1('text', (text) => text.endsWith('.')),
    'generation-0',
    /Extra Care/,
  ],
  [
    'an age is outside its own range',
    findsNothing1('minimum_age'),
    'generation-0',
    /is on no page/,
  ],
  [
    'times need a day',
    asked(V1_SERVICES, 'start_time', (page, { parameters }) => {
      if (!parameters.has('day')) Object.assign(page, EMPTY_V1);
    }),
    'generation-0',
    /is on no page/,
  ],
  [
    'a list of days is not read',
    findsNothing1('day', (day) => day.includes(',')),
    'generation-0',
    /is on no page/,
  ],
  [
    'a postcode needs its space',
    findsNothing1('postcode', (postcode) => !postcode.includes(' ')),
    'generation-0',
    /is on no page/,
  ],
  [
    '"+" is no space in a postcode',
    {
      content: (request, answer) => {
        if (answer.json?.content && /\w \w/.test(request.parameters.get('postcode') ?? ''))
          Object.assign(answer.json, EMPTY_V1);
      },
    },
    'generation-0',
    /is on no page/,
  ],
  ['a term finds nothing', findsNothing1('taxonomy_id'), 'generation-0', /is on no page/],
  [
    'no service says its ages',
    json(/v1\/services\/[^/]+$/, (service) => {
      delete service.eligibilitys;
    }),
    'generation-0',
    /can be asked for by its ages/,
  ],
  ['search finds nothing', findsNothing3(V3_SERVICES, 'search'), 'v3-filters', /is on no page/],
  [
    'modified_after is exclusive',
    asked(V3_SERVICES, 'modified_after', (page, { parameters }) => {
      page.contents = page.contents.filter(
        (row) => Date.parse(row.last_modified) !== Date.parse(parameters.get('modified_after')),
      );
    }),
    'v3-filters',
    /is on no page/,
  ],
  [
    'a taxonomy finds nothing',
    findsNothing3(V3_SERVICES, 'taxonomy_id'),
    'v3-filters',
    /is on no page/,
  ],
  ['proximity finds nothing', findsNothing3(V3_PLACES, 'proximity'), 'v3-filters', /is on no page/],
  [
    'organization_id is ignored',
    asked(V3_SERVICES, 'organization_id', (page) => {
      page.contents.forEach((row) => {
        row.organization_id = row.id;
      });
    }),
    'v3-filters',
    /is "00000001/,
  ],
  [
    'top_only is the wrong way round',
    asked(V3_TERMS, 'top_only', (page) => {
      page.contents[0].parent_id = page.contents[1].id;
    }),
    'v3-filters',
    /is "00000005/,
  ],
  [
    'a trailing "&" is an error',
    json(/v1\/services\/$/, (_, request, answer) => {
      if (request.url.endsWith('&')) answer.status = 400;
    }),
    'client-requests',
    /status 400/,
  ],
  [
    'camel-case times are an error',
    asked(/v1\/services\/$/, 'endTime', (_, __, answer) => {
      answer.status = 400;
    }),
    'client-requests',
    /status 400/,
  ],
  [
    'per_page of 500 is cut',
    asked(/v1\/taxonomies\/$/, 'per_page', (page) => {
      page.content.length = Math.min(5, page.content.length);
    }),
    'client-requests',
    /has 5 items/,
  ],
];
