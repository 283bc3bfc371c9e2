/** Puts the page together. */

import * as cards from './cards.js';
import * as composer from './composer.js';
import { connect, followSpaces, forgetConnections } from './connection.js';
import * as conversation from './conversation.js';
import { byId, h } from './dom.js';
import * as drop from './drop.js';
import * as head from './head.js';
import * as inspector from './inspector.js';
import { forgetMessages, logOf, authorOf } from './messages.js';
import { summary } from './message.js';
import * as notices from './notices.js';
import { forgetWaiting, settle, waitingIn } from './outbox.js';
import * as presence from './presence.js';
import { forgetReplay } from './replay.js';
import { listen, readLimits, refreshWorld } from './server.js';
import * as shortcuts from './shortcuts.js';
import * as sidebar from './sidebar.js';
import { nameOf, on, person, setGone, spaceOf, state } from './state.js';
import * as unread from './unread.js';

const FIRST_WAIT = 500;

void cards;

/** A message came over somebody's socket; the same one comes to everybody who is in the space. */
function receive({ person: hearer, message }) {
  if (!['chat', 'task', 'idea'].includes(message.category)) {
    refreshWorld().catch(() => {});
    return;
  }
  if (!spaceOf(message.topicId)) {
    refreshWorld().catch(() => {});
  }
  const what = logOf(message.topicId).merge(message);
  presence.stopTyping(message.topicId, message.sender?._id);
  unread.note(hearer, message);
  if (message.topicId === state.spaceId && what !== 'known') {
    conversation.put(message);
    if (what === 'new') {
      conversation.arrived(message);
      readAloud(message);
    }
  }
}

function readAloud(message) {
  if (authorOf(message) !== state.personId) {
    notices.announce(`${nameOf(authorOf(message))}: ${summary(message)}`);
  }
}

/** Somebody is in a space again: what was missed is read from its history. */
async function entered({ person: who, spaceId }) {
  if (who.id !== state.personId || !logOf(spaceId).read) {
    return;
  }
  const unsure = waitingIn(spaceId, who.id);
  try {
    for (const message of await logOf(spaceId).catchUp(who)) {
      unread.note(who, message);
      if (spaceId === state.spaceId) {
        conversation.put(message);
      }
    }
    settle(unsure);
  } catch {
    // The next connection tries again.
  }
}

function personChanged() {
  if (person()) {
    connect(person());
  }
}

function spaceChanged() {
  conversation.show();
  composer.show();
}

function worldChanged() {
  personChanged();
  followSpaces();
  if (state.spaceId !== shownSpace) {
    shownSpace = state.spaceId;
    spaceChanged();
  }
}

let shownSpace = null;

function startAgain() {
  forgetConnections();
  forgetWaiting();
  forgetMessages();
  unread.forgetUnread();
  forgetReplay();
  inspector.forget();
  shownSpace = null;
}

function wire() {
  on('message', receive);
  on('entered', entered);
  on('person', personChanged);
  on('space', () => { shownSpace = state.spaceId; spaceChanged(); });
  on('world', worldChanged);
  on('restarted', startAgain);
}

async function begin(wait = FIRST_WAIT) {
  await readLimits();
  try {
    await refreshWorld();
  } catch {
    setGone(true);
    setTimeout(() => begin(Math.min(wait * 2, 3000)), wait);
    return;
  }
  listen();
}

if (window.io && window.DOMPurify) {
  notices.build();
  sidebar.build();
  head.build();
  composer.build();
  inspector.build();
  drop.build(document.querySelector('.main'));
  shortcuts.build();
  wire();
  begin();
} else {
  byId('app').replaceChildren(h('p.fatal', { role: 'alert' },
    'The page’s libraries did not load. Build bot-testkit once with its resources: mvn -q -pl bot-testkit process-resources.'));
}
