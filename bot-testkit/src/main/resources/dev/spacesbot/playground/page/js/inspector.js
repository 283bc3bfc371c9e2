/** The right of the page: everything that happened on the way between the service and its clients. */

import { byId, fill, h } from './dom.js';
import { answeredBy, entries, forgetEntries, messageIdOf, payloadOf, repliesTo, turnOf } from './entries.js';
import { entryRow, textOf } from './entry.js';
import { icon } from './icons.js';
import { summary } from './message.js';
import { on, state, tell, titleOf } from './state.js';

const MOST_ROWS = 300;
const KINDS = [['frame', 'Frames'], ['call', 'Calls'], ['turn', 'Turns'], ['log', 'Logs']];
const EVERYBODY = 'everybody';
const BOTS = 'bots';
const CONTROL = 'control';

const panel = byId('inspector');
const list = h('ol.entries', { 'aria-label': 'What happened' });
const scroller = h('div.entries-scroller', { tabindex: '0', 'aria-label': 'Entries' }, list);
const count = h('p.faint.entries-count', { role: 'status' });
const about = h('p.about', { hidden: true });
const filter = { kinds: new Set(['frame', 'failure', 'log', 'reload']), who: BOTS, event: '', space: '', text: '', about: null };
const opened = new Set();
const events = new Set();
const who = choice('Whose', 'who');
const event = choice('Event', 'event');
const space = choice('Space', 'space');
const text = h('input', { type: 'search', 'aria-label': 'Text', placeholder: 'Text…', oninput: () => { filter.text = text.value.trim().toLowerCase(); show(); } });
let shown = 0;
let waiting = [];

export function build() {
  fill(panel,
    h('header.inspector-head', {},
      h('h2', {}, 'Inspector'),
      h('button.icon-button', { type: 'button', 'aria-label': 'Forget what is shown', title: 'Clear', onclick: clear }, icon('trash')),
      h('button.icon-button', { type: 'button', 'aria-label': 'Close the inspector', onclick: toggleInspector }, icon('close'))),
    h('div.filters', { role: 'group', 'aria-label': 'Filter' },
      h('div.kinds', {}, KINDS.map(kindToggle)),
      h('div.selects', {}, who, event, space),
      text, about),
    scroller, count);
  on('entry', later);
  on('inspect', inspect);
  on('world', () => isOpen() && fillChoices());
  panel.addEventListener('keydown', (key) => key.key === 'Escape' && toggleInspector());
  if (sessionStorage.getItem('inspector') === 'open') {
    setOpen(true);
  }
}

export function toggleInspector() {
  setOpen(!isOpen());
  if (isOpen()) {
    text.focus();
  } else {
    byId('inspector-button').focus();
  }
}

export function forget() {
  forgetEntries();
  opened.clear();
  show();
}

function isOpen() {
  return !panel.hidden;
}

function setOpen(open) {
  panel.hidden = !open;
  byId('app').classList.toggle('inspecting', open);
  byId('inspector-button').setAttribute('aria-pressed', String(open));
  sessionStorage.setItem('inspector', open ? 'open' : 'closed');
  if (open) {
    show();
  }
}

function clear() {
  forget();
}

function kindToggle([kind, name]) {
  const button = h('button.kind', {
    type: 'button', 'aria-pressed': String(filter.kinds.has(kind)), onclick: () => {
      const on_ = filter.kinds.has(kind);
      filter.kinds[on_ ? 'delete' : 'add'](kind);
      button.setAttribute('aria-pressed', String(!on_));
      show();
    },
  }, name);
  return button;
}

function choice(label, name) {
  const select = h('select', { 'aria-label': label, onchange: () => { filter[name] = select.value; show(); } });
  return select;
}

function fillChoices() {
  const { bots, people, spaces } = state.world;
  options(who, filter.who, [[BOTS, 'Bots'], [EVERYBODY, 'Everybody'], ...[...bots, ...people].map((each) => [each.id, each.name])]);
  options(event, filter.event, [['', 'Every event'], ...[...events].sort().map((each) => [each, each]), [CONTROL, 'Pings and the like']]);
  options(space, filter.space, [['', 'Every space'], ...spaces.map((each) => [each.id, each.type === 'direct' ? each.title : titleOf(each)])]);
}

function options(select, chosen, values) {
  const wanted = JSON.stringify(values);
  if (select.dataset.values !== wanted) {
    select.dataset.values = wanted;
    fill(select, values.map(([value, name]) => h('option', { value, selected: value === chosen }, name)));
  }
}

