/** The playground itself: what is in its world, and what happens there. */

import { playground } from './rest.js';
import { setGone, setWorld, state, tell } from './state.js';

const KINDS = ['frame', 'call', 'turn', 'reply', 'failure', 'log', 'reload'];
const FIRST_WAIT = 300;
const LONGEST_WAIT = 2000;

let asking = null;
let following = null;
let source = null;
let lastSeq = 0;
let run = null;

/** Asks for the world as it is from now on: an answer that is under way already may be older, so another one follows it. */
export function refreshWorld() {
  if (asking === null) {
    asking = ask();
    return asking;
  }
  following ??= asking.catch(() => {}).then(() => {
    following = null;
    asking = ask();
    return asking;
  });
  return following;
}

function ask() {
  return playground
    .get('world')
    .then(take)
    .finally(() => {
      asking = null;
    });
}

function take(world) {
  if (run !== null && world.run !== undefined && world.run !== run) {
    lastSeq = 0;
    tell('restarted');
  }
  run = world.run ?? null;
  setWorld(world);
  setGone(false);
}

/** Hears what happens from now on, and what happened before as far as the server has kept it. */
export function listen() {
  source?.close();
  source = new EventSource(`/playground/events?after=${lastSeq}`);
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => hear(kind, event));
  }
  source.addEventListener('world', (event) => {
    note(event);
    refreshWorld().catch(() => {});
  });
  source.onerror = () => {
    source.close();
    comeBack(FIRST_WAIT);
  };
}

function hear(kind, event) {
  const entry = JSON.parse(event.data);
  note(event);
  tell('event', { kind, ...entry });
  if (kind === 'reload') {
    tell('reload', entry);
  }
}

function note(event) {
  lastSeq = Math.max(lastSeq, Number(event.lastEventId) || 0);
}

function comeBack(wait) {
  setTimeout(async () => {
    try {
      await refreshWorld();
      listen();
    } catch {
      setGone(true);
      comeBack(Math.min(wait * 2, LONGEST_WAIT));
    }
  }, wait);
}

/** What the service takes from one person. */
export async function readLimits() {
  try {
    const { global } = await (await fetch('/api/limit')).json();
    state.limits.payloadBytes = (global.socketio.payload_size || Infinity) * 1024;
    state.limits.uploadBytes = (global.rest_api.max_upload_file_size || Infinity) * 1024;
  } catch {
    // What the service's documentation says is known already.
  }
}
