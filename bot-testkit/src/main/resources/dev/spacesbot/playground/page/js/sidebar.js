/** The left of the page: whom one speaks as, and the spaces. */

import { avatar } from './avatar.js';
import { field, form } from './dialogs.js';
import { arrows, byId, fill, focusDraft, h } from './dom.js';
import { icon } from './icons.js';
import { Problem, as, playground } from './rest.js';
import { isOnline } from './presence.js';
import { refreshWorld } from './server.js';
import { goTo, isMember, on, person, roleIn, space, speakAs, state, tell, titleOf } from './state.js';
import { unreadIn, unreadOf } from './unread.js';

const LONGEST_NAME = 80;
const LONGEST_TITLE = 120;

const side = byId('side');
const people = h('div.people', { role: 'radiogroup', 'aria-label': 'Speak as' });
const groups = h('ul.spaces', { 'aria-label': 'Spaces' });
const directs = h('ul.spaces', { 'aria-label': 'Direct messages' });
const others = h('ul.spaces', { 'aria-label': 'Other spaces' });
const othersPart = h('section', { hidden: true }, h('h2', {}, 'Not a member of'), others);

export function build() {
  fill(side,
    h('header.brand', {},
      h('img', { src: 'icon.svg', alt: '', width: 24, height: 24 }),
      h('h1', {}, 'Playground'),
      h('button.icon-button.narrow', { type: 'button', 'aria-label': 'Close the list', onclick: closeSide }, icon('close'))),
    section('Speak as', 'Add a person', newPerson, people),
    h('div.side-scroll', {},
      section('Spaces', 'New space', newSpace, groups),
      h('section', {}, h('h2', {}, 'Direct'), directs),
      othersPart),
    h('footer.keys', {}, h('kbd', {}, 'Ctrl'), ' ', h('kbd', {}, 'K'), ' goes to a space'));
  arrows(side, '.space');
  arrows(people, '.person');
  byId('shade').addEventListener('click', closeSide);
  side.addEventListener('pointerdown', () => { pressed = true; });
  addEventListener('pointerup', released);
  addEventListener('pointercancel', released);
  for (const topic of ['world', 'person', 'space', 'unread', 'online', 'connection']) {
    on(topic, later);
  }
  show();
}

let asked = false;
let pressed = false;

/** Once a frame is often enough, and not while something here is pressed: it would be gone before the click. */
function later() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!pressed) {
        show();
      }
    });
  }
}

function released() {
  if (pressed) {
    pressed = false;
    later();
  }
}

function section(title, action, onclick, ...content) {
  return h('section', {},
    h('div.section-head', {}, h('h2', {}, title),
      h('button.icon-button', { type: 'button', 'aria-label': action, title: action, onclick }, icon('plus'))),
    content);
}

export function openSide() {
  byId('app').classList.add('side-open');
  side.querySelector('[aria-current], .space')?.focus();
}

function closeSide() {
  byId('app').classList.remove('side-open');
}

