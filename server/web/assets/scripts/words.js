// The words that scripts say. They stand in the page (words.mustache), in its language or, where that
// lacks them, in English: a word is { text, lang }, with `lang` "" for the language of the page.

export function fillIn(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// {name} in the text stands for a value.
export function word(key, values = {}) {
  const element = document.querySelector(`#words [data-word="${key}"]`);
  if (!element) return { text: '', lang: '' };
  const marked = element.querySelector('[lang]');
  return { text: fillIn(element.textContent, values), lang: marked ? marked.lang : '' };
}

export const counted = (key, n) => word(`${key}.${n === 1 ? 'one' : 'other'}`, { n });

// Of names that publishers wrote; "" where it is that of the page.
export function publishedLanguage() {
  const words = document.getElementById('words');
  return (words && words.dataset.publishedLang) || '';
}

// `element` says the words, each in its language, and nothing else.
export function show(element, ...words) {
  const parts = words.flatMap(({ text, lang }, i) => {
    const part = document.createElement('span');
    part.textContent = text;
    if (lang) part.lang = lang;
    return i === 0 ? [part] : [' ', part];
  });
  element.replaceChildren(...parts);
}

// For a screen reader, `element` is called so.
export function label(element, { text, lang }) {
  element.setAttribute('aria-label', text);
  if (lang) element.lang = lang;
}
