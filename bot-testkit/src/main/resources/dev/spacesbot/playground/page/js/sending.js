/** From a draft to the service: uploads first, then the message or the edit. What does not work leaves the draft as it is. */

import { change } from './actions.js';
import { connectionOf, writable } from './connection.js';
import * as drafts from './drafts.js';
import { size, upload } from './files.js';
import { logOf } from './messages.js';
import { send } from './outbox.js';
import { Problem } from './rest.js';
import { typed } from './rich.js';
import { state, tell } from './state.js';

/** How long a moment without a connection is bridged before the page says so. */
const PATIENCE = 2500;

/** What surrounds a text in its event. */
const AROUND = 1024;

/** What is wrong with the length of a text; null where nothing is. The service counts the bytes of the whole event. */
export function tooLong(text) {
  const most = state.limits.payloadBytes;
  const bytes = text.length * 3 < most ? 0 : new Blob([text]).size;
  return bytes > most - AROUND
    ? `This has ${size(bytes)}; a message may have ${size(most)} in all. Shorten it, or attach it as a file.`
    : null;
}

/** Sends a draft of somebody's in a space; throws a Problem where it cannot. */
export async function deliver(person, space, draft) {
  const words = tooLong(draft.text);
  if (words) {
    throw new Problem(words);
  }
  await reach(person, space);
  await (draft.editId ? edit(person, space, draft) : say(person, space, draft));
}

/** Bridges a moment in which somebody cannot write in a space. */
async function reach(person, space) {
  if (!(await writable(person.id, space.id, PATIENCE))) {
    throw new Problem(`${trouble(person)}. Your message is kept: send it once ${person.name} is connected again.`);
  }
}

function trouble(person) {
  return state.gone ? 'The playground is not running' : (connectionOf(person.id)?.trouble ?? 'There is no connection yet');
}

async function edit(person, space, draft) {
  const old = logOf(space.id).byId.get(draft.editId);
  await change(old, { bodyText: body(space, draft).html });
  finish(person, space);
}

async function say(person, space, draft) {
  const data = [];
  for (const file of draft.files) {
    data.push(await upload(person, space.id, file));
  }
  const { html, mentions } = body(space, draft);
  const payload = { category: 'chat', content: { bodyText: html, description: '', data }, mentions };
  if (draft.parentId) {
    payload.parentMsg = { _id: draft.parentId };
  }
  await post(person, space, payload, { ...draft });
  finish(person, space);
}

/** Sends a message as it is to be; throws a Problem where it cannot. The draft, if any, comes back where it is refused. */
export async function post(person, space, payload, draft) {
  await reach(person, space);
  if (!send(person, space.id, payload, draft)) {
    throw new Problem(`${trouble(person)}. Your message is kept.`);
  }
}

function body(space, draft) {
  return draft.html || draft.text === ''
    ? { html: draft.text, mentions: [] }
    : typed(draft.text.trimEnd(), space.members);
}

function finish(person, space) {
  drafts.clear(person.id, space.id);
  tell('draft', { personId: person.id, spaceId: space.id });
}
