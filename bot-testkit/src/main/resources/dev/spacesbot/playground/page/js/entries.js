/** What happened, as the server tells it: frames, calls, turns and log lines, the last few thousand of them. */

import { on, tell } from './state.js';

const KEPT = 2000;

export const entries = [];
const turns = new Map();
const replies = new Map();
const failures = new Map();
const logs = new Map();
const shown = new Map();
const byKind = { turn: turns, reply: replies, failure: failures, log: logs };

on('event', (entry) => {
  if (entry.kind === 'frame' && messageIdOf(entry)) {
    shown.set(messageIdOf(entry), payloadOf(entry));
  } else if (byKind[entry.kind] && entry.message) {
    add(byKind[entry.kind], entry.message, entry);
  }
  // Which answer is to what belongs to the turn; it is no line of its own.
  if (entry.kind !== 'reply') {
    entries.push(entry);
  }
  if (entries.length > KEPT + 200) {
    entries.splice(0, entries.length - KEPT).forEach(drop);
  }
  tell('entry', entry);
});

function add(map, key, entry) {
  map.set(key, [...(map.get(key) ?? []), entry]);
}

function drop(entry) {
  [turns, replies, failures, logs, shown].forEach((map) => map.delete(messageIdOf(entry)));
}

export function forgetEntries() {
  entries.length = 0;
  [turns, replies, failures, logs, shown].forEach((map) => map.clear());
}

/** What an event carries: the frame's payload may be the whole array or its second part. */
export function payloadOf(entry) {
  return Array.isArray(entry.payload) ? entry.payload[1] : entry.payload;
}

/** The message that an entry is about; null where there is none. */
export function messageIdOf(entry) {
  if (entry.kind === 'frame') {
    return entry.event === 'MESSAGE_SENT' ? (payloadOf(entry)?._id ?? null) : null;
  }
  return entry.message ?? null;
}

/** What a bot did with the message of a frame that came to it; null until it is known. */
export function turnOf(entry) {
  if (entry.kind === 'turn') {
    return entry;
  }
  if (!entry.bot || entry.direction !== 'in' || !messageIdOf(entry)) {
    return null;
  }
  return turns.get(messageIdOf(entry))?.find((turn) => turn.bot === entry.user && turn.seq > entry.seq) ?? null;
}

/** The ids of what bots said to a message; those of one bot where it is named. */
export function repliesTo(messageId, bot = null) {
  const said = (replies.get(messageId) ?? []).filter((each) => bot === null || each.bot === bot);
  return [...new Set(said.map((each) => each.reply))];
}

/** The id of what a message answers; null where it answers nothing. */
export function answeredBy(messageId) {
  return [...replies.values()].flat().find((each) => each.reply === messageId)?.message ?? null;
}

export function failuresAbout(messageId, bot) {
  return (failures.get(messageId) ?? []).filter((each) => each.bot === bot);
}

export function logsAbout(messageId) {
  return logs.get(messageId) ?? [];
}

/** The text of a message that some frame showed, for a reply that is known by its id. */
export function shownText(messageId) {
  return shown.get(messageId)?.content?.bodyText ?? null;
}

/** Who sent a message that some frame showed. */
export function shownSender(messageId) {
  return shown.get(messageId)?.sender?._id ?? null;
}
