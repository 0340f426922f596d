// Other forms of rows, other names, tables, menus, richness: [what is wrong, how, the check and the
// words that must tell].

import { CSV, RICHNESS, V1_SERVICES, V1_TERMS, V3_SERVICES, asked, json, sent } from './change.mjs';

export const FORM_FAULTS = [
  [
    'minimal rows are whole',
    asked(V3_SERVICES, 'minimal', (page) => {
      page.contents[0].name = 'Lunch';
    }),
    'row-forms',
    /has the member "name"/,
  ],
  [
    'minimal comes in pages',
    asked(V3_SERVICES, 'minimal', (page) => {
      page.contents.length = 3;
    }),
    'row-forms',
    /has 3 items/,
  ],
  [
    'full rows are thin',
    asked(V3_SERVICES, 'full', (page) => {
      delete page.contents[0].attributes;
    }),
    'row-forms',
    /is not its detail/,
  ],
  [
    'extras take something away',
    asked(V3_SERVICES, 'extras', (page) => {
      delete page.contents[0].name;
    }),
    'row-forms',
    /is not what it is without extras/,
    '/contents/0/name',
  ],
  [
    'a line is missing',
    {
      content: (request, answer) => {
        answer.lines?.pop();
      },
    },
    'row-forms',
    /11 lines/,
  ],
  [
    'lines are one array',
    {
      content: (request, answer) => {
        if (answer.lines) answer.lines = [answer.lines];
      },
    },
    'row-forms',
    /is \[|1 lines/,
  ],
  [
    'include is ignored',
    asked(V1_SERVICES, 'include', (page) => {
      delete page.content[0]?.contacts;
    }),
    'row-forms',
    /"contacts" is missing/,
  ],
  [
    'include gives all',
    asked(V1_SERVICES, 'include', (page) => {
      page.content[0].eligibilitys = [{ id: 'x' }];
    }),
    'row-forms',
    /is there unasked/,
  ],
  [
    'a trailing slash is not known',
    json(/v1\/services\/$/, (_, __, answer) => {
      answer.status = 404;
    }),
    'other-names',
    /status 404/,
  ],
  [
    '.json is another answer',
    json(/\.json$/, (page) => {
      page.content?.reverse();
    }),
    'other-names',
    /the body is another/,
  ],
  [
    'the table lacks a column',
    {
      content: (request, answer) => {
        if (answer.csv) answer.csv = answer.csv.replace('organization.id', 'organization');
      },
    },
    'csv-table',
    /no column organization.id/,
  ],
  [
    'the table does not quote',
    {
      content: (request, answer) => {
        if (answer.csv) answer.csv = answer.csv.replaceAll(/(?<!")"(?!")/g, '');
      },
    },
    'csv-table',
    /has 6 fields|has 7 fields|do not close/,
  ],
  [
    'the table lacks a row',
    {
      content: (request, answer) => {
        if (answer.csv) answer.csv = answer.csv.replace(/[^\n]*\n$/, '');
      },
    },
    'csv-table',
    /records/,
  ],
  [
    'the table is not attached',
    sent(CSV, (answer) => {
      delete answer.headers['Content-Disposition'];
    }),
    'csv-table',
    /Content-Disposition is ""/,
  ],
  [
    'a vocabulary is missing',
    json(/vocabularies$/, (names) => {
      names.pop();
    }),
    'v1-taxonomies',
    /"esdNeeds" is not among them/,
  ],
  [
    'vocabulary is ignored',
    asked(V1_TERMS, 'vocabulary', (page) => {
      if (page.content[0]) page.content[0].vocabulary = 'other';
    }),
    'v1-taxonomies',
    /is "esd/,
  ],
  [
    'root_only is ignored',
    asked(V1_TERMS, 'root_only', (page) => {
      page.content[0].parent = { id: 'x', name: 'x' };
    }),
    'v1-taxonomies',
    /is "esdServiceType:100"/,
  ],
  [
    'parent_id finds nothing',
    asked(V1_TERMS, 'parent_id', (page) => {
      page.content = [];
    }),
    'v1-taxonomies',
    /there are none/,
  ],
  [
    'richness is not rounded',
    json(RICHNESS, (score) => {
      score.richness_percentage = 33.3333;
    }),
    'richness',
    /is 33.3333/,
  ],
  [
    'richness is over all',
    json(RICHNESS, (score) => {
      score.richness_percentage = 130;
    }),
    'richness',
    /is 130/,
  ],
  [
    'a field is both there and not',
    json(RICHNESS, (score) => {
      score.not_populated.push(score.populated[0]);
    }),
    'richness',
    /both populated and not/,
  ],
];
