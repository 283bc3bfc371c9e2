/** One line of the inspector, and what it holds when it is opened. */

import { h } from './dom.js';
import { failuresAbout, logsAbout, messageIdOf, payloadOf, repliesTo, shownSender, shownText, turnOf } from './entries.js';
import { icon } from './icons.js';
import { copied } from './notices.js';
import { plain } from './rich.js';
import { copyTest } from './copytest.js';
import { isBot, nameOf, spaceOf, titleOf } from './state.js';
import { micros, precise } from './times.js';

const LONGEST = 160;

/** The line; opened says whether its details are shown, toggle is called when somebody wants that otherwise. */
export function entryRow(entry, opened, toggle) {
  return h(`li.entry.${entry.kind}`, { 'data-seq': String(entry.seq) },
    h('button.entry-line', { type: 'button', 'aria-expanded': String(opened), onclick: () => toggle(entry) },
      h('time', {}, precise(entry.at)),
      ...LINES[entry.kind](entry)),
    opened ? h('div.entry-details', {}, details(entry)) : null);
}

/** What a filter by text looks at. */
export function textOf(entry) {
  return [entry.name, entry.event, entry.text, entry.path, entry.method, entry.logger, entry.why, entry.handlers?.join(' ')]
    .filter(Boolean).join(' ').toLowerCase();
}

const LINES = {
  frame: (entry) => [
    h(`span.way.${entry.direction}`, { title: entry.direction === 'in' ? 'came in' : 'went out' }, entry.direction === 'in' ? '←' : '→'),
    h('span.who', {}, entry.name),
    h('span.what', {}, entry.event ?? control(entry.text)),
    h('span.gist', {}, gist(entry)),
    outcome(turnOf(entry)),
  ],
  call: (entry) => [
    h('span.way', {}, '⇄'),
    entry.name ? h('span.who', {}, entry.name) : null,
    h('span.what', {}, `${entry.method} ${entry.path.replace(/^\/api/, '')}`),
    h(`span.outcome.${entry.status < 400 ? 'good' : 'bad'}`, {}, `${entry.status} · ${entry.millis} ms`),
  ],
  turn: (entry) => [
    h('span.way', {}, '•'),
    h('span.who', {}, nameOf(entry.bot)),
    h('span.what', {}, 'turn'),
    h('span.gist', {}, short(plain(shownText(entry.message) ?? ''))),
    outcome(entry),
  ],
  log: (entry) => [
    h(`span.level.${entry.level.toLowerCase()}`, {}, entry.level),
    h('span.who', {}, entry.logger.split('.').pop()),
    h('span.gist', {}, short(entry.text)),
  ],
  failure: (entry) => [
    h('span.way', {}, '!'),
    h('span.who', {}, nameOf(entry.bot)),
    h('span.what', {}, shortHandler(entry.handler)),
    h('span.outcome.bad', {}, 'failed'),
  ],
  reload: (entry) => [
    h('span.way', {}, '↻'),
    h('span.who', {}, nameOf(entry.bot)),
    h('span.what', {}, entry.report ? 'reload failed' : 'reloaded'),
    h('span.gist', {}, entry.changed.join(', ')),
  ],
};

function outcome(turn) {
  if (!turn) {
    return null;
  }
  if (failuresAbout(turn.message, turn.bot).length > 0) {
    return h('span.outcome.bad', {}, 'failed');
  }
  return turn.handlers.length > 0
    ? h('span.outcome.good', {}, `${turn.handlers.map(shortHandler).join(', ')} · ${micros(turn.micros)}`)
    : h(`span.outcome${fromBot(turn.message) ? '' : '.none'}`, {}, 'no handler');
}

/** That bots pass over what other bots say is as it should be. */
function fromBot(messageId) {
  return isBot(shownSender(messageId));
}

function shortHandler(name) {
  return name.split('.').slice(-2).join('.');
}

function control(text) {
  return { 2: 'ping', 3: 'pong', 0: 'open', 1: 'close' }[text[0]] ?? 'control';
}

function gist(entry) {
  const payload = payloadOf(entry);
  if (!payload || typeof payload !== 'object') {
    return short(entry.text);
  }
  const said = payload.content?.bodyText;
  const error = payload.error?.code ?? payload.error?.message ?? payload.error;
  if (typeof said === 'string') {
    const by = entry.event === 'MESSAGE_SENT' && payload.sender ? `${payload.sender.displayname}: ` : '';
    return short((error ? `${error} · ` : by) + plain(said));
  }
  const where = spaceOf(payload.topicId ?? payload.channel?._id);
  return short([error, payload.category?.replace(/^app\.event\./, ''), where && titleOf(where)].filter(Boolean).join(' · '));
}

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function details(entry) {
  const id = messageIdOf(entry);
  return [
    turnDetails(turnOf(entry)),
    entry.kind === 'log' ? h('pre', { tabindex: '0' }, `${entry.level} ${entry.logger}\n${entry.text}`) : null,
    entry.report ? h('pre', { tabindex: '0' }, entry.report) : null,
    entry.kind === 'frame' ? decoded(entry) : null,
    id ? h('p.entry-actions', {}, button('copy', 'Copy as test', () => copyTest(id, entry.kind === 'turn' ? entry.bot : entry.bot ? entry.user : null))) : null,
  ];
}

function turnDetails(turn) {
  if (!turn) {
    return null;
  }
  const logs = logsAbout(turn.message);
  return h('section.turn-box', {},
    turn.handlers.length > 0 ? handled(turn) : unhandled(turn),
    logs.length > 0 ? [h('h4', {}, 'Log lines'), h('pre', { tabindex: '0' }, logs.map((log) => `${log.level} ${log.text}`).join('\n'))] : null);
}

function handled(turn) {
  const replies = repliesTo(turn.message, turn.bot).map((id) => h('li', {}, short(plain(shownText(id) ?? `message ${id}`))));
  const failed = failuresAbout(turn.message, turn.bot);
  return [
    failed.length > 0 ? h('p.problem', {}, `It failed; the log calls it ${failed.map((each) => each.reference).join(', ')}.`) : null,
    h('dl.facts-list', {},
      h('dt', {}, turn.handlers.length === 1 ? 'Handler' : 'Handlers'), h('dd', {}, h('code', {}, turn.handlers.join(', '))),
      h('dt', {}, 'Time'), h('dd', {}, micros(turn.micros))),
    h('h4', {}, replies.length === 0 ? 'No reply' : replies.length === 1 ? 'Reply' : 'Replies'),
    replies.length > 0 ? h('ul.replies', {}, replies) : null,
  ];
}

function unhandled({ why, suggestion }) {
  return [
    h('h4', {}, 'No handler took it'),
    why ? h('p.why', {}, why) : null,
    suggestion ? [
      h('div.code-head', {}, h('span', {}, 'A handler that would:'), button('copy', 'Copy', () => copied(suggestion, 'The handler'))),
      h('pre', { tabindex: '0' }, suggestion),
    ] : null,
  ];
}

function decoded(entry) {
  const payload = payloadOf(entry);
  return [
    payload ? h('pre', { tabindex: '0', 'aria-label': 'Payload' }, JSON.stringify(payload, null, 2)) : null,
    h('details.raw', {}, h('summary', {}, 'The frame as it was'), h('pre', { tabindex: '0' }, entry.text)),
  ];
}

function button(picture, text, onclick) {
  return h('button.quiet.small', { type: 'button', onclick }, icon(picture), text);
}
