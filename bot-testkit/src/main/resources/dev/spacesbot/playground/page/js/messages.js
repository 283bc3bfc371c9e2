/** What was written, by space: merged from what the sockets bring and what the history tells. */

import { as, ownPath } from './rest.js';

const PAGE = 50;

/** The messages of one space, in the order of creation, each in its latest version. */
class Log {
  constructor(spaceId) {
    this.spaceId = spaceId;
    this.byId = new Map();
    this.order = [];
    this.more = firstPage(spaceId);
    this.read = false;
    this.reading = null;
  }

  /** Puts a message in its place; says whether it is new, changed or known. */
  merge(message) {
    const old = this.byId.get(message._id);
    if (!old) {
      this.byId.set(message._id, message);
      this.order.splice(this.placeOf(message), 0, message._id);
      return 'new';
    }
    if (lastChange(message) < lastChange(old) || JSON.stringify(message) === JSON.stringify(old)) {
      return 'known';
    }
    this.byId.set(message._id, message);
    return lastChange(message) === lastChange(old) ? 'known' : 'changed';
  }

  placeOf(message) {
    let at = this.order.length;
    while (at > 0 && isLater(this.byId.get(this.order[at - 1]), message)) {
      at--;
    }
    return at;
  }

  indexOf(id) {
    return this.order.lastIndexOf(id);
  }

  at(index) {
    return this.byId.get(this.order[index]);
  }

  /** Reads the next older page; resolves to what was new in it. */
  readOlder(person) {
    this.reading ??= this.readPage(person).finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  async readPage(person) {
    if (!this.more) {
      return [];
    }
    const page = await as(person).get(this.more);
    this.more = page.nextPageUrl && page.nextPageUrl !== 'end' ? ownPath(page.nextPageUrl) : null;
    this.read = true;
    return page.data.filter((message) => this.merge(message) === 'new');
  }

  /** Reads what was written while nobody listened; stops where it meets what is known. */
  async catchUp(person) {
    const found = [];
    let path = firstPage(this.spaceId);
    while (path) {
      const page = await as(person).get(path);
      const before = found.length;
      for (const message of page.data) {
        if (this.merge(message) !== 'known') {
          found.push(message);
        }
      }
      const gap = found.length - before === page.data.length && this.read;
      path = gap && page.nextPageUrl && page.nextPageUrl !== 'end' ? ownPath(page.nextPageUrl) : null;
    }
    return found.sort((one, other) => (isLater(one, other) ? 1 : -1));
  }
}

function firstPage(spaceId) {
  // A minute ahead, so that clocks which differ a little hide nothing.
  const until = new Date(Date.now() + 60_000).toISOString();
  return `/api/spaces/${spaceId}/messages/query?direction=before&size=${PAGE}&refTime=${until}`;
}

function isLater(one, other) {
  return one.created === other.created ? one._id > other._id : one.created > other.created;
}

function lastChange(message) {
  return message.modified || message.created;
}

const logs = new Map();

export function logOf(spaceId) {
  if (!logs.has(spaceId)) {
    logs.set(spaceId, new Log(spaceId));
  }
  return logs.get(spaceId);
}

export function forgetMessages() {
  logs.clear();
}

export function isDeleted(message) {
  return Boolean(message.deleted || message.isDeleted || message.deletedAt || message.deletedTime);
}

/** Who wrote it: the sender of an update is whoever made the change. */
export function authorOf(message) {
  return message.content?.cid ?? message.sender?._id;
}

export function parentOf(message) {
  return message.parentMsg?._id || null;
}

export function isDone(task) {
  return ['completed', 'complete', 'done', '1'].includes(String(task.content?.status));
}
