// [data-share=ADDRESS]: hands the address on by what the device has for it, or copies it. The address
// may be relative; without one it is the page's own.

import { announce } from './announce.js';
import { label, show, word } from './words.js';

function showAddress(button, address) {
  if (button.nextElementSibling && button.nextElementSibling.matches('[data-shared-address]')) return;
  const field = document.createElement('input');
  field.className = 'govuk-input wp-shared-address';
  field.readOnly = true;
  field.value = address;
  label(field, word('shared-address'));
  field.setAttribute('data-shared-address', '');
  button.after(field);
  field.select();
}

async function copy(button, address) {
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    showAddress(button, address);
    return;
  }
  const copied = word('copied');
  show(button, copied);
  announce(copied);
}

async function share(button) {
  const address = new URL(button.dataset.share || '', location.href).href;
  if (!navigator.share) {
    await copy(button, address);
    return;
  }
  try {
    await navigator.share({ title: button.dataset.shareTitle || document.title, url: address });
  } catch (error) {
    // Whoever closed the device's list wants nothing more.
    if (error.name !== 'AbortError') await copy(button, address);
  }
}

export function startSharing() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-share]');
    if (button) share(button);
  });
}
