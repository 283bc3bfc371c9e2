/** The middle of the page: what was written in the space that somebody looks at, newest at the bottom. */

import { actions } from './actions.js';
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { authorOf, isDeleted, logOf, parentOf } from './messages.js';
import { pendingRow, summary } from './message.js';
import { waitingIn } from './outbox.js';
import { Rows } from './rows.js';
import { isMember, nameOf, on, person, space, state, tell } from './state.js';

const NEAR = 60;
/** In heights of what is seen at once. */
const FAR = 3;
const FOUND_MILLIS = 1600;

const list = byId('messages');
const scroller = byId('scroller');
const pill = byId('newer');
const rows = new Rows(list, actions);
let log = null;
let missed = 0;

const reach = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((each) => each.isIntersecting)) {
    (entry.target === rows.top ? showOlder : showNewer)();
  }
}, { root: scroller, rootMargin: '800px 0px' });

/** Shows the space that is looked at now, from its end. */
export function show() {
  reach.disconnect();
  log = state.spaceId ? logOf(state.spaceId) : null;
  rows.begin(log);
  if (log) {
    rows.older();
    showPending();
  }
  finish();
  toEnd();
  if (log && !log.read) {
    showOlder();
  } else {
    watch();
  }
}

/** Puts a message where it belongs, new or changed. */
export function put(message) {
  rows.put(message);
  finish();
}

/** Tells of a message that has just been written: below what is read, or of a comment further up. */
export function arrived(message) {
  if (authorOf(message) === state.personId && !parentOf(message)) {
    toEnd();
  } else if (!atEnd()) {
    missed++;
    showWayBack();
  }
  pointToComment(message);
}

export function toEnd() {
  if (!rows.toEnd) {
    rows.begin(log);
    rows.older();
    showPending();
    finish();
    watch();
  }
  scroller.scrollTop = 0;
  showWayBack();
}

/** The way back to the end, from far up or where something has come meanwhile. */
function showWayBack() {
  missed = atEnd() ? 0 : missed;
  const far = !rows.toEnd || scroller.scrollTop < -FAR * scroller.clientHeight;
  const words = ['To the newest', '1 new message'][missed] ?? `${missed} new messages`;
  pill.hidden = missed === 0 && !far;
  if (pill.textContent !== words) {
    fill(pill, icon('down'), words);
  }
}

