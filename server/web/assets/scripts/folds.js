// Filters are folded away on a phone and stand open where there is room for them beside the results.
// Newer browsers do this by styles alone (_results.scss); this is for the others.

const ROOM = '(min-width: 48.0625em)';

export function openFolds() {
  if (!matchMedia(ROOM).matches) return;
  document.querySelectorAll('details[data-fold]').forEach((fold) => {
    fold.open = true;
  });
}
