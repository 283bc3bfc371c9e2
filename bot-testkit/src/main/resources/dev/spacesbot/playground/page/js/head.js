/** The bar above the conversation: which space it is, who is in it, and the tools. */

import { avatar } from './avatar.js';
import { byId, fill, h } from './dom.js';
import { faults } from './faults.js';
import { icon } from './icons.js';
import { toggleInspector } from './inspector.js';
import { menu } from './menu.js';
import { isOnline } from './presence.js';
import { transcripts } from './replay.js';
import { playground } from './rest.js';
import { refreshWorld } from './server.js';
import { direct, openSide } from './sidebar.js';
import { isBot, isMember, nameOf, on, space, state, tell, titleOf } from './state.js';

const ROLES = ['admin', 'member', 'guest'];

const title = h('h2', { id: 'space-title' });
const count = h('p.faint.count');
const members = menu({ picture: 'people', label: 'People in this space', text: 'People', build: peoplePanel });

export function build() {
  fill(byId('head'),
    h('button.icon-button.narrow', { type: 'button', 'aria-label': 'Spaces and people', onclick: openSide }, icon('menu')),
    h('div.titles', {}, title, count),
    h('div.bar', {},
      members,
      menu({ picture: 'bolt', label: 'Faults', build: faults }),
      menu({ picture: 'record', label: 'Transcript', build: transcripts }),
      h('button.bar-button', {
        id: 'inspector-button', type: 'button', 'aria-pressed': 'false', 'aria-label': 'Inspector', title: 'Inspector (Ctrl+I)', onclick: toggleInspector,
      }, icon('panel'), h('span.bar-text', {}, 'Inspector'))));
  on('world', show);
  on('space', show);
  on('person', show);
  on('online', members.refresh);
  show();
}

function show() {
  const where = space();
  const name = where ? titleOf(where) : 'Playground';
  title.textContent = name;
  title.title = name;
  const bots = where?.members.filter((member) => isBot(member.id)).length ?? 0;
  const people = (where?.members.length ?? 0) - bots;
  count.textContent = where ? `${number(people, 'person', 'people')}, ${number(bots, 'bot', 'bots')}` : '';
  members.button.hidden = !where;
  members.refresh();
}

function number(many, one, more) {
  return `${many} ${many === 1 ? one : more}`;
}

function peoplePanel(close) {
  const where = space();
  if (!where) {
    return [];
  }
  const known = [...state.world.people, ...state.world.bots];
  const outside = where.type === 'direct' ? [] : known.filter((each) => !isMember(where, each.id));
  return [
    h('h3', {}, 'In this space'),
    h('ul.members', {}, where.members.map((member) => memberItem(where, member, close))),
    outside.length > 0 ? h('h3', {}, 'Let in') : null,
    outside.length > 0 ? h('ul.members', {}, outside.map((each) => outsideItem(where, each))) : null,
  ].filter(Boolean);
}

function memberItem(where, member, close) {
  const name = nameOf(member.id);
  const role = h('select', {
    'aria-label': `Role of ${name}`, onchange: () => setRole(where, member.id, role.value),
  }, ROLES.map((each) => h('option', { value: each, selected: each === member.role }, each)));
  const own = member.id === state.personId;
  return h('li.member', {},
    h(`span.face${isOnline(member.id) ? '.online' : ''}`, {}, avatar(member.id, name, 'small')),
    h('span.name', { title: name }, name),
    isBot(member.id) ? h('span.tag', {}, 'bot') : own ? h('span.faint', {}, 'you') : null,
    own ? null : h('button.icon-button', {
      type: 'button', 'aria-label': `Write to ${name} alone`, title: 'Write alone', onclick: () => { close(); direct({ id: member.id, name }); },
    }, icon('comment')),
    role);
}

function outsideItem(where, each) {
  const role = each.guest ? 'guest' : 'member';
  return h('li.member', {},
    h('span.face', {}, avatar(each.id, each.name, 'small')),
    h('span.name', { title: each.name }, each.name),
    h('button.quiet', { type: 'button', 'aria-label': `Let ${each.name} in`, onclick: () => setRole(where, each.id, role) }, 'Let in'));
}

async function setRole(where, personId, role) {
  try {
    await playground.put(`spaces/${where.id}/members/${personId}`, { role });
    await refreshWorld();
  } catch (problem) {
    tell('notice', { text: `The role could not be set: ${problem.message}`, kind: 'warning' });
    members.refresh();
  }
}
