/** Keys that work wherever the focus is. */

import { toggleInspector } from './inspector.js';
import { openSwitcher } from './switcher.js';
import { focusDraft } from './dom.js';

export function build() {
  document.addEventListener('keydown', (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const act = command ? { k: openSwitcher, i: toggleInspector }[event.key.toLowerCase()] : null;
    if (act) {
      event.preventDefault();
      act();
    } else if (startsTyping(event)) {
      focusDraft();
    }
  });
}

/** Whoever just types, types a message. */
function startsTyping(event) {
  const idle = document.activeElement === document.body || document.activeElement?.matches?.('.message');
  return idle && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
