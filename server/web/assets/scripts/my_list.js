// "My list" on a page. See README.md for the attributes.

import { announce } from './announce.js';
import {
  MOST_IDS,
  idsOfQuery,
  listAddress,
  makeListStore,
  sameIds,
} from './list_store.js';
import { counted, show, word } from './words.js';

function browserStorage() {
  try {
    return window.localStorage; // reading the property throws where storage is forbidden
  } catch {
    return null;
  }
}

function showSaved(element, isSaved) {
  const label = element.querySelector('[data-save-label]') || element;
  const said = word(isSaved ? 'unsave' : 'save');
  if (said.text && label.textContent.trim() !== said.text) show(label, said);
  element.classList.toggle('wp-saved', isSaved);
}

function showList(store) {
  const ids = store.ids();
  for (const element of document.querySelectorAll('[data-save]')) {
    showSaved(element, ids.includes(element.dataset.save));
  }
  for (const element of document.querySelectorAll('[data-list-count]')) {
    element.textContent = ids.length;
    element.hidden = ids.length === 0;
  }
  for (const link of document.querySelectorAll('a[data-list-link]')) {
    link.setAttribute('href', listAddress(link.getAttribute('href'), ids));
  }
  for (const element of document.querySelectorAll('[data-with-list]')) {
    element.hidden = ids.length === 0;
  }
  for (const element of document.querySelectorAll('[data-without-list]')) {
    element.hidden = ids.length > 0;
  }
  for (const button of document.querySelectorAll('[data-keep-list]')) {
    button.hidden = sameIds(ids, idsToKeep(button));
  }
}

// The link that was opened is what counts on its page, whatever this browser has stored.
function idsToKeep(button) {
  const { keepList } = button.dataset;
  return idsOfQuery(keepList ? `ids=${keepList}` : location.search);
}

function toggle(store, id) {
  if (store.has(id)) {
    store.remove(id);
    return word('removed');
  }
  if (store.isFull()) return word('full', { n: MOST_IDS });
  store.add(id);
  return word('saved');
}

function onClick(store, event) {
  const save = event.target.closest('[data-save]');
  const keep = event.target.closest('[data-keep-list]');
  const unsave = event.target.closest('[data-unsave]');
  let said;
  if (save) {
    event.preventDefault();
    said = toggle(store, save.dataset.save);
  } else if (keep) {
    store.replace(idsToKeep(keep));
    said = word('kept');
    focusAfter(keep);
  } else if (unsave) {
    unsave.dataset.unsave.split(',').forEach(store.remove); // and the link leads to the list without it
    return;
  } else {
    return;
  }
  showList(store);
  announce(said, counted('list', store.ids().length));
}

// The button goes when it is pressed; whoever uses a keyboard must not be thrown to the top.
function focusAfter(button) {
  const main = button.closest('main');
  if (!main) return;
  main.setAttribute('tabindex', '-1');
  main.focus({ preventScroll: true });
}

export function startMyList() {
  const store = makeListStore(browserStorage());
  showList(store);
  document.addEventListener('click', (event) => onClick(store, event));
  // Another window of this browser, and pages that come back from the browser's memory.
  window.addEventListener('storage', (event) => {
    if (event.key === store.key || event.key === null) showList(store);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) showList(store);
  });
}
