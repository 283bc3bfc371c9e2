/** What the page itself has to say: banners that stay until they are done with, and short notices that go by themselves. */

import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { connectionOf } from './connection.js';
import { on, person, state, tell } from './state.js';

const SHORT = 6000;

const banners = byId('banners');
const notices = h('div.notices', { role: 'status' });
const closed = new Set();
let reloaded = null;

export function build() {
  document.body.append(notices);
  on('notice', notice);
  on('gone', show);
  on('world', show);
  on('person', show);
  on('connection', show);
  on('reload', (entry) => { reloaded = entry; closed.delete(`reload ${entry.bot}`); show(); });
}

export function announce(text) {
  byId('announce').textContent = text;
}

function notice({ text, kind = 'plain' }) {
  const close = () => element.remove();
  const element = h(`div.notice.${kind}`, {},
    kind === 'warning' ? icon('warning') : icon('check'),
    h('span', {}, text),
    h('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: close }, icon('close')));
  notices.append(element);
  setTimeout(close, kind === 'warning' ? SHORT * 2 : SHORT);
  while (notices.childElementCount > 4) {
    notices.firstElementChild.remove();
  }
}

function show() {
  const shown = [goneBanner(), connectionBanner(), ...state.world.bots.map(botBanner), reloadBanner()].filter(Boolean);
  const keys = shown.map((each) => each.dataset.key).join('|');
  // A banner that says the same stays as it is: an opened report would close.
  if (keys !== banners.dataset.keys) {
    banners.dataset.keys = keys;
    fill(banners, shown);
  }
}

function goneBanner() {
  return state.gone
    ? banner('gone', 'warning', 'The playground is not running. Drafts are kept; the page comes back by itself once it runs again.')
    : null;
}

function connectionBanner() {
  const connection = person() && connectionOf(person().id);
  return !state.gone && connection && !connection.live && connection.trouble
    ? banner(`connection ${connection.trouble}`, 'warning', `${connection.trouble}. Connecting ${person().name} again…`)
    : null;
}

function botBanner(bot) {
  const words = {
    broken: 'does not start as it is now, and keeps the handlers that it had.',
    stopped: 'has stopped, since the service will not have it. Start the playground again.',
  }[bot.state];
  const key = `${bot.state} ${bot.id} ${bot.report}`;
  return words && !closed.has(key) ? banner(key, 'bad', `${bot.name} ${words}`, bot.report) : null;
}

/** What is wrong with a bot stands in its own banner; a report beside handlers that are in place is a remark. */
function reloadBanner() {
  const bot = state.world.bots.find((each) => each.id === reloaded?.bot);
  if (!bot || bot.state === 'broken' || closed.has(`reload ${reloaded.bot}`)) {
    return null;
  }
  const { changed, report, seq } = reloaded;
  const what = changed.length > 0 ? `${changed.join(', ')} changed` : 'something changed';
  const element = banner(`reload ${bot.id}`, 'good', [`${bot.name} has new handlers: ${what}.`, report].filter(Boolean).join(' '));
  element.dataset.key = `reload ${bot.id} ${seq}`;
  return element;
}

function banner(key, kind, text, report = null) {
  const close = () => { closed.add(key); show(); };
  const lasting = kind === 'warning';
  return h(`section.banner.${kind}`, { 'data-key': key, role: kind === 'good' ? 'status' : 'alert' },
    icon(kind === 'good' ? 'check' : 'warning'),
    h('div.banner-body', {},
      h('p', {}, text),
      report ? h('details', { open: true }, h('summary', {}, 'Report'), h('pre', { tabindex: '0' }, report)) : null),
    lasting ? null : h('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: close }, icon('close')));
}

export function copied(text, what) {
  navigator.clipboard.writeText(text).then(
    () => tell('notice', { text: `${what} is copied.` }),
    () => tell('notice', { text: 'The browser does not let this page copy.', kind: 'warning' }));
}
