/** What was sent and has not come back yet. The service returns loopbackMetadata to the connection that sent. */

import { connectionOf } from './connection.js';
import { logOf } from './messages.js';
import { on, tell } from './state.js';

const PATIENCE = 30_000;

const WORDS = {
  'payload.too.large': 'The service takes messages of 16 KB at most. Shorten it, or attach it as a file.',
  'rate.limit.exceeded': 'These were too many events within a minute. Wait a little, then send it again.',
  'app.event.channel.subscription.required': 'The service had forgotten the subscription. Send it again.',
  'not.authorized.by.topic.policy': 'This person may not write in this space.',
};

const waiting = new Map();
let count = 0;

/** Sends a message; false where there is no connection to send it on. */
export function send(person, spaceId, payload, draft) {
  const loopback = `page-${Date.now().toString(36)}-${++count}`;
  const message = { ...payload, topicId: spaceId, version: '1.1', loopbackMetadata: loopback };
  if (!connectionOf(person.id)?.canWrite(spaceId)) {
    return false;
  }
  const entry = { id: loopback, person, spaceId, payload, draft, at: new Date().toISOString() };
  entry.timer = setTimeout(() => fail(entry, 'The service has not confirmed this message for half a minute.'), PATIENCE);
  waiting.set(loopback, entry);
  tell('sending', entry);
  connectionOf(person.id).emit('SEND_MESSAGE', message);
  return true;
}

export function waitingIn(spaceId, personId) {
  return [...waiting.values()].filter((entry) => entry.spaceId === spaceId && entry.person.id === personId);
}

export function forgetWaiting() {
  for (const entry of waiting.values()) {
    end(entry);
  }
}

function end(entry) {
  clearTimeout(entry.timer);
  waiting.delete(entry.id);
  tell('settled', entry);
}

function fail(entry, why) {
  end(entry);
  tell('unsent', { entry, why });
}

on('message', ({ message }) => {
  const entry = waiting.get(message.loopbackMetadata);
  if (entry) {
    end(entry);
  }
});

on('refused', ({ payload }) => {
  const entry = waiting.get(payload.loopbackMetadata);
  if (entry) {
    fail(entry, reason(payload.error));
  }
});

function reason(error) {
  const code = typeof error === 'string' ? error : (error?.code ?? error?.message);
  return WORDS[code] ?? (code ? `The service refused it: ${code}` : 'The service refused it, and gave no reason.');
}

/** After a drop the history, which has just been read, tells what of these had arrived. */
export function settle(entries) {
  for (const entry of entries.filter((each) => waiting.has(each.id))) {
    const log = logOf(entry.spaceId);
    const arrived = log.order.slice(-200).some((id) => isIt(log.byId.get(id), entry));
    if (arrived) {
      end(entry);
    } else {
      fail(entry, 'The connection broke before the service confirmed this message.');
    }
  }
}

function isIt(message, { person, payload, at }) {
  // Two seconds of grace: the service's clock may be behind.
  const since = new Date(Date.parse(at) - 2000).toISOString();
  const own = message.sender?._id === person.id && message.category === payload.category;
  return own && message.created >= since && message.content.bodyText === payload.content.bodyText;
}