function matches(entry) {
  return filter.kinds.has(entry.kind)
    && (filter.about ? filter.about.ids().has(messageIdOf(entry)) : true)
    && ofWho(entry) && ofEvent(entry)
    && (filter.space === '' || spaceIdOf(entry) === filter.space)
    && (filter.text === '' || textOf(entry).includes(filter.text));
}

function ofWho(entry) {
  if (filter.who === EVERYBODY || !(entry.user ?? entry.bot)) {
    return true;
  }
  const user = entry.user ?? entry.bot;
  return filter.who === BOTS ? state.world.bots.some((bot) => bot.id === user) : user === filter.who;
}

function ofEvent(entry) {
  if (entry.kind !== 'frame') {
    return filter.event === '';
  }
  return filter.event === '' ? entry.event !== null : filter.event === CONTROL ? entry.event === null : entry.event === filter.event;
}

function spaceIdOf(entry) {
  const payload = entry.kind === 'frame' ? payloadOf(entry) : null;
  return entry.space || (payload?.topicId ?? payload?.channel?._id ?? null);
}

function later(entry) {
  if (entry.kind === 'frame' && entry.event && !events.has(entry.event)) {
    events.add(entry.event);
    waiting.choices = true;
  }
  if (!isOpen()) {
    return;
  }
  if (waiting.length === 0) {
    requestAnimationFrame(flush);
  }
  waiting.push(entry);
}

/** What came since the last frame, in one go. */
function flush() {
  const fresh = waiting;
  waiting = [];
  if (fresh.choices) {
    fillChoices();
  }
  for (const entry of fresh) {
    if (entry.kind !== 'reply' && matches(entry)) {
      list.append(rowOf(entry));
      shown++;
    }
    if (['turn', 'reply', 'failure', 'log'].includes(entry.kind)) {
      refresh(entry.message);
    }
  }
  while (list.childElementCount > MOST_ROWS) {
    list.firstElementChild.remove();
  }
  tellCount();
}

/** The lines of a message show what has become of it. */
function refresh(messageId) {
  for (const old of list.children) {
    const entry = messageId && old.entry;
    if (entry && messageIdOf(entry) === messageId) {
      replace(old, entry);
    }
  }
}

function replace(old, entry) {
  const focused = old.contains(document.activeElement);
  const fresh = rowOf(entry);
  old.replaceWith(fresh);
  if (focused) {
    fresh.querySelector('button').focus({ preventScroll: true });
  }
}

function rowOf(entry) {
  const element = entryRow(entry, opened.has(entry.seq), toggle);
  element.entry = entry;
  return element;
}

function toggle(entry) {
  if (!opened.delete(entry.seq)) {
    opened.add(entry.seq);
  }
  const old = list.querySelector(`[data-seq="${entry.seq}"]`);
  if (old) {
    replace(old, entry);
  }
}

function show() {
  if (!isOpen()) {
    return;
  }
  fillChoices();
  const found = entries.filter(matches);
  shown = found.length;
  fill(list, found.slice(-MOST_ROWS).map(rowOf));
  scroller.scrollTop = 0;
  showAbout();
  tellCount();
}

function tellCount() {
  const rows = list.childElementCount;
  count.textContent = shown === 0
    ? entries.length === 0 ? 'Nothing has happened yet.' : 'Nothing fits the filter.'
    : rows < shown ? `The last ${rows} of ${shown}` : `${shown} of ${entries.length}`;
}

/** Everything about one message: its own frames and turns, and those of the replies to it. An answer is looked at together with what it answers. */
function inspect(message) {
  const asked = answeredBy(message._id) ?? message._id;
  const ids = () => new Set([asked, message._id, ...repliesTo(asked)]);
  filter.about = { ids, text: summary(message) };
  setOpen(true);
  const rows = [...list.children];
  const told = rows.find((row) => turnOf(row.entry)?.handlers.length > 0) ?? rows.find((row) => turnOf(row.entry)) ?? rows[0];
  if (told && !opened.has(told.entry.seq)) {
    toggle(told.entry);
  }
  (list.querySelector('[aria-expanded="true"]') ?? text).focus();
  tell('inspected', message);
}

function showAbout() {
  about.hidden = !filter.about;
  if (filter.about) {
    fill(about, 'About ', h('strong', {}, filter.about.text || 'a message'),
      h('button.icon-button', { type: 'button', 'aria-label': 'Show everything again', onclick: () => { filter.about = null; show(); } }, icon('close')));
  }
}
