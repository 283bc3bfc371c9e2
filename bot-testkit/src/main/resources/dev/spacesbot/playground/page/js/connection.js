/** One made-up person's way to the service: socket.io-client, as every client of the real service uses it. */

import { isMember, on, setGone, state, tell } from './state.js';
import { refreshWorld } from './server.js';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 3000;
const LIMIT_WAIT = 5000;
const TOO_MANY = 'rate.limit.exceeded';
const PRESENCE = 'SEND_PRESENCE_EVENT';
const ONLINE = 'app.event.presence.party.online';

const connections = new Map();

/** Everybody who has been spoken as stays connected, as in a browser tab of their own. */
export function connect(person) {
  if (!connections.has(person.id)) {
    connections.set(person.id, new Connection(person));
  }
  return connections.get(person.id);
}

export function connectionOf(personId) {
  return connections.get(personId);
}

/** Resolves to whether somebody can write in a space, which may take a moment. */
export function writable(personId, spaceId, millis) {
  const can = () => Boolean(connectionOf(personId)?.canWrite(spaceId));
  return new Promise((resolve) => {
    if (can()) {
      resolve(true);
      return;
    }
    const end = (answer) => {
      clearTimeout(timer);
      off();
      resolve(answer);
    };
    const off = on('connection', () => can() && end(true));
    const timer = setTimeout(() => end(false), millis);
  });
}

/** Subscribes everybody to the spaces that they are in now. */
export function followSpaces() {
  connections.forEach((connection) => connection.follow());
}

/** Ends everybody's connection, since the playground is a new one. */
export function forgetConnections() {
  connections.forEach((connection) => connection.close());
  connections.clear();
}

class Connection {
  constructor(person) {
    this.person = person;
    this.state = 'connecting';
    this.trouble = null;
    this.subscribed = new Set();
    this.asked = new Set();
    this.announced = new Set();
    this.pause = null;
    this.wait = FIRST_WAIT;
    this.open();
  }

  get live() {
    return this.state === 'live';
  }

  canWrite(spaceId) {
    return this.live && this.subscribed.has(spaceId);
  }

  open() {
    const query = `token=${encodeURIComponent(this.person.token)}&tokenType=jwt`;
    const options = { transports: ['websocket'], query, forceNew: true, reconnection: false, timeout: 5000 };
    const socket = window.io('/chat', options);
    this.socket = socket;
    const own = (react) => (detail) => socket === this.socket && react(detail);
    socket.on('connect', own(() => this.connected()));
    socket.on('disconnect', own(() => this.lost('The connection was dropped')));
    socket.on('connect_error', own(() => this.lost('The service cannot be reached')));
    socket.on('connect_timeout', own(() => this.lost('The service does not answer')));
    // The namespace was refused: the transport stays open, so it is for the client to close it.
    socket.on('error', own((error) => this.lost(words(error))));
    socket.on('CHANNEL_SUBSCRIBED', own((event) => this.entered(event.channel._id)));
    socket.on('SUBSCRIBE_CHANNEL_FAILED', own((event) => this.refused(event)));
    socket.on('MESSAGE_SENT', own((message) => tell('message', { person: this.person, message })));
    socket.on('SEND_MESSAGE_FAILED', own((payload) => tell('refused', { person: this.person, payload })));
    socket.on('PRESENCE_EVENT_RESPONSE', own((event) => this.presence(event)));
  }

  connected() {
    this.wait = FIRST_WAIT;
    this.set('live', null);
    this.follow();
  }

  follow() {
    if (!this.live || this.pause) {
      return;
    }
    for (const space of state.world.spaces) {
      if (isMember(space, this.person.id) && !this.asked.has(space.id)) {
        this.asked.add(space.id);
        this.emit('SUBSCRIBE_CHANNEL', { channel: { type: 'topic', _id: space.id } });
      }
    }
  }

  entered(spaceId) {
    this.subscribed.add(spaceId);
    if (!this.pause && this.subscribed.size === this.asked.size) {
      this.trouble = null;
    }
    tell('connection', this);
    tell('entered', { person: this.person, spaceId });
  }

  /** Says in a space that this person is there: where one looks alone, since the service counts every event. */
  announce(spaceId) {
    if (this.canWrite(spaceId) && !this.announced.has(spaceId)) {
      this.announced.add(spaceId);
      this.emit(PRESENCE, this.online(spaceId, []));
    }
  }

  refused({ channel, error }) {
    this.asked.delete(channel?._id);
    if (error?.code === TOO_MANY) {
      this.askLater();
    } else {
      const why = error?.message ?? error?.code ?? 'the service gave no reason';
      tell('notice', { text: `${this.person.name} could not enter a space: ${why}`, kind: 'warning' });
    }
  }

  /** Once the minute has gone on a little; told when it begins. */
  askLater() {
    if (this.pause) {
      return;
    }
    if (!this.trouble) {
      this.set('live', `${this.person.name} has sent more events than the service takes within a minute`);
      tell('notice', { text: `${this.trouble}: entering the spaces takes a little longer.`, kind: 'warning' });
    }
    this.pause = setTimeout(() => {
      this.pause = null;
      this.follow();
    }, LIMIT_WAIT);
  }

  /** Whoever announces themselves to all wants to hear who else is there. */
  presence(event) {
    const theirs = event.sender?._id;
    if (event.category === ONLINE && !event.receivers?.length && theirs !== this.person.id) {
      this.emit(PRESENCE, this.online(event.topicId, [event.sender]));
    }
    tell('presence', { person: this.person, event });
  }

  online(spaceId, receivers) {
    return {
      category: ONLINE,
      topicId: spaceId,
      receivers,
      content: { desktop: true, idle: false, offline: false, mediaSession: {} },
      version: '1.1',
    };
  }

  typing(spaceId) {
    const content = { mediaSession: {} };
    this.emit(PRESENCE, { category: 'party.typing', topicId: spaceId, userId: this.person.id, content });
  }

  /** Sends an event; tells whether there was a connection to send it on. */
  emit(event, payload) {
    if (this.live) {
      this.socket.emit(event, payload);
    }
    return this.live;
  }

  lost(why) {
    this.drop();
    this.set('waiting', why);
    this.later();
  }

  later() {
    this.timer = setTimeout(() => this.again(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** Asks for the world first: the token may be another one by now, and the server may be away. */
  async again() {
    try {
      await refreshWorld();
    } catch {
      setGone(true);
      this.later();
      return;
    }
    if (connections.get(this.person.id) !== this) {
      return;
    }
    this.person = state.world.people.find((each) => each.id === this.person.id) ?? this.person;
    this.set('connecting', this.trouble);
    this.open();
  }

  drop() {
    const socket = this.socket;
    this.socket = null;
    this.subscribed.clear();
    this.asked.clear();
    this.announced.clear();
    clearTimeout(this.pause);
    this.pause = null;
    socket?.close();
  }

  close() {
    clearTimeout(this.timer);
    this.drop();
    this.set('closed', null);
  }

  set(to, trouble) {
    this.state = to;
    this.trouble = trouble;
    tell('connection', this);
  }
}

function words(error) {
  const text = typeof error === 'string' ? error : (error?.message ?? error?.code);
  return text ? `The connection was refused: ${text}` : 'The connection was refused';
}

function lookAround() {
  connections.get(state.personId)?.announce(state.spaceId);
}

for (const topic of ['space', 'person', 'connection']) {
  on(topic, lookAround);
}
