/** What was written, by space: merged from what the sockets bring and what the history tells. */

import { as, ownPath } from './rest.js';

const PAGE = 50;

/** The messages of one space, in the order of creation, each in its latest version. */
class Log {
  constructor(spaceId) {
    this.spaceId = spaceId;
    this.byId = new Map();
    this.order = [];
    this.comments = new Map();
    this.more = firstPage(spaceId);
    this.read = false;
    this.reading = null;
  }

  /** Puts a message in its place; says whether it is new, changed or known. */
  merge(message) {
    const old = this.byId.get(message._id);
    if (old && lastChange(message) < lastChange(old)) {
      return 'known';
    }
    this.byId.set(message._id, message);
    if (old) {
      return lastChange(message) === lastChange(old) ? 'known' : 'changed';
    }
    this.order.splice(this.placeOf(message), 0, message._id);
    const parent = parentOf(message);
    if (parent) {
      this.comments.set(parent, [...this.commentsOn(parent), message._id]);
    }
    return 'new';
  }

  /** Where a message is or belongs: mostly at one of the two ends. */
  placeOf(message) {
    let from = 0;
    let to = this.order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isLater(message, this.at(middle))) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  indexOf(id) {
    const message = this.byId.get(id);
    return message ? this.placeOf(message) : -1;
  }

  /** The ids of the comments on a task or post, in the order in which they became known. */
  commentsOn(id) {
    return this.comments.get(id) ?? [];
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
    this.more = nextPage(page);
    this.read = true;
    return page.data.filter((message) => this.merge(message) === 'new');
  }

  /** Reads what was written, changed or deleted while nobody listened; stops where it meets what is known. */
  async catchUp(person) {
    const found = [];
    let path = firstPage(this.spaceId);
    while (path) {
      const page = await as(person).get(path);
      const fresh = page.data.filter((message) => this.merge(message) !== 'known');
      found.push(...fresh, ...this.missingIn(page.data));
      path = fresh.length === page.data.length ? nextPage(page) : null;
    }
    return found.sort((one, other) => (isLater(one, other) ? 1 : -1));
  }

  /** What is not in a page although it belongs between what is there has been deleted. */
  missingIn(page) {
    if (page.length === 0) {
      return [];
    }
    const ids = new Set(page.map((message) => message._id));
    const [from, to] = [lastChange(page.at(-1)), lastChange(page[0])];
    const missing = this.order.slice(-PAGE * 2).map((id) => this.byId.get(id))
      .filter((message) => !ids.has(message._id) && !isDeleted(message) && lastChange(message) > from && lastChange(message) < to)
      .map((message) => ({ ...message, deleted: true }));
    missing.forEach((message) => this.byId.set(message._id, message));
    return missing;
  }
}

function firstPage(spaceId) {
  // A minute ahead, so that clocks which differ a little hide nothing.
  const until = new Date(Date.now() + 60_000).toISOString();
  return `/api/spaces/${spaceId}/messages/query?direction=before&size=${PAGE}&refTime=${until}`;
}

/** The service ends a list with an empty address, or with a word. */
function nextPage({ nextPageUrl }) {
  return nextPageUrl && nextPageUrl !== 'end' ? ownPath(nextPageUrl) : null;
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
