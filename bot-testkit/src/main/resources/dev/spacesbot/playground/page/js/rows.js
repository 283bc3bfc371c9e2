/**
 * The rows of the conversation: a stretch of its messages around what is looked at, however many there are. What is left
 * out below keeps its height as a gap; above nothing is needed, since the list is measured from its end.
 */

import { h } from './dom.js';
import { parentOf } from './messages.js';
import { commentRow, continues, row } from './message.js';

const BATCH = 50;
const MOST = 250;
const LIKELY_HEIGHT = 60;

export class Rows {
  /** actions are what can be done to a message. */
  constructor(list, actions) {
    this.list = list;
    this.actions = actions;
    this.top = h('li.top', { 'aria-hidden': 'true' });
    this.gap = h('li.gap', { 'aria-hidden': 'true' });
    this.begin(null);
  }

  begin(log) {
    this.log = log;
    this.shown = new Map();
    this.first = null;
    this.last = null;
    this.toEnd = true;
    this.setGap(0);
    this.list.replaceChildren(this.top, this.gap);
  }

  /** Shows the stretch around a message of the log. */
  beginAround(id) {
    const at = this.log.indexOf(id);
    this.begin(this.log);
    this.first = this.last = id;
    this.place(this.log.at(at));
    this.newer();
    this.older();
    this.setGap(this.toEnd ? 0 : (this.log.order.length - this.log.indexOf(this.last)) * LIKELY_HEIGHT);
  }

  get size() {
    return this.flow().length;
  }

  has(id) {
    return this.shown.has(id);
  }

  rowOf(id) {
    return this.shown.get(id);
  }

  lastRow() {
    return this.flow().at(-1);
  }

  /** Shows some more above; tells how many. */
  older() {
    const ids = this.unshown(this.first === null ? this.log.order.length : this.log.indexOf(this.first), -1);
    for (const id of ids) {
      this.first = id;
      this.last ??= id;
      this.place(this.log.byId.get(id));
    }
    if (this.size > MOST) {
      this.cutBelow();
    }
    return ids.length;
  }

  /** Shows some more below, in place of the gap; tells how many. */
  newer() {
    const ids = this.unshown(this.log.indexOf(this.last), 1);
    for (const id of ids) {
      this.last = id;
      this.place(this.log.byId.get(id));
    }
    this.toEnd = ids.length < BATCH;
    this.setGap(this.toEnd ? 0 : this.gapHeight - height(this.flow().slice(-ids.length)));
    if (this.size > MOST) {
      this.cutAbove();
    }
    return ids.length;
  }

  /** The next ids in one direction that have a row of their own. */
  unshown(from, step) {
    const ids = [];
    for (let at = from + step; at >= 0 && at < this.log.order.length && ids.length < BATCH; at += step) {
      if (!this.isNested(this.log.at(at))) {
        ids.push(this.log.order[at]);
      }
    }
    return ids;
  }

  /** Puts a message in its place, new or changed; tells whether it has a row now. */
  put(message) {
    if (this.has(message._id)) {
      this.change(message);
    } else if (this.isNested(message) || this.isInStretch(message)) {
      this.place(message);
    }
    return this.has(message._id);
  }

  isInStretch(message) {
    const at = this.log.indexOf(message._id);
    if (this.first === null || (this.toEnd && at > this.log.indexOf(this.last))) {
      this.first ??= message._id;
      this.last = message._id;
      return true;
    }
    const first = this.log.indexOf(this.first);
    if (at < first && this.isNextAbove(message, at, first)) {
      this.first = message._id;
      return true;
    }
    return at > first && at < this.log.indexOf(this.last);
  }

  /** One that comes later than what followed it; where history is still to be read, others may belong between. */
  isNextAbove(message, at, first) {
    return this.unshown(first, -1)[0] === message._id && (at > 0 || !this.log.more);
  }

  isNested(message) {
    const parent = parentOf(message);
    return parent !== null && this.log.byId.has(parent);
  }

