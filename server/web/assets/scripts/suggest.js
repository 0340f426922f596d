// input[data-suggest]: suggestions while typing, from our own server. Whatever fails, the field stays
// a field: what was typed is sent as it is.

import accessibleAutocomplete from 'accessible-autocomplete/src/wrapper.js';

import {
  SUGGEST_ADDRESS,
  suggestForm,
  suggestionMarkup,
  suggestionText,
  suggestionsOf,
} from './suggestions.js';
import { counted, publishedLanguage, word } from './words.js';

const PAUSE_MS = 180; // between two keys of somebody who types fluently
// What the new field takes over from the one that the server wrote.
const TAKEN_OVER = ['maxlength', 'inputmode', 'autocapitalize', 'spellcheck', 'aria-invalid', 'enterkeyhint'];

async function ask(form, signal) {
  const answer = await fetch(SUGGEST_ADDRESS, {
    method: 'POST',
    body: form,
    mode: 'same-origin',
    cache: 'no-store',
    signal,
  });
  if (!answer.ok) throw new Error(`${SUGGEST_ADDRESS}: ${answer.status}`);
  return answer.json();
}

// Asks when typing pauses, and gives up what a later key makes pointless. An answer that comes when
// somebody has gone on to the next field opens no menu: it would lie over what they go on to.
function makeSource(name, kinds, isInUse) {
  let pause;
  let running;
  return (typed, show) => {
    clearTimeout(pause);
    if (running) running.abort();
    const form = suggestForm(typed, kinds);
    if (!form) {
      show([]);
      return;
    }
    pause = setTimeout(() => {
      running = new AbortController();
      ask(form, running.signal)
        .then((answer) => show(isInUse() ? suggestionsOf(answer, name, kinds) : []))
        .catch((error) => {
          if (error.name !== 'AbortError') show([]);
        });
    }, PAUSE_MS);
  };
}

function takeOver(original, field) {
  for (const attribute of TAKEN_OVER) {
    const value = original.getAttribute(attribute);
    if (value !== null) field.setAttribute(attribute, value);
  }
  const described = original.getAttribute('aria-describedby');
  if (described) {
    field.setAttribute('aria-describedby', `${described} ${field.getAttribute('aria-describedby')}`);
  }
}

// What is said of the suggestions, and is not shown, is in the language of its words.
function markSaid(place, id) {
  for (const [part, key] of [
    ['assistiveHint', 'suggestions-hint'],
    ['status--A', 'suggestions-none'],
    ['status--B', 'suggestions-none'],
  ]) {
    const element = place.querySelector(`#${id}__${part}`);
    const { lang } = word(key);
    if (element && lang) element.lang = lang;
  }
}

function enhance(original) {
  const { id, name } = original;
  const kinds = original.dataset.suggestKinds || '';
  const menu = word('suggestions');
  const place = document.createElement('div');
  place.className = 'wp-suggest';
  accessibleAutocomplete({
    element: place,
    id,
    name,
    defaultValue: original.value,
    source: makeSource(name, kinds, () => place.contains(document.activeElement)),
    displayMenu: 'overlay',
    confirmOnBlur: false,
    showNoOptionsFound: false,
    inputClasses: original.className,
    menuAttributes: {
      'aria-label': menu.text,
      'aria-labelledby': null,
      ...(menu.lang && { lang: menu.lang }),
    },
    templates: {
      inputValue: suggestionText,
      suggestion: (suggestion) => suggestionMarkup(suggestion, word, publishedLanguage()),
    },
    tAssistiveHint: () => word('suggestions-hint').text,
    tStatusNoResults: () => word('suggestions-none').text,
    tStatusResults: (length, chosen) => `${counted('suggestions-found', length).text} ${chosen}`,
    tStatusSelectedOption: (suggestion, total, i) =>
      word('suggestion-chosen', { suggestion, n: i + 1, total }).text,
  });
  const field = place.querySelector('input');
  takeOver(original, field);
  markSaid(place, id);
  // Enter on the field itself sends the form, also while the menu is open.
  place.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && event.target === field) event.stopPropagation();
    },
    true,
  );
  const hadFocus = document.activeElement === original;
  original.replaceWith(place);
  if (hadFocus) field.focus();
}

export function startSuggesting() {
  document.querySelectorAll('input[data-suggest]').forEach(enhance);
}
