// Broken rows of lists: [what is wrong, how, the check and the words that must tell].

import { V1_SERVICES, V1_TERMS, V3_PLACES, V3_SERVICES, V3_TERMS, json } from './change.mjs';

const row = (change) =>
  json(V3_SERVICES, (page) => {
    if (page.contents.length > 0) change(page.contents[0]);
  });
const row1 = (change) =>
  json(V1_SERVICES, (page) => {
    if (page.content.length > 0) change(page.content[0]);
  });

export const ROW_FAULTS = [
  [
    'a row has null',
    row((service) => {
      service.description = null;
    }),
    'list-pages',
    /is null/,
    '/contents/0/description',
  ],
  [
    'a row has an empty text',
    row((service) => {
      service.url = '';
    }),
    'list-pages',
    /is an empty text/,
  ],
  [
    'an address on the web has no scheme',
    row((service) => {
      service.url = 'www.x.org';
    }),
    'list-pages',
    /is "www.x.org"/,
  ],
  [
    'an id is not a UUID',
    row((service) => {
      service.id = 'a:b';
    }),
    'list-pages',
    /is "a:b"/,
  ],
  [
    'an id is a number',
    row((service) => {
      service.id = 1502;
    }),
    'list-pages',
    /is 1502/,
  ],
  [
    'an id is in capitals',
    row((service) => {
      service.id = 'ABCDEF00-0000-4000-8000-000000000000';
    }),
    'list-pages',
    /is "ABCDEF00/,
  ],
  [
    'status is missing',
    row((service) => {
      delete service.status;
    }),
    'list-pages',
    /"status" is missing/,
  ],
  [
    'status is another word',
    row((service) => {
      service.status = 'open';
    }),
    'list-pages',
    /is "open"/,
  ],
  [
    'the organisation is missing',
    row((service) => {
      delete service.organization;
    }),
    'list-pages',
    /"organization" is missing/,
  ],
  [
    'a number is a text',
    row((service) => {
      service.minimum_age = '5';
    }),
    'list-pages',
    /is "5"/,
  ],
  [
    'a moment has no zone',
    row((service) => {
      service.last_modified = '2026-11-01T10:00:00';
    }),
    'list-pages',
    /is "2026-11-01T10:00:00"/,
  ],
  [
    'a date is English',
    row((service) => {
      service.assured_date = '01/10/2026';
    }),
    'list-pages',
    /is "01\/10\/2026"/,
  ],
  [
    'a row has an extra unasked',
    row((service) => {
      service.source = 'x';
    }),
    'list-pages',
    /has the member "source"/,
  ],
  [
    'a row is nested like a detail',
    row((service) => {
      service.schedules = [];
    }),
    'list-pages',
    /has the member "schedules"/,
  ],
  [
    'a term has no description',
    json(V3_TERMS, (page) => {
      delete page.contents[0]?.description;
    }),
    'list-pages',
    /"description" is missing/,
  ],
  [
    'a place has no type',
    json(V3_PLACES, (page) => {
      delete page.contents[0]?.location.location_type;
    }),
    'list-pages',
    /"location_type" is missing/,
  ],
  [
    'a place is off the globe',
    json(V3_PLACES, (page) => {
      page.contents[0].location.latitude = 100;
    }),
    'list-pages',
    /is 100/,
  ],
  [
    'the parent of a root is absent in v1',
    json(V1_TERMS, (page) => {
      delete page.content[0]?.parent;
    }),
    'list-pages',
    /"parent" is missing/,
  ],
  [
    'a row of v1 has null',
    row1((service) => {
      service.email = null;
    }),
    'list-pages',
    /is null/,
  ],
  [
    'attending_type is another word',
    row1((service) => {
      service.attending_type = 'on foot';
    }),
    'list-pages',
    /is "on foot"/,
  ],
];
