/** The middle of the page: what was written in the space that somebody looks at, newest at the bottom. */

import { actions } from './actions.js';
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { authorOf, isDeleted, logOf, parentOf } from './messages.js';
import { commentRow, continues, pendingRow, row, summary } from './message.js';
import { waitingIn } from './outbox.js';
import { isBot, nameOf, on, person, space, state, tell } from './state.js';

const BATCH = 50;
const MOST_ROWS = 300;
const NEAR = 60;

const list = byId('messages');
const scroller = byId('scroller');
const newer = byId('newer');
const shown = new Map();
const top = h('li.top', { 'aria-hidden': 'true' });
let log = null;
let oldest = null;
let missed = 0;

const reach = new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) {
    showOlder();
  }
}, { root: scroller, rootMargin: '800px 0px 0px 0px' });

/** Shows the space that is looked at now, from its end. */
export function show() {
  reach.disconnect();
  shown.clear();
  oldest = null;
  log = state.spaceId ? logOf(state.spaceId) : null;
  fill(list, top);
  forgetMissed();
  if (log) {
    showFromMemory();
    waitingIn(log.spaceId, state.personId).forEach(addPending);
    reach.observe(top);
    if (!log.read) {
      showOlder();
    }
  }
  finish();
  toEnd();
}

/** Puts a message where it belongs, new or changed. */
export function put(message) {
  if (shown.has(message._id)) {
    change(message);
  } else if (oldest === null || log.indexOf(message._id) >= log.indexOf(oldest)) {
    place(message);
    oldest ??= message._id;
    pointToComment(message);
    trim();
  }
  finish();
}

/** Tells of a message that has just been written here: below what is read, or read aloud. */
export function arrived(message) {
  const mine = authorOf(message) === state.personId;
  if (mine) {
    toEnd();
  } else if (!atEnd()) {
    missed++;
    fill(newer, icon('down'), missed === 1 ? '1 new message' : `${missed} new messages`);
    newer.hidden = false;
  }
}

export function addPending(entry) {
  if (entry.spaceId === state.spaceId && entry.person.id === state.personId) {
    list.append(pendingRow(entry));
    finish();
    toEnd();
  }
}

export function removePending(entry) {
  list.querySelector(`[data-waiting="${entry.id}"]`)?.remove();
  finish();
}

export function toEnd() {
  scroller.scrollTop = 0;
  forgetMissed();
}

/** Moves to a message and marks it for a moment; false where it is not in sight of the list. */
export function reveal(id) {
  const element = shown.get(id);
  if (!element) {
    return false;
  }
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  element.classList.add('found');
  setTimeout(() => element.classList.remove('found'), 1600);
  return true;
}

/** The last chat of one's own that is shown, for whoever wants to change it. */
export function lastOwn() {
  const own = log?.order.findLast((id) => {
    const message = log.byId.get(id);
    return message.category === 'chat' && authorOf(message) === state.personId && !isDeleted(message);
  });
  return own ? log.byId.get(own) : null;
}

function forgetMissed() {
  missed = 0;
  newer.hidden = true;
}

// The list grows upwards: 0 is its end, and what is above is negative.
function atEnd() {
  return scroller.scrollTop > -NEAR;
}

function showFromMemory() {
  const to = oldest === null ? log.order.length : log.indexOf(oldest);
  const from = Math.max(0, to - BATCH);
  for (let index = to - 1; index >= from; index--) {
    place(log.at(index));
    oldest = log.order[index];
  }
  return to - from;
}

async function showOlder() {
  const asked = log;
  if (!asked || (showFromMemory() === 0 && !(await readOlder(asked)))) {
    return;
  }
  finish();
  // Asked again, since the observer tells of changes only.
  reach.unobserve(top);
  reach.observe(top);
}

async function readOlder(asked) {
  const who = person();
  if (!who || !asked.more) {
    return false;
  }
  top.classList.add('reading');
  try {
    await asked.readOlder(who);
  } catch (problem) {
    readingFailed(problem);
    return false;
  } finally {
    top.classList.remove('reading');
  }
  if (asked !== log) {
    return false;
  }
  showFromMemory();
  tell('read', asked.spaceId);
  return true;
}

function readingFailed(problem) {
  const again = h('button.link', { type: 'button', onclick: () => { line.remove(); showOlder(); } }, 'Try again');
  const line = h('li.hint', {}, `Older messages could not be read: ${problem.message} `, again);
  list.querySelector('.hint')?.remove();
  top.after(line);
}

function place(message) {
  const parentRow = shown.get(parentOf(message));
  if (parentRow) {
    placeComment(parentRow, message);
  } else {
    placeInFlow(message);
  }
  adopt(message);
}

function placeInFlow(message) {
  const element = row(message, actions);
  const parent = parentOf(message);
  if (parent) {
    element.classList.add('orphan');
    element.dataset.parent = parent;
  }
  shown.set(message._id, element);
  list.insertBefore(element, nextInFlow(message));
  dress(element);
  dress(element.nextElementSibling);
}

