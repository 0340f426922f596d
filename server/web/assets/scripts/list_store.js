// The ids of "My list", in the order of saving, kept in this browser alone.
//
// Storage may be missing, full or forbidden: the list then lasts as long as the page. No error
// reaches the person, who can still open and share the list by its link.

const KEY = 'waypost.list';
export const MOST_IDS = 50; // an address of 50 ids stays below 2,000 characters
const ID = /^[\w:.~-]{1,100}$/;

function read(storage) {
  try {
    const stored = JSON.parse(storage.getItem(KEY));
    return Array.isArray(stored) ? cleanIds(stored) : [];
  } catch {
    return null;
  }
}

// Without what cannot be an id, repeats, and what is over the limit.
export function cleanIds(ids) {
  const good = ids.filter((id) => typeof id === 'string' && ID.test(id));
  return [...new Set(good)].slice(0, MOST_IDS);
}

// `storage`: that of the browser, or null.
export function makeListStore(storage) {
  let kept = []; // what is true where the storage fails

  const ids = () => (storage && read(storage)) || kept;

  function replace(next) {
    kept = cleanIds(next);
    try {
      storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      storage = null;
    }
  }

  return {
    key: KEY,
    ids,
    replace,
    has: (id) => ids().includes(id),
    isFull: () => ids().length >= MOST_IDS,
    add: (id) => replace([...ids(), id]),
    remove: (id) => replace(ids().filter((other) => other !== id)),
  };
}

// "/list?lang=cy" and ids to "/list?ids=a,b&lang=cy": the list as a link, which works on every device.
export function listAddress(address, ids) {
  const [path, query = ''] = address.split('?');
  const parts = query.split('&').filter((part) => part && !part.startsWith('ids='));
  if (ids.length) parts.unshift(`ids=${ids.map(encodeURIComponent).join(',')}`);
  return parts.length ? `${path}?${parts.join('&')}` : path;
}

// The ids of a link's query string.
export function idsOfQuery(query) {
  const text = new URLSearchParams(query).get('ids') || '';
  return cleanIds(text.split(','));
}

export const sameIds = (a, b) => a.length === b.length && a.every((id, i) => id === b[i]);
