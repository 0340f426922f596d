// What a service says of itself, as questions that must find it: the idea of the first official
// validator, which asked a feed for its richest record by that record's own name, ages, postcode,
// term and hours.

const EARTH_RADIUS_M = 6371008.8;
const DAY = '(MO|TU|WE|TH|FR|SA|SU)';
const PLAIN_DAYS = {
  WEEKLY: new RegExp(`^${DAY}(,${DAY})*$`),
  MONTHLY: new RegExp(`^-?[1-5]${DAY}(,-?[1-5]${DAY})*$`),
};
// How many of the richest records are asked for; the validator takes one.
export const RICHEST = 10;

const clock = (time) => time.slice(0, 5);

// A session that surely takes place every week, or month: no other rule, and no dates, which would
// need the server's clock to be judged.
function isPlain(row) {
  return (
    PLAIN_DAYS[row.freq]?.test(row.byday ?? '') &&
    (row.interval ?? 1) === 1 &&
    /^\d\d:\d\d/.test(row.opens_at ?? '') &&
    /^\d\d:\d\d/.test(row.closes_at ?? '') &&
    !row.valid_from &&
    !row.valid_to &&
    !row.dtstart
  );
}

// { opens, closes, day } of a plain row, or undefined.
export function hoursOf(rows = []) {
  const row = rows.find(isPlain);
  return row && { opens: clock(row.opens_at), closes: clock(row.closes_at), day: row.byday };
}

// The records about which most can be asked, richest first. `factsOf(body)` gives an object whose
// members are undefined where a record says nothing.
export function richest(bodies, factsOf) {
  const known = (facts) => Object.values(facts).filter((fact) => fact !== undefined).length;
  return bodies
    .map((body) => ({ body, facts: factsOf(body) }))
    .sort(
      (a, b) =>
        known(b.facts) - known(a.facts) ||
        JSON.stringify(b.body).length - JSON.stringify(a.body).length,
    );
}

const radians = (degrees) => (degrees * Math.PI) / 180;

export function metresBetween(a, b) {
  const [phi1, phi2] = [radians(a.lat), radians(b.lat)];
  const h =
    Math.sin((phi2 - phi1) / 2) ** 2 +
    Math.cos(phi1) * Math.cos(phi2) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

// Whether a search of `metres` around `postcode` must find a venue at `point`. A server that knows
// the postcode only to its sector measures from there, and the venue may be farther off; it says so
// under /api/places. One without that address is held to the postcode as it stands.
export async function isWithin({ client, ledger }, postcode, point, metres) {
  if (!ledger.operationOf('GET', '/api/places')) return true;
  const answer = await client.ask(`/api/places?q=${encodeURIComponent(postcode)}`);
  const place = answer.body?.place;
  if (typeof place?.lat !== 'number') return answer.status === 200;
  return point === undefined || metresBetween(place, point) <= metres * 0.95;
}
