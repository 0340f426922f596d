// Broken methods and headers: [what is wrong, how, the check and the words that must tell].

import { ANY, V3_SERVICE, V3_SERVICES, sent } from './change.mjs';

const on304 = (change) =>
  sent(ANY, (answer) => {
    if (answer.status === 304) change(answer);
  });
const onGzip = (change) =>
  sent(ANY, (answer) => {
    if (answer.headers['Content-Encoding']) change(answer);
  });
const noOrigin = (answer) => {
  delete answer.headers['Access-Control-Allow-Origin'];
};

export const HEADER_FAULTS = [
  [
    'no page may read the answers',
    sent(V3_SERVICES, noOrigin),
    'every-answer',
    /no Access-Control-Allow-Origin/,
    undefined,
    ['list-pages'],
  ],
  [
    'no page may read errors',
    sent(ANY, (answer) => {
      if (answer.status >= 400) noOrigin(answer);
    }),
    'every-answer',
    /no Access-Control-Allow-Origin/,
    undefined,
    ['unknown-ids'],
  ],
  [
    'no page may read 304',
    on304(noOrigin),
    'every-answer',
    /no Access-Control-Allow-Origin/,
    undefined,
    ['caching'],
  ],
  [
    'the origin is repeated',
    sent(ANY, (answer) => {
      answer.headers['Access-Control-Allow-Origin'] = '*, *';
    }),
    'every-answer',
    /is "\*, \*"/,
    undefined,
    ['root'],
  ],
  [
    'one origin only',
    sent(ANY, (answer, request) => {
      if (request.headers.origin)
        answer.headers['Access-Control-Allow-Origin'] = request.headers.origin;
    }),
    'every-answer',
    /is "https:\/\/finder/,
    undefined,
    ['cross-origin'],
  ],
  [
    'OPTIONS is refused',
    sent(
      ANY,
      (answer) => {
        answer.status = 405;
      },
      'OPTIONS',
    ),
    'cross-origin',
    /status 405/,
  ],
  [
    'OPTIONS has no origin',
    sent(ANY, noOrigin, 'OPTIONS'),
    'every-answer',
    /no Access-Control-Allow-Origin/,
    undefined,
    ['cross-origin'],
  ],
  [
    'OPTIONS allows no methods',
    sent(
      ANY,
      (answer) => {
        delete answer.headers['Access-Control-Allow-Methods'];
      },
      'OPTIONS',
    ),
    'cross-origin',
    /Allow-Methods is "undefined"/,
  ],
  [
    'OPTIONS allows no headers',
    sent(
      ANY,
      (answer) => {
        delete answer.headers['Access-Control-Allow-Headers'];
      },
      'OPTIONS',
    ),
    'cross-origin',
    /Allow-Headers is "undefined"/,
  ],
  [
    'HEAD is refused',
    sent(
      ANY,
      (answer) => {
        answer.status = 405;
      },
      'HEAD',
    ),
    'head-requests',
    /status 405/,
  ],
  [
    'HEAD says another length',
    sent(
      ANY,
      (answer) => {
        answer.bytes = Buffer.alloc(0);
      },
      'HEAD',
    ),
    'head-requests',
    /content-length is "0"/,
  ],
  [
    'HEAD has no tag',
    sent(
      ANY,
      (answer) => {
        delete answer.headers.ETag;
      },
      'HEAD',
    ),
    'head-requests',
    /etag is "undefined"/,
  ],
  [
    'HEAD says another type',
    sent(
      ANY,
      (answer) => {
        answer.headers['Content-Type'] = 'text/plain';
      },
      'HEAD',
    ),
    'head-requests',
    /content-type is "text\/plain"/,
  ],
  [
    'there is no tag',
    sent(ANY, (answer) => {
      delete answer.headers.ETag;
    }),
    'every-answer',
    /no ETag/,
    undefined,
    ['list-pages'],
  ],
  [
    'the tag has no quotes',
    sent(V3_SERVICES, (answer) => {
      if (answer.headers.ETag) answer.headers.ETag = 'abc';
    }),
    'every-answer',
    /ETag is abc/,
    undefined,
    ['list-pages'],
  ],
  [
    'there is no Cache-Control',
    sent(V3_SERVICE, (answer) => {
      delete answer.headers['Cache-Control'];
    }),
    'every-answer',
    /no Cache-Control/,
    undefined,
    ['details'],
  ],
  [
    'errors have no Cache-Control',
    sent(ANY, (answer) => {
      if (answer.status === 404) delete answer.headers['Cache-Control'];
    }),
    'every-answer',
    /no Cache-Control/,
    undefined,
    ['unknown-ids'],
  ],
  [
    'the tag changes every time',
    sent(V3_SERVICES, (answer) => {
      Object.assign(answer, { status: 200, bytes: Buffer.from('{}') });
      answer.headers.ETag = `"${Math.random()}"`;
    }),
    'caching',
    /status 200, to If-None-Match/,
  ],
  [
    'a weak tag is not known again',
    {
      content: (request) => {
        if (request.headers['if-none-match']?.startsWith('W/'))
          request.headers['if-none-match'] = '"x"';
      },
    },
    'caching',
    /status 200, to If-None-Match: W\//,
  ],
  [
    'a list of tags is not read',
    {
      content: (request) => {
        if (request.headers['if-none-match']?.includes(','))
          request.headers['if-none-match'] = '"x"';
      },
    },
    'caching',
    /status 200, to If-None-Match: "another"/,
  ],
  [
    '304 has no tag',
    on304((answer) => {
      delete answer.headers.ETag;
    }),
    'caching',
    /status 304 without etag/,
  ],
  [
    '304 has no Cache-Control',
    on304((answer) => {
      delete answer.headers['Cache-Control'];
    }),
    'caching',
    /status 304 without cache-control/,
  ],
  [
    'every tag is known',
    {
      content: (request) => {
        if (request.headers['if-none-match']) request.headers['if-none-match'] = '*';
      },
    },
    'caching',
    /304 to a tag that it never gave/,
  ],
  [
    'gzip is not given',
    {
      content: (request) => {
        delete request.headers['accept-encoding'];
      },
    },
    'compression',
    /Content-Encoding is ""/,
  ],
  [
    'gzip is given unasked',
    {
      content: (request) => {
        request.headers['accept-encoding'] = 'gzip';
      },
    },
    'compression',
    /to Accept-Encoding: \(none\)/,
  ],
  [
    'gzip is given to who refuses it',
    {
      content: (request) => {
        if (request.headers['accept-encoding'] === 'gzip;q=0')
          request.headers['accept-encoding'] = 'gzip';
      },
    },
    'compression',
    /to Accept-Encoding: gzip;q=0/,
  ],
  [
    'what is called gzip is plain',
    onGzip((answer) => {
      answer.bytes = Buffer.from('{}');
    }),
    'compression',
    /the body is not gzip/,
  ],
  [
    'plain and gzip have one strong tag',
    onGzip((answer) => {
      answer.headers.ETag = answer.headers.ETag.replace('-gzip', '');
    }),
    'compression',
    /is that of the plain answer too/,
  ],
  [
    'there is no Vary',
    sent(ANY, (answer) => {
      delete answer.headers.Vary;
    }),
    'compression',
    /Vary is ""/,
  ],
];
