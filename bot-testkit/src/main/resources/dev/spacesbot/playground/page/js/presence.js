/** Who is there, and who types. */

import { connectionOf } from './connection.js';
import { byId, fill, h } from './dom.js';
import { on, state, tell } from './state.js';

const TYPES_FOR = 2500;

const online = new Set();
const typing = new Map();

/** Whether somebody is there: a bot that runs, a person of this page who is connected, anybody who announced it. */
export function isOnline(id) {
  const bot = state.world.bots.find((each) => each.id === id);
  return bot ? !['connecting', 'stopped'].includes(bot.state) : Boolean(connectionOf(id)?.live) || online.has(id);
}

function hear({ event }) {
  const id = event.sender?._id;
  if (event.category === 'party.typing') {
    startTyping(id, event.topicId, event.sender.displayname);
  } else if (event.category?.endsWith('.party.leaves') || event.content?.offline) {
    online.delete(id);
    tell('online');
  } else if (event.category?.endsWith('.party.online') && !online.has(id)) {
    online.add(id);
    tell('online');
  }
}

function startTyping(id, spaceId, name) {
  if (id === state.personId) {
    return;
  }
  const key = `${spaceId} ${id}`;
  clearTimeout(typing.get(key)?.timer);
  typing.set(key, { id, spaceId, name, timer: setTimeout(() => stopTyping(spaceId, id), TYPES_FOR) });
  show();
}

/** Whoever has said something does not type it any more. */
export function stopTyping(spaceId, id) {
  const key = `${spaceId} ${id}`;
  clearTimeout(typing.get(key)?.timer);
  if (typing.delete(key)) {
    show();
  }
}

export function show() {
  const names = [...typing.values()].filter((each) => each.spaceId === state.spaceId && each.id !== state.personId);
  const line = byId('typing');
  if (names.length === 0) {
    fill(line);
    return;
  }
  const who = names.map((each) => each.name).slice(0, 3).join(', ');
  fill(line, h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), `${who} ${names.length === 1 ? 'is' : 'are'} typing`);
}

on('presence', hear);
on('space', show);
on('person', show);
