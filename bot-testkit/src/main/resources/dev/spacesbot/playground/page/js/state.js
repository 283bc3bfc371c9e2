/** What the page knows of the playground, and who wants to hear when that changes. */

const listeners = new Map();

export const state = {
  world: { bots: [], people: [], spaces: [] },
  personId: sessionStorage.getItem('person'),
  spaceId: sessionStorage.getItem('space'),
  gone: false,
  limits: { payloadBytes: 16 * 1024, uploadBytes: 1024 ** 3 },
};

/** Topics: world, person, space, gone, message, presence, connection, unread, event, … The result ends it. */
export function on(topic, listener) {
  if (!listeners.has(topic)) {
    listeners.set(topic, new Set());
  }
  listeners.get(topic).add(listener);
  return () => listeners.get(topic).delete(listener);
}

export function tell(topic, detail) {
  for (const listener of [...(listeners.get(topic) ?? [])]) {
    listener(detail);
  }
}

export function person() {
  return state.world.people.find((each) => each.id === state.personId);
}

export function space() {
  return spaceOf(state.spaceId);
}

export function spaceOf(id) {
  return state.world.spaces.find((each) => each.id === id);
}

export function isBot(id) {
  return state.world.bots.some((bot) => bot.id === id);
}

export function isMember(someSpace, personId) {
  return someSpace.members.some((member) => member.id === personId);
}

export function roleIn(someSpace, personId) {
  return someSpace.members.find((member) => member.id === personId)?.role;
}

/** The display name of anybody the playground knows. */
export function nameOf(id) {
  const known = [...state.world.people, ...state.world.bots].find((each) => each.id === id);
  if (known) {
    return known.name;
  }
  for (const each of state.world.spaces) {
    const member = each.members.find((one) => one.id === id);
    if (member) {
      return member.name;
    }
  }
  return 'Somebody';
}

/** A space's name for whoever looks at it: a direct space is called after the other one. */
export function titleOf(someSpace, personId = state.personId) {
  if (someSpace.type !== 'direct') {
    return someSpace.title;
  }
  const others = someSpace.members.filter((member) => member.id !== personId);
  return others.map((member) => member.name).join(', ') || someSpace.title;
}

export function setWorld(world) {
  state.world = world;
  if (!person()) {
    state.personId = world.people[0]?.id ?? null;
  }
  if (!space() || !isMember(space(), state.personId)) {
    state.spaceId = firstSpace();
  }
  tell('world');
}

function firstSpace() {
  return state.world.spaces.find((each) => isMember(each, state.personId))?.id ?? null;
}

export function speakAs(personId) {
  if (personId === state.personId) {
    return;
  }
  state.personId = personId;
  sessionStorage.setItem('person', personId);
  if (!space() || !isMember(space(), personId)) {
    state.spaceId = firstSpace();
  }
  tell('person');
  tell('space');
}

export function goTo(spaceId) {
  if (spaceId !== state.spaceId) {
    state.spaceId = spaceId;
    sessionStorage.setItem('space', spaceId);
    tell('space');
  }
}

export function setGone(gone) {
  if (gone !== state.gone) {
    state.gone = gone;
    tell('gone');
  }
}
