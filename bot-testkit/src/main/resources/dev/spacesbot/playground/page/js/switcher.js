/** Ctrl+K: goes to a space, or to somebody alone, by a few letters of the name. */

import { avatar } from './avatar.js';
import { open } from './dialogs.js';
import { fill, focusDraft, h } from './dom.js';
import { icon } from './icons.js';
import { direct, visit } from './sidebar.js';
import { isMember, speakAs, state, titleOf } from './state.js';

const MOST = 12;

let current = null;

export function openSwitcher() {
  if (current?.isConnected) {
    current.close();
    return;
  }
  const list = h('ul.options', { id: 'switcher-options', role: 'listbox', 'aria-label': 'Places' });
  const input = h('input.switcher-input', {
    type: 'text', role: 'combobox', 'aria-label': 'Go to a space or person', 'aria-controls': 'switcher-options', 'aria-expanded': 'true',
    placeholder: 'Go to a space, write to somebody, or speak as…', autocomplete: 'off', autofocus: true,
  });
  const dialog = h('dialog.switcher', { 'aria-label': 'Go to' }, h('label.switcher-field', {}, icon('lens'), input), list);
  let found = [];
  let at = 0;

  const show = () => {
    found = places(input.value);
    at = Math.min(at, Math.max(0, found.length - 1));
    fill(list, found.map((place, index) => option(place, index, index === at, () => choose(place))));
    if (found.length === 0) {
      fill(list, h('li.hint', {}, `Nothing is called “${input.value}”.`));
    }
    input.setAttribute('aria-activedescendant', found.length > 0 ? `option-${at}` : '');
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (place) => {
    dialog.close();
    place.go();
  };
  input.addEventListener('input', () => { at = 0; show(); });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      show();
    } else if (event.key === 'Enter' && found[at]) {
      event.preventDefault();
      choose(found[at]);
    }
  });
  show();
  current = dialog;
  open(dialog);
}

function option({ name, kind, face }, index, selected, onclick) {
  return h('li.option', { id: `option-${index}`, role: 'option', 'aria-selected': String(selected), onclick },
    face, h('span.name', {}, name), h('span.faint', {}, kind));
}

function places(words) {
  const { spaces, bots, people } = state.world;
  const all = [
    ...spaces.filter((each) => isMember(each, state.personId)).map((each) => ({
      name: titleOf(each), kind: each.type === 'direct' ? 'direct' : 'space', face: h('span.hash', {}, '#'), go: () => visit(each.id),
    })),
    ...[...bots, ...people].filter((each) => each.id !== state.personId).map((each) => ({
      name: each.name, kind: 'write alone', face: avatar(each.id, each.name, 'small'), go: () => direct(each),
    })),
    ...people.filter((each) => each.id !== state.personId).map((each) => ({
      name: each.name, kind: 'speak as', face: avatar(each.id, each.name, 'small'), go: () => { speakAs(each.id); focusDraft(); },
    })),
  ];
  const wanted = words.trim().toLowerCase();
  return all
    .filter((place) => `${place.name} ${place.kind}`.toLowerCase().includes(wanted))
    .sort((one, other) => rank(other, wanted) - rank(one, wanted))
    .slice(0, MOST);
}

function rank(place, wanted) {
  return wanted !== '' && place.name.toLowerCase().startsWith(wanted) ? 1 : 0;
}
