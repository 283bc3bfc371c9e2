/** What somebody has begun to write in a space. Kept by the browser tab; files and whole books in memory only. */

const LONGEST_KEPT = 200_000;
const drafts = new Map();

function key(personId, spaceId) {
  return `draft ${personId} ${spaceId}`;
}

function empty() {
  return { text: '', html: false, parentId: null, editId: null, files: [] };
}

export function draftOf(personId, spaceId) {
  const name = key(personId, spaceId);
  if (!drafts.has(name)) {
    drafts.set(name, { ...empty(), ...stored(name) });
  }
  return drafts.get(name);
}

function stored(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}');
  } catch {
    return {};
  }
}

export function keep(personId, spaceId) {
  const { text, html, parentId, editId } = draftOf(personId, spaceId);
  const name = key(personId, spaceId);
  try {
    if (text === '' && !parentId && !editId) {
      sessionStorage.removeItem(name);
    } else if (text.length <= LONGEST_KEPT) {
      sessionStorage.setItem(name, JSON.stringify({ text, html, parentId, editId }));
    }
  } catch {
    // The tab's storage is full: the draft stays in memory.
  }
}

export function clear(personId, spaceId) {
  drafts.set(key(personId, spaceId), empty());
  keep(personId, spaceId);
}

/** Gives back what could not be sent, in front of what was begun since. */
export function giveBack(personId, spaceId, sent) {
  const now = draftOf(personId, spaceId);
  now.text = now.text === '' ? sent.text : `${sent.text}\n${now.text}`;
  now.html ||= sent.html;
  now.parentId ??= sent.parentId;
  now.files = [...sent.files, ...now.files];
  keep(personId, spaceId);
}
