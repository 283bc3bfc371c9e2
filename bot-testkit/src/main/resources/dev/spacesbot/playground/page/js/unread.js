/** What somebody has not seen yet, by person and space. */

import { authorOf } from './messages.js';
import { on, state, tell } from './state.js';

const unread = new Map();

function key(personId, spaceId) {
  return `${personId} ${spaceId}`;
}

export function unreadIn(personId, spaceId) {
  return unread.get(key(personId, spaceId))?.size ?? 0;
}

export function unreadOf(personId) {
  let sum = 0;
  for (const [name, ids] of unread) {
    sum += name.startsWith(`${personId} `) ? ids.size : 0;
  }
  return sum;
}

/** Notes a message that came to a person who does not look. */
export function note(person, message) {
  const looking = person.id === state.personId && message.topicId === state.spaceId && !document.hidden;
  if (looking || authorOf(message) === person.id || message.modified) {
    return;
  }
  const name = key(person.id, message.topicId);
  if (!unread.has(name)) {
    unread.set(name, new Set());
  }
  unread.get(name).add(message._id);
  tell('unread');
}

function seen() {
  if (!document.hidden && unread.delete(key(state.personId, state.spaceId))) {
    tell('unread');
  }
}

export function forgetUnread() {
  unread.clear();
  tell('unread');
}

on('space', seen);
on('person', seen);
document.addEventListener('visibilitychange', seen);
on('unread', () => {
  const count = state.personId ? unreadOf(state.personId) : 0;
  document.title = count > 0 ? `(${count}) Playground` : 'Playground';
});
