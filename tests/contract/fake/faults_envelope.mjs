// Broken envelopes and broken paging: [what is wrong, how, the check and the words that must tell].

import {
  V1_SERVICES,
  V1_TERMS,
  V3_PLACES,
  V3_SERVICES,
  V3_TERMS,
  asked,
  json,
  sent,
} from './change.mjs';

const onPage = (pattern, page, change) =>
  json(pattern, (body, request) => {
    if ((request.parameters.get('page') ?? '1') === String(page)) change(body, request);
  });

// As a server that does not know `name`: no such line of the query counts.
const ignoring = (pattern, name, rows) =>
  asked(pattern, name, (body, request) => {
    if (body[rows].length > 0 && request.parameters.get(name) !== '1') body[rows].reverse();
  });

export const ENVELOPE_FAULTS = [
  [
    'total_items is a text',
    json(V3_SERVICES, (page) => {
      page.total_items = '12';
    }),
    'list-pages',
    /is "12"/,
    '/total_items',
  ],
  [
    'total_pages is missing',
    json(V3_SERVICES, (page) => {
      delete page.total_pages;
    }),
    'list-pages',
    /"total_pages" is missing/,
  ],
  [
    'total_pages counts wrongly',
    json(V3_TERMS, (page) => {
      page.total_pages += 1;
    }),
    'list-pages',
    /total_pages is 3/,
  ],
  [
    'page_number counts from 0',
    json(V3_SERVICES, (page) => {
      page.page_number -= 1;
    }),
    'list-pages',
    /page_number is 0/,
  ],
  [
    'size is the page size',
    json(V3_SERVICES, (page) => {
      page.size = 50;
    }),
    'list-pages',
    /size is 50/,
  ],
  [
    'first_page is always true',
    json(V3_TERMS, (page) => {
      page.first_page = true;
    }),
    'list-pages',
    /first_page is true/,
  ],
  [
    'last_page is never true',
    json(V3_TERMS, (page) => {
      page.last_page = false;
    }),
    'list-pages',
    /last_page is false/,
  ],
  [
    'last_page is true past the last page',
    json(V3_TERMS, (page) => {
      page.last_page ||= page.empty;
    }),
    'small-pages',
    /last_page is true/,
  ],
  [
    'empty is a text',
    json(V3_SERVICES, (page) => {
      page.empty = 'false';
    }),
    'list-pages',
    /is "false"/,
    '/empty',
  ],
  [
    'empty is true',
    json(V3_SERVICES, (page) => {
      page.empty = true;
    }),
    'list-pages',
    /empty is true/,
  ],
  [
    'contents is called content',
    json(V3_SERVICES, (page) => {
      page.content = page.contents;
      delete page.contents;
    }),
    'list-pages',
    /"contents" is missing/,
  ],
  [
    'the envelope has a stray member',
    json(V3_SERVICES, (page) => {
      page.build = 'abc';
    }),
    'list-pages',
    /has the member "build"/,
  ],
  [
    'the list is a bare array',
    json(V3_SERVICES, (page, _, answer) => {
      answer.json = page.contents;
    }),
    'list-pages',
    /is \[/,
  ],
  [
    'an empty page has total_pages 0',
    json(V3_SERVICES, (page) => {
      if (page.total_items === 0) page.total_pages = 0;
    }),
    'empty-pages',
    /is 0/,
    '/total_pages',
  ],
  [
    'an empty page is not the last',
    json(V3_SERVICES, (page) => {
      if (page.total_items === 0) page.last_page = false;
    }),
    'empty-pages',
    /last_page is false/,
  ],
  [
    'an unknown id gives everything',
    asked(V3_SERVICES, 'taxonomy_term_id', (page) => {
      Object.assign(page, { total_items: 1, size: 1, empty: false, contents: [{ id: 'x' }] });
    }),
    'empty-pages',
    /there are 1 items/,
  ],
  [
    'an item is on two pages',
    onPage(V3_TERMS, 2, (page, request) => {
      if (!request.parameters.has('per_page'))
        page.contents[0].id = '00000005-0000-4000-8000-000000000003';
    }),
    'list-pages',
    /was on page 1 before/,
  ],
  [
    'an item is missing',
    onPage(V3_TERMS, 2, (page) => {
      page.contents.pop();
      page.size -= 1;
    }),
    'list-pages',
    /all pages together have 59 items/,
  ],
  [
    'the total changes on the way',
    onPage(V3_TERMS, 2, (page) => {
      page.total_items += 1;
    }),
    'list-pages',
    /is 61/,
    '/total_items',
  ],
  [
    'per_page is ignored',
    asked(V3_SERVICES, 'per_page', (page) => {
      page.contents = Array.from({ length: 12 }, () => page.contents[0] ?? {});
    }),
    'small-pages',
    /page 1 has 12 items/,
  ],
  [
    'per_page changes the order',
    ignoring(V3_SERVICES, 'per_page', 'contents'),
    'small-pages',
    /item 1 is/,
  ],
  [
    'a page past the last is 404',
    json(V3_TERMS, (page, _, answer) => {
      if (page.empty) answer.status = 404;
    }),
    'small-pages',
    /status 404/,
  ],
  [
    'more than the greatest page is an error',
    json(V3_TERMS, (_, request, answer) => {
      if (Number(request.parameters.get('per_page')) > 1000) answer.status = 400;
    }),
    'small-pages',
    /status 400/,
  ],
  [
    'a page of a thousand is cut to a hundred',
    json(V3_TERMS, (page, request) => {
      if (Number(request.parameters.get('per_page')) > 1000) page.contents.length = 20;
    }),
    'small-pages',
    /has 20 items/,
  ],
  [
    'number counts from 0 in v1',
    json(V1_SERVICES, (page) => {
      page.number -= 1;
    }),
    'list-pages',
    /number is 0/,
  ],
  [
    'number counts from 0 with include',
    asked(V1_SERVICES, 'include', (page) => {
      page.number -= 1;
    }),
    'row-forms',
    /number is 0/,
  ],
  [
    'an empty page of v1 has totalPages 1',
    json(V1_TERMS, (page) => {
      if (page.empty) page.totalPages = 1;
    }),
    'empty-pages',
    /totalPages is 1/,
  ],
  [
    'content is missing in v1',
    json(V1_SERVICES, (page) => {
      delete page.content;
    }),
    'list-pages',
    /"content" is missing/,
  ],
  [
    'a list of v1 is bare',
    json(/v1\/organizations$/, (page, _, answer) => {
      answer.json = page.content;
    }),
    'list-pages',
    /is \[/,
  ],
  [
    'there are no services',
    json(V3_SERVICES, (page) => {
      Object.assign(page, {
        total_items: 0,
        total_pages: 1,
        size: 0,
        last_page: true,
        empty: true,
        contents: [],
      });
    }),
    'list-pages',
    /there are no services/,
  ],
  [
    'last_page is wrong to generation A',
    json(V3_TERMS, (page) => {
      page.last_page = !page.last_page;
    }),
    'generation-a',
    /is (true|false)/,
    '/last_page',
  ],
  [
    'a short page in the middle',
    json(V3_TERMS, (page) => {
      if (!page.last_page) page.contents.length = 4;
    }),
    'generation-a',
    /has 4 items/,
    '/contents',
  ],
  [
    'a list is not served',
    sent(V3_PLACES, (answer) => {
      answer.status = 404;
    }),
    'generation-b',
    /status 404/,
  ],
];
