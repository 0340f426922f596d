// The harness proves itself: a faultless feed passes, and every fault of fake/faults_*.mjs is
// reported by the check that is about it, in the words that tell what is wrong.
//
//   node self_test.mjs [--official DIR]

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseCsv } from './checks/csv_table.mjs';
import { versionOf } from './checks/generation_b.mjs';
import { DETAIL_FAULTS } from './fake/faults_details.mjs';
import { ENVELOPE_FAULTS } from './fake/faults_envelope.mjs';
import { ERROR_FAULTS } from './fake/faults_errors.mjs';
import { FILTER_FAULTS } from './fake/faults_filters.mjs';
import { FORM_FAULTS } from './fake/faults_forms.mjs';
import { HEADER_FAULTS } from './fake/faults_headers.mjs';
import { OPENAPI_FAULTS } from './fake/faults_openapi.mjs';
import { PAGE_FAULTS } from './fake/faults_pages.mjs';
import { ROW_FAULTS } from './fake/faults_rows.mjs';
import { serveFake } from './fake/server.mjs';
import { UsageError, defaultOptions, parseArguments } from './lib/arguments.mjs';
import { writeFindings } from './lib/findings.mjs';
import { CHECKS, runContract } from './lib/run.mjs';

const OFFICIAL = process.argv.includes('--official')
  ? process.argv[process.argv.indexOf('--official') + 1]
  : process.env.WAYPOST_ORUK_SCHEMAS;

async function findingsWith(fault, options = {}) {
  const { base, close } = await serveFake(fault);
  try {
    return await runContract({ ...defaultOptions(), seed: 1, smallPages: 4, base, ...options });
  } finally {
    await close();
  }
}

function written(findings) {
  const lines = [];
  writeFindings(findings, 3, (line) => lines.push(line));
  return lines.join('');
}

const tells = (check, words, pointer) => (finding) =>
  finding.check === check &&
  words.test(finding.what) &&
  (pointer === undefined || finding.pointer.endsWith(pointer));

// `only` is the checks to run: by default that which must tell; none named means all.
async function mustBeFound([, fault, check, words, pointer, only = [check]]) {
  const { findings } = await findingsWith(fault, only.length > 0 ? { only } : {});
  const found = findings.all.some(tells(check, words, pointer));
  assert.ok(found, `wanted ${check}: ${words} ${pointer ?? ''}, found:\n${written(findings)}`);
}

test('a faultless feed passes every check', async () => {
  const { findings, ledger } = await findingsWith({}, { official: OFFICIAL });
  assert.equal(written(findings), '');
  assert.deepEqual([...ledger.unmet()], []);
});

const FAULTS = [
  ...ENVELOPE_FAULTS,
  ...ROW_FAULTS,
  ...DETAIL_FAULTS,
  ...FORM_FAULTS,
  ...ERROR_FAULTS,
  ...HEADER_FAULTS,
  ...FILTER_FAULTS,
  ...OPENAPI_FAULTS,
  ...PAGE_FAULTS,
];
for (const fault of FAULTS) test(`found: ${fault[0]}`, () => mustBeFound(fault));

test('every check is named by some fault', () => {
  const named = new Set(FAULTS.map(([, , check]) => check));
  assert.deepEqual(
    CHECKS.map(({ name }) => name).filter((name) => !named.has(name)),
    [],
  );
});

test('nobody there is one finding', async () => {
  const { findings } = await runContract({ ...defaultOptions(), base: 'http://127.0.0.1:1' });
  assert.equal(findings.count, 1);
  assert.match(findings.all[0].what, /no answer/);
});

test(
  'the official schemas count, their envelope too',
  { skip: !OFFICIAL && 'no --official' },
  async () => {
    const change = (request, { json }) => {
      if (json?.contents) delete json.total_pages;
    };
    const { findings } = await findingsWith(
      { content: change },
      { official: OFFICIAL, only: ['generation-b'] },
    );
    assert.ok(
      findings.all.some(tells('generation-b', /"total_pages" is missing/)),
      written(findings),
    );
  },
);

test(
  'a service at a location is a service too',
  { skip: !OFFICIAL && 'no --official' },
  async () => {
    const change = (request, { json }) => {
      if (/service_at_locations\/./.test(request.path)) delete json.name;
    };
    const { findings } = await findingsWith(
      { content: change },
      { official: OFFICIAL, only: ['generation-b'] },
    );
    assert.ok(findings.all.some(tells('generation-b', /"name" is missing/)), written(findings));
  },
);

// Whatever comes, the harness ends and says what is wrong.
const NONSENSE = {
  'nothing but 404': (answer) => {
    answer.status = 404;
  },
  'a web page everywhere': (answer) => {
    answer.bytes = Buffer.from('<html>');
  },
  'null everywhere': (answer) => {
    answer.bytes = Buffer.from('null');
  },
  'a number everywhere': (answer) => {
    answer.bytes = Buffer.from('7');
  },
  'rows that are no objects': (answer) => {
    answer.bytes = Buffer.from('{"total_items":9,"contents":[null,1],"content":[null,"x"]}');
  },
  'lists of nulls': (answer) => {
    answer.bytes = Buffer.from('[null]');
  },
};
for (const [called, change] of Object.entries(NONSENSE)) {
  test(`survives ${called}`, async () => {
    const wire = (request, answer) => {
      if (request.path !== '/openapi.json') change(answer);
    };
    const { findings } = await findingsWith({ wire }, { official: OFFICIAL });
    assert.ok(findings.count > 100);
    assert.doesNotMatch(written(findings), /broke off/);
  });
}

test('findings of one kind are told once, with their number', async () => {
  const { findings } = await findingsWith(ROW_FAULTS[0][1], {
    only: ['list-pages', 'small-pages'],
  });
  assert.match(written(findings), /more like it/);
});

test('arguments', () => {
  assert.equal(parseArguments(['--base', 'http://x/', '--details', '7']).base, 'http://x');
  for (const bad of [
    [],
    ['--base'],
    ['--base', 'x'],
    ['--base', 'http://x', '--details', 'all'],
    ['--bases', 'http://x'],
  ]) {
    assert.throws(() => parseArguments(bad), UsageError);
  }
});

test('CSV', () => {
  assert.deepEqual(parseCsv('a,b\r\n"1,""2""\r\n",\r\n'), [
    ['a', 'b'],
    ['1,"2"\r\n', ''],
  ]);
  assert.equal(parseCsv('a\r\n"b'), undefined);
});

test('versions as validators read them', () => {
  assert.deepEqual(['HSDS-UK-3.0', '3.0', 'V3', 'none', undefined].map(versionOf), [
    '3.0',
    '3.0',
    '3.0',
    undefined,
    undefined,
  ]);
});
