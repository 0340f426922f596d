// What /api/suggest is asked, and what its answer becomes.

// Each has a word of its own: "kind.need".
const KINDS = ['need', 'circumstance', 'service_type', 'place', 'organization', 'service'];
const MOST = 8;
const LEAST_LETTERS = 2;

const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i;

// A whole postcode says where somebody lives, and nothing can be added to it: it is not sent until
// the form is.
export const isPostcode = (text) => POSTCODE.test(text.trim());

// Always of our own server.
export const SUGGEST_ADDRESS = '/api/suggest';

// The form to send; null where nothing is worth asking. A form, because an address would leave what
// is typed in the logs on the way and in the browser's cache.
export function suggestForm(text, kinds) {
  const typed = text.trim();
  if (typed.length < LEAST_LETTERS || typed.length > 100 || isPostcode(typed)) return null;
  const asked = new URLSearchParams({ q: typed, limit: String(MOST) });
  if (kinds) asked.set('kinds', kinds);
  return asked;
}

// The suggestions of an answer for a field called `name`, one for each name that can be told apart.
export function suggestionsOf(answer, name, kinds) {
  const items = Array.isArray(answer && answer.items) ? answer.items : [];
  const seen = new Set();
  const found = [];
  for (const { kind, label, parameter, value } of items) {
    if (!KINDS.includes(kind) || !label || seen.has(`${kind} ${label}`)) continue;
    seen.add(`${kind} ${label}`);
    found.push({
      label,
      // Where all are of one kind it goes without saying.
      kind: kinds && !kinds.includes(',') ? '' : kind,
      text: parameter === name ? value : label,
      parameter,
      value,
    });
  }
  return found.slice(0, MOST);
}

const escaped = (text) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const span = (part, { text, lang }) =>
  `<span class="wp-suggest__${part}"${lang ? ` lang="${escaped(lang)}"` : ''}>${escaped(text)}</span>`;

// Markup, because the menu takes nothing else. `word` is that of words.js; labels are in `lang`.
export function suggestionMarkup(suggestion, word, lang) {
  if (!suggestion || typeof suggestion === 'string') return escaped(suggestion || '');
  const label = span('label', { text: suggestion.label, lang });
  return suggestion.kind ? `${label} ${span('kind', word(`kind.${suggestion.kind}`))}` : label;
}

export function suggestionText(suggestion) {
  if (!suggestion) return '';
  return typeof suggestion === 'string' ? suggestion : suggestion.text;
}