  place(message) {
    if (!this.isNested(message)) {
      this.placeInFlow(message);
      this.log.commentsOn(message._id).forEach((id) => this.placeComment(this.log.byId.get(id)));
    } else {
      this.placeComment(message);
    }
  }

  placeInFlow(message) {
    const element = row(message, this.actions);
    element.classList.toggle('orphan', parentOf(message) !== null);
    this.shown.set(message._id, element);
    this.list.insertBefore(element, this.nextInFlow(message));
    this.dress(element);
    this.dress(element.nextElementSibling);
  }

  nextInFlow(message) {
    if (message._id === this.last) {
      return this.list.querySelector(':scope > .pending') ?? this.gap;
    }
    for (let at = this.log.indexOf(message._id) + 1; at < this.log.order.length; at++) {
      const element = this.shown.get(this.log.order[at]);
      if (element?.parentNode === this.list) {
        return element;
      }
    }
    return this.gap;
  }

  /** A comment comes below its task or post, where that is shown; one that stood alone before moves there. */
  placeComment(message) {
    const parentRow = this.shown.get(parentOf(message));
    this.shown.get(message._id)?.remove();
    this.shown.delete(message._id);
    if (parentRow) {
      const comments = parentRow.querySelector('.comments');
      const element = commentRow(message, this.actions);
      const at = this.log.indexOf(message._id);
      const next = [...comments.children].find((each) => this.log.indexOf(each.dataset.id) > at);
      comments.insertBefore(element, next ?? null);
      this.shown.set(message._id, element);
    }
  }

  change(message) {
    const old = this.shown.get(message._id);
    const fresh = old.classList.contains('comment') ? commentRow(message, this.actions) : row(message, this.actions);
    fresh.querySelector('.comments').append(...old.querySelector('.comments').children);
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    this.shown.set(message._id, fresh);
    old.replaceWith(fresh);
    this.dress(fresh);
    if (focused) {
      (focused.matches('[type=checkbox]') ? fresh.querySelector('[type=checkbox]') : fresh)?.focus({ preventScroll: true });
    }
  }

  cutBelow() {
    const rows = this.flow();
    const cut = rows.slice(MOST - BATCH);
    this.setGap(this.gapHeight + height(cut));
    this.drop(cut);
    this.list.querySelectorAll(':scope > :is(.pointer, .pending)').forEach((each) => each.remove());
    this.last = rows[MOST - BATCH - 1].dataset.id;
    this.toEnd = false;
  }

  cutAbove() {
    const rows = this.flow();
    const left = rows.length - (MOST - BATCH);
    this.drop(rows.slice(0, left));
    this.first = rows[left].dataset.id;
    this.dress(rows[left]);
  }

  drop(rows) {
    for (const element of rows) {
      [element, ...element.querySelectorAll('[data-id]')].forEach((each) => this.shown.delete(each.dataset.id));
      element.remove();
    }
  }

  flow() {
    return [...this.list.children].filter((each) => each.dataset.id);
  }

  setGap(height) {
    this.gapHeight = Math.max(0, height);
    this.gap.style.height = `${this.gapHeight}px`;
  }

  /** Whether a row repeats its sender's name, and whether a day begins with it. */
  dress(element) {
    if (!element?.dataset.id || element.parentNode !== this.list) {
      return;
    }
    const message = this.log.byId.get(element.dataset.id);
    const previous = element.previousElementSibling;
    const before = previous?.dataset.id ? this.log.byId.get(previous.dataset.id) : undefined;
    const afterPointer = Boolean(previous?.matches('.pointer'));
    const sameDay = before && new Date(before.created).toDateString() === new Date(message.created).toDateString();
    element.classList.toggle('continued', continues(message, before));
    element.classList.toggle('new-day', !sameDay && !afterPointer);
  }
}

function height(rows) {
  return rows.length === 0 ? 0 : rows.at(-1).getBoundingClientRect().bottom - rows[0].getBoundingClientRect().top;
}