/** Moves to a message and marks it for a moment; one that is not read yet is not found. */
export function reveal(id) {
  const parent = log.byId.get(id) && parentOf(log.byId.get(id));
  if (!rows.has(id) && log.byId.has(id)) {
    rows.beginAround(log.byId.has(parent) ? parent : id);
    finish();
    watch();
  }
  const element = rows.rowOf(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
  element?.classList.add('found');
  setTimeout(() => element?.classList.remove('found'), FOUND_MILLIS);
}

/** The last chat of one's own, for whoever wants to change it. */
export function lastOwn() {
  const own = log?.order.findLast((id) => {
    const message = log.byId.get(id);
    return message.category === 'chat' && authorOf(message) === state.personId && !isDeleted(message);
  });
  return own ? log.byId.get(own) : null;
}

// The list grows upwards: 0 is its end, and what is above is negative.
function atEnd() {
  return rows.toEnd && scroller.scrollTop > -NEAR;
}

/** Asks for both ends again, since the observer tells of changes only. */
function watch() {
  reach.unobserve(rows.top);
  reach.unobserve(rows.gap);
  reach.observe(rows.top);
  if (!rows.toEnd) {
    reach.observe(rows.gap);
  }
}

async function showOlder() {
  if (!log || (rows.older() === 0 && !(await readOlder(log)))) {
    return;
  }
  finish();
  watch();
}

function showNewer() {
  // Whoever has gone to the very end is there at once, however much is between.
  if (scroller.scrollTop > -NEAR) {
    toEnd();
    return;
  }
  rows.newer();
  if (rows.toEnd) {
    showPending();
  }
  finish();
  watch();
}

async function readOlder(asked) {
  const who = person();
  if (!who || !asked.more) {
    return false;
  }
  rows.top.classList.add('reading');
  try {
    await asked.readOlder(who);
  } catch (problem) {
    readingFailed(problem);
    return false;
  } finally {
    rows.top.classList.remove('reading');
  }
  if (asked !== log) {
    return false;
  }
  rows.older();
  return true;
}

function readingFailed(problem) {
  const again = h('button.link', { type: 'button', onclick: () => { line.remove(); showOlder(); } }, 'Try again');
  const line = h('li.hint', {}, `Older messages could not be read: ${problem.message} `, again);
  list.querySelector('.hint')?.remove();
  rows.top.after(line);
}

/** A comment on something further up would not be seen: a line at the end leads to it. */
function pointToComment(message) {
  const parent = log.byId.get(parentOf(message));
  if (parent && rows.toEnd && rows.rowOf(parent._id) !== rows.lastRow()) {
    const go = () => reveal(message._id);
    rows.gap.before(h('li.pointer', {}, h('button.link', { type: 'button', onclick: go },
      `${nameOf(authorOf(message))} commented on “${summary(parent)}”`)));
  }
}

function showPending() {
  if (rows.toEnd) {
    waitingIn(log.spaceId, state.personId).forEach((entry) => rows.gap.before(pendingRow(entry)));
  }
}

function addPending(entry) {
  if (entry.spaceId === state.spaceId && entry.person.id === state.personId) {
    toEnd();
    rows.gap.before(pendingRow(entry));
    finish();
  }
}

function removePending(entry) {
  list.querySelector(`[data-waiting="${entry.id}"]`)?.remove();
  finish();
}

function finish() {
  list.querySelectorAll(':scope > [tabindex="0"]').forEach((each) => each.setAttribute('tabindex', '-1'));
  rows.lastRow()?.setAttribute('tabindex', '0');
  list.querySelector('.empty')?.remove();
  if (log?.read && list.querySelector('.message') === null) {
    rows.gap.before(emptyState());
  }
}

function emptyState() {
  const bots = state.world.bots.filter((bot) => bot.state !== 'stopped' && isMember(space(), bot.id));
  const say = (text) => h('button.suggestion', { type: 'button', onclick: () => tell('suggest', text) }, text);
  return h('li.empty', {},
    h('p.empty-title', {}, 'Nothing has been said here yet.'),
    bots.length > 0
      ? h('p', {}, `${listed(bots.map((bot) => bot.name))} ${bots.length === 1 ? 'is' : 'are'} listening. Try:`)
      : h('p', {}, 'No bot listens here. Under “People” one lets somebody in.'),
    bots.length > 0 ? h('p.suggestions', {}, say('hello'), say('help')) : null);
}

function listed(names) {
  const some = names.slice(0, 4);
  const rest = names.length - some.length;
  const parts = rest > 0 ? [...some, `${rest} more`] : some;
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0];
}

list.addEventListener('focusin', (event) => {
  const now = event.target.closest('.message');
  list.querySelectorAll('.tools [tabindex="0"]').forEach((each) => each.setAttribute('tabindex', '-1'));
  now?.querySelectorAll(':scope > .tools button').forEach((each) => each.setAttribute('tabindex', '0'));
});

list.addEventListener('keydown', (event) => {
  if (!event.target.matches('.message') || !['ArrowUp', 'ArrowDown', 'End'].includes(event.key)) {
    return;
  }
  event.preventDefault();
  if (event.key === 'End') {
    toEnd();
  }
  const all = [...list.querySelectorAll('.message')];
  const step = { ArrowUp: -1, ArrowDown: 1, End: all.length }[event.key];
  all[Math.min(all.length - 1, all.indexOf(event.target) + step)]?.focus();
});

scroller.addEventListener('scroll', showWayBack, { passive: true });
pill.addEventListener('click', toEnd);
on('sending', addPending);
on('settled', removePending);
on('world', () => list.querySelector('.empty') && finish());