function nextInFlow(message) {
  for (let index = log.indexOf(message._id) + 1; index < log.order.length; index++) {
    const element = shown.get(log.order[index]);
    if (element?.parentNode === list) {
      return element;
    }
  }
  return list.querySelector(':scope > .pending');
}

function placeComment(parentRow, message) {
  const comments = parentRow.querySelector('.comments');
  const element = commentRow(message, actions);
  shown.set(message._id, element);
  const at = log.indexOf(message._id);
  const next = [...comments.children].find((each) => log.indexOf(each.dataset.id) > at);
  comments.insertBefore(element, next ?? null);
}

/** Comments that were shown before their task or post was come below it. */
function adopt(message) {
  for (const orphan of list.querySelectorAll(`:scope > [data-parent="${CSS.escape(message._id)}"]`)) {
    const after = orphan.nextElementSibling;
    orphan.remove();
    placeComment(shown.get(message._id), log.byId.get(orphan.dataset.id));
    dress(after);
  }
}

/** A comment on something further up would not be seen: a line at the end leads to it. */
function pointToComment(message) {
  const parent = log.byId.get(parentOf(message));
  const card = parent && shown.get(parent._id);
  if (card && card !== lastRow()) {
    const go = () => reveal(message._id);
    list.append(h('li.pointer', {}, h('button.link', { type: 'button', onclick: go },
      `${nameOf(authorOf(message))} commented on “${summary(parent)}”`)));
  }
}

function lastRow() {
  return [...list.children].findLast((each) => each.matches('.message:not(.pending)'));
}

function change(message) {
  const old = shown.get(message._id);
  const fresh = old.classList.contains('comment') ? commentRow(message, actions) : row(message, actions);
  fresh.querySelector('.comments').append(...old.querySelector('.comments').children);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  shown.set(message._id, fresh);
  old.replaceWith(fresh);
  if (fresh.parentNode === list) {
    dress(fresh);
  }
  if (focused) {
    (focused.matches('[type=checkbox]') ? fresh.querySelector('[type=checkbox]') : fresh)?.focus({ preventScroll: true });
  }
}

/** Whether a row repeats its sender's name, and whether a day begins with it. */
function dress(element) {
  if (!element?.dataset?.id) {
    return;
  }
  const message = log.byId.get(element.dataset.id);
  let previous = element.previousElementSibling;
  while (previous && !previous.dataset.id && !previous.matches('.pointer')) {
    previous = previous.previousElementSibling;
  }
  const before = previous?.dataset.id ? log.byId.get(previous.dataset.id) : undefined;
  element.classList.toggle('continued', continues(message, before));
  const sameDay = before && new Date(before.created).toDateString() === new Date(message.created).toDateString();
  element.classList.toggle('new-day', !sameDay && !previous?.matches('.pointer'));
}

/** Whoever stays at the end for hours needs no thousands of rows above. */
function trim() {
  if (atEnd() && list.childElementCount > MOST_ROWS) {
    const rows = [...list.children].slice(1, -BATCH * 2);
    for (const element of rows) {
      [element, ...element.querySelectorAll('[data-id]')].forEach((each) => shown.delete(each.dataset.id));
      element.remove();
    }
    oldest = list.querySelector(':scope > .message[data-id]')?.dataset.id ?? null;
    reach.unobserve(top);
    reach.observe(top);
  }
}

function finish() {
  list.querySelectorAll(':scope > [tabindex="0"]').forEach((each) => each.setAttribute('tabindex', '-1'));
  lastRow()?.setAttribute('tabindex', '0');
  top.classList.toggle('all', Boolean(log?.read) && !log?.more);
  const empty = log?.read && list.querySelector('.message') === null;
  list.querySelector('.empty')?.remove();
  if (empty) {
    list.append(emptyState());
  }
}

function emptyState() {
  const bots = space().members.filter((member) => isBot(member.id));
  const say = (text) => h('button.suggestion', { type: 'button', onclick: () => tell('suggest', text) }, text);
  return h('li.empty', {},
    h('p.empty-title', {}, 'Nothing has been said here yet.'),
    bots.length > 0
      ? h('p', {}, `${listed(bots.map((bot) => bot.name))} ${bots.length === 1 ? 'is' : 'are'} listening. Try:`)
      : h('p', {}, 'There is no bot in this space. People are let in at the top of the page.'),
    bots.length > 0 ? h('p.suggestions', {}, say('hello'), say('help')) : null);
}

function listed(names) {
  const some = names.slice(0, 4);
  const rest = names.length - some.length;
  const parts = rest > 0 ? [...some, `${rest} more`] : some;
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}` : parts[0];
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
  const rows = [...list.querySelectorAll('.message')];
  const step = { ArrowUp: -1, ArrowDown: 1, End: rows.length }[event.key];
  const next = rows[Math.min(rows.length - 1, rows.indexOf(event.target) + step)];
  event.preventDefault();
  next?.focus();
});

scroller.addEventListener('scroll', () => atEnd() && forgetMissed(), { passive: true });
newer.addEventListener('click', toEnd);
on('sending', addPending);
on('settled', removePending);