function show() {
  const focused = side.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  fill(people, state.world.people.map(personItem));
  const mine = state.world.spaces.filter((each) => isMember(each, state.personId));
  const foreign = state.world.spaces.filter((each) => each.type !== 'direct' && !isMember(each, state.personId));
  fill(groups, mine.filter((each) => each.type !== 'direct').map(spaceItem));
  if (person() && groups.childElementCount === 0) {
    fill(groups, h('li.hint', {}, 'No spaces yet. Make one with +.'));
  }
  fill(directs, directItems(mine.filter((each) => each.type === 'direct')));
  fill(others, foreign.map(foreignItem));
  othersPart.hidden = foreign.length === 0;
  if (focused) {
    side.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function personItem(each) {
  const chosen = each.id === state.personId;
  const count = chosen ? 0 : unreadOf(each.id);
  return h('button.person', {
    type: 'button', role: 'radio', 'aria-checked': String(chosen), 'data-key': each.id, title: each.name,
    onclick: () => { speakAs(each.id); focusDraft(); },
  },
    face(each.id, each.name),
    h('span.name', {}, each.name),
    each.guest ? h('span.tag', {}, 'guest') : null,
    badge(count));
}

function face(id, name) {
  return h(`span.face${isOnline(id) ? '.online' : ''}`, {}, avatar(id, name, 'small'));
}

function badge(count) {
  return count > 0 ? h('span.badge', {}, count > 99 ? '99+' : String(count), h('span.unseen', {}, ' unread')) : null;
}

function spaceItem(each) {
  const current = each.id === state.spaceId;
  const count = current ? 0 : unreadIn(state.personId, each.id);
  const title = titleOf(each);
  return h('li', {}, h(`button.space${count > 0 ? '.unread' : ''}`, {
    type: 'button', 'aria-current': current ? 'page' : null, 'data-key': each.id, title, onclick: () => visit(each.id),
  },
    h('span.hash', { 'aria-hidden': 'true' }, '#'),
    h('span.name', {}, title),
    badge(count)));
}

/** The direct spaces there are, then everybody with whom there is none yet. */
function directItems(spaces) {
  const known = spaces.map((each) => {
    const other = each.members.find((member) => member.id !== state.personId);
    const item = spaceItem(each);
    item.querySelector('.hash').replaceWith(face(other?.id ?? '', titleOf(each)));
    return item;
  });
  const met = new Set(spaces.flatMap((each) => each.members.map((member) => member.id)));
  const rest = [...state.world.bots, ...state.world.people].filter((each) => each.id !== state.personId && !met.has(each.id));
  return [...known, ...rest.map((each) => h('li', {}, h('button.space.quiet-space', {
    type: 'button', 'data-key': `direct ${each.id}`, title: `Write to ${each.name} alone`, onclick: () => direct(each),
  }, face(each.id, each.name), h('span.name', {}, each.name))))];
}

function foreignItem(each) {
  return h('li', {}, h('button.space.quiet-space', {
    type: 'button', 'data-key': each.id, title: `Join ${each.title}`, onclick: () => join(each),
  }, h('span.hash', { 'aria-hidden': 'true' }, '#'), h('span.name', {}, each.title), h('span.faint', {}, 'Join')));
}

export function visit(spaceId) {
  goTo(spaceId);
  closeSide();
  focusDraft();
}

async function join(each) {
  const role = person().guest ? 'guest' : 'member';
  await attempt(`${person().name} could not join`, async () => {
    await playground.put(`spaces/${each.id}/members/${state.personId}`, { role });
    await refreshWorld();
    visit(each.id);
  });
}

/** Goes to the direct space with somebody, as a client of the service finds or makes it. */
export async function direct(other) {
  await attempt(`The direct space with ${other.name} could not be made`, async () => {
    const { data } = await as(person()).get(`/api/spaces/direct/user/${other.id}`);
    await refreshWorld();
    visit(data[0]._id);
  });
}

async function attempt(what, act) {
  try {
    await act();
  } catch (problem) {
    tell('notice', { text: `${what}: ${problem.message}`, kind: 'warning' });
  }
}

function checked(text, most, what) {
  const name = text.trim();
  if (name === '') {
    throw new Problem(`${what} needs a name.`);
  }
  if (name.length > most) {
    throw new Problem(`${what} may have a name of ${most} characters; this one has ${name.length}.`);
  }
  return name;
}

function newSpace() {
  form({
    title: 'New space',
    label: 'Create space',
    fields: field('Name', h('input', { name: 'title', autocomplete: 'off' }), 'All bots come along.'),
    submit: async (body) => {
      const title = checked(new FormData(body).get('title'), LONGEST_TITLE, 'A space');
      const made = await playground.post('spaces', { title, admin: state.personId });
      await refreshWorld();
      return () => visit(made.id);
    },
  });
}

function newPerson() {
  const guest = h('input', { type: 'checkbox', name: 'guest' });
  form({
    title: 'Add a person',
    label: 'Add',
    fields: [
      field('Name', h('input', { name: 'name', autocomplete: 'off' })),
      h('label.choice', {}, guest, h('span', {}, 'A guest, without an account')),
      space() ? h('p.hint', {}, `Comes into ${titleOf(space())}, and may join other spaces.`) : null,
    ],
    submit: async (body) => {
      const data = new FormData(body);
      const name = checked(data.get('name'), LONGEST_NAME, 'A person');
      const made = await playground.post('people', { name, guest: data.has('guest') });
      if (space() && space().type === 'group' && !roleIn(space(), made.id)) {
        await playground.put(`spaces/${state.spaceId}/members/${made.id}`, { role: made.guest ? 'guest' : 'member' });
      }
      await refreshWorld();
      return () => {
        speakAs(made.id);
        focusDraft();
      };
    },
  });
}
