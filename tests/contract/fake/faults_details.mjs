// Broken details: [what is wrong, how, the check and the words that must tell].

import { V1_SERVICE, V3_PLACE, V3_SERVICE, json, sent } from './change.mjs';

const detail = (change) => json(V3_SERVICE, change);

export const DETAIL_FAULTS = [
  [
    'a detail has no id of its row',
    detail((service) => {
      service.id = '00000009-0000-4000-8000-000000000009';
    }),
    'details',
    /is "00000009/,
    '/id',
  ],
  [
    'a detail says another name',
    detail((service) => {
      service.name += '!';
    }),
    'details',
    /is "/,
    '/name',
  ],
  [
    'a detail is an array',
    json(V3_SERVICE, (service, _, answer) => {
      answer.json = [service];
    }),
    'details',
    /is \[/,
  ],
  [
    'a detail has an empty list',
    detail((service) => {
      service.contacts = [];
    }),
    'details',
    /is an empty list/,
  ],
  [
    'a detail has null deep down',
    detail((service) => {
      service.attributes[0].taxonomy_term.term = null;
    }),
    'details',
    /is null/,
    '/attributes/0/taxonomy_term/term',
  ],
  [
    'freq is DAILY',
    detail((service) => {
      service.schedules[0].freq = 'DAILY';
    }),
    'details',
    /is "DAILY"/,
  ],
  [
    'a time is vague',
    detail((service) => {
      service.schedules[0].opens_at = '9am';
    }),
    'details',
    /is "9am"/,
  ],
  [
    'byday is in words',
    detail((service) => {
      service.schedules[0].byday = 'Monday';
    }),
    'details',
    /is "Monday"/,
  ],
  [
    'an address has no county',
    detail((service) => {
      delete service.service_at_locations?.[0].location.addresses[0].state_province;
    }),
    'details',
    /"state_province" is missing/,
  ],
  [
    "an attribute is another thing's",
    detail((service) => {
      service.attributes[0].link_id = service.organization.id;
    }),
    'details',
    /is "00000002/,
    '/attributes/0/link_id',
  ],
  [
    'organization_id is another organisation',
    detail((service) => {
      service.organization_id = service.id;
    }),
    'details',
    /is "00000001/,
    '/organization_id',
  ],
  [
    'a service at a location has no status',
    json(V3_PLACE, (place) => {
      delete place.status;
    }),
    'details',
    /"status" is missing/,
  ],
  [
    'a service of v1 has a stray member',
    json(V1_SERVICE, (service) => {
      service.eligibilities = [];
    }),
    'details',
    /has the member "eligibilities"/,
  ],
  [
    'a detail is not JSON',
    sent(V3_SERVICE, (answer) => {
      answer.bytes = Buffer.from('{"id": ');
    }),
    'every-answer',
    /the body is not JSON/,
    undefined,
    ['details'],
  ],
  [
    'a detail is a web page',
    sent(V3_SERVICE, (answer) => {
      answer.headers['Content-Type'] = 'text/html';
    }),
    'every-answer',
    /Content-Type is "text\/html"/,
    undefined,
    ['details'],
  ],
  [
    'a detail is gone',
    json(V3_SERVICE, (_, __, answer) => {
      Object.assign(answer, {
        status: 404,
        type: 'application/problem+json',
        json: { type: 'x', title: 'x', status: 404 },
      });
    }),
    'details',
    /status 404/,
  ],
];
