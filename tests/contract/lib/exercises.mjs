// How the documented addresses are asked, where their description alone does not tell: what stands
// beside a parameter, values that only this index knows, and a request for each code of a problem.

import { NOBODY } from './kinds.mjs';

// Parameters that mean nothing, or are refused, without another: name, then what stands beside it.
export const COMPANIONS = {
  within: { near: 'S11 8' },
  sort: { near: 'S11 8' },
  page: { q: 'advice' },
  match: { q: 'advice' },
  highlight: { q: 'advice' },
  format: { q: 'advice' },
  exact: { text: 'advice' },
  vocabulary: { taxonomy_id: '242', taxonomy_term_id: '242' },
  taxonomy_type: { taxonomy_id: 'esdServiceType:242', taxonomy_term_id: 'esdServiceType:242' },
};

// Requests beside those that parameters make: parts of answers that only come of several together.
export const QUESTIONS = {
  '/api/search': [
    'q=advice&explain=true&highlight=true&facets=cost,day,language&per_page=5',
    'q=advcie&per_page=2',
    'near=S11+8&within=1mi&free=yes&day=SU&from=05:00&to=06:00&sort=distance',
    'near=51.45,-2.59&within=5km&need=waypostNeeds:food&per_page=50',
    'q=advice&mode=shortlist&explain=true',
    'format=ics&day=MO&per_page=20',
    'format=geojson&near=S11+8&day=TU&per_page=100',
    'format=geojson&q=advice&language=pl&page=2',
    'format=ndjson&near=S11+8&q=advice&explain=true&highlight=true',
    'format=ndjson&q=advice&mode=shortlist',
    'format=csv&near=S11+8&free=yes&per_page=50',
    'format=atom&near=S11+8&need=waypostNeeds:food',
    'bbox=-3,51,0,54&authority=Sheffield&age=9-12&language=pl&accessibility=ramp,restroom',
    'on=2026-12-25&open_at=2026-12-25T11:00&next_days=3&at=2026-12-24T09:00',
    'modified_after=2026-01-01&assured_within=12m&min_quality=20&status=active,inactive',
    'persona=waypostPersonas:older-and-alone&exclude_taxonomy_term=esdServiceType:242&page=2',
    'facets=service_type,need,day,time_of_day,cost,access,reach,accessibility,language,age_band,' +
      'organization,source,authority,checked&facet_limit=3',
  ],
  '/api/ask': [
    'text=food+bank+near+Sheffield+on+a+Tuesday+morning,+not+in+a+church',
    'text=somebody+to+talk+to+within+2+miles+of+S11+8,+wheelchair+access',
  ],
  '/oruk/v3/services': ['full=true&extras=true&per_page=300'],
  '/oruk/v3/service_at_locations': ['full=true&extras=true&per_page=300'],
  '/oruk/v3/organizations': ['full_service=true&extras=true&per_page=100'],
  '/oruk/v3/taxonomy_terms': ['extras=true&per_page=300'],
  '/oruk/v1/services': [
    'include=service_areas,fundings,regular_schedules,holiday_schedules,eligibilitys,' +
      'service_at_locations,cost_options,reviews,contacts,service_taxonomys,languages&per_page=300',
  ],
  '/api/suggest': ['q=fo&limit=50', 'q=shef&kinds=place', 'q=demntia'],
  '/api/places': ['q=51.45,-2.59', 'q=Newport', 'q=BS1', 'q=BS1+4TR'],
  '/api/why-not': ['id={service}', 'id={service}&q=xqzzyvwkjq', 'id={service}&age=3&free=yes'],
};

// Forms that are sent by POST: what is in them, and the status that comes.
export const FORMS = {
  '/search': [
    ['form=start&text=food+bank&near=S11+8', 303],
    ['text=food+bank&near=S11+8&lang=cy', 303],
    ['need=waypostNeeds:crisis', 200],
    ['form=start&text=food+bank', 400],
  ],
  '/api/suggest': [
    ['q=fo&limit=5', 200],
    ['q=shef&colour=red', 400],
  ],
  '/questions/{tree}': [
    ['answer={answer}', 200],
    ['near=ZZ99+9ZZ', 400],
  ],
};

// A request for each code that a problem may have.
export const PROBLEMS = {
  unknown_parameter: '/api/search?colour=red',
  repeated_parameter: '/api/search?free=yes&free=yes',
  missing_parameter: '/api/why-not',
  bad_value: '/api/search?per_page=0',
  too_many_values: `/api/search?${'day=MO&'.repeat(200)}`,
  too_many_words: `/api/search?q=${'a+'.repeat(100)}b`,
  text_too_long: `/api/ask?text=${'a'.repeat(501)}`,
  bad_expression: '/api/search?q=advice+AND&syntax=advanced',
  operators_say_it: '/api/search?q=advice&syntax=advanced&match=any',
  shortlist_has_one_page: '/api/search?mode=shortlist&page=2',
  shortlist_has_its_order: '/api/search?mode=shortlist&sort=name',
  within_needs_near: '/api/search?within=5km',
  sort_needs_near: '/api/search?sort=distance',
  empty_window: '/api/search?from=09:00&to=09:00',
  too_deep: '/api/search?page=9999',
  no_such_minute: '/api/search?at=2026-03-29T01:30',
  empty_place: '/api/search?near=',
  malformed_postcode: '/api/search?near=S11+88',
  unknown_postcode: '/api/search?near=ZZ99+9ZZ',
  unknown_place: '/api/search?near=nowhereatall',
  ambiguous_place: '/api/search?near=Belle+Vue',
  outside_uk: '/api/search?near=51.45,-20',
  unknown_service_type: '/api/search?service_type=none',
  unknown_term: '/api/search?taxonomy_term=none',
  unknown_need: '/api/search?need=none',
  unknown_circumstance: '/api/search?circumstance=none',
  unknown_persona: '/api/search?persona=none',
  unknown_authority: '/api/search?authority=none',
  unknown_organization: '/api/search?organization=none',
  unknown_source: '/api/search?source=none',
  unknown_answer: '/api/questions/{tree}?answer=no:such',
  nothing_understood: '/api/ask?text=the',
  unknown_path: '/api/services/{service}/nowhere',
  unknown_service: `/api/services/${NOBODY}`,
  unknown_location: '/api/services/{service}/calendar.ics?location=none',
  unknown_questions: '/api/questions/none',
  not_found: `/oruk/v3/services/${NOBODY}`,
  method_not_allowed: '/api/search',
  unsupported_media_type: '/api/suggest',
};

// A value that a parameter cannot have, by its documented type; undefined where any text will do.
export function refusedValue({ name, schema }) {
  if (name === 'near') return 'ZZ99 9ZZ'; // no such postcode
  const { type, enum: words, format, pattern, items } = schema;
  if (items) return refusedValue({ name, schema: items });
  if (words || pattern || type === 'boolean' || type === 'integer' || type === 'number')
    return 'never';
  return format === 'date' ? '2026-13-01' : undefined;
}

// Every value that a parameter is documented to have, where they are few; else its example.
export function goodValues({ schema, example }) {
  const { enum: words, type, items } = schema;
  const few = words ?? items?.enum ?? (type === 'boolean' ? [true, false] : undefined);
  return few ?? [[example].flat().join(',')];
}
