/** One message as the conversation shows it: a chat, a task, a post, with its comments. */

import { avatar } from './avatar.js';
import { h } from './dom.js';
import { attachment } from './files.js';
import { icon } from './icons.js';
import { authorOf, isDeleted, isDone, parentOf } from './messages.js';
import { plain, rich } from './rich.js';
import { isBot, nameOf, state } from './state.js';
import { clock, date, day, whole } from './times.js';

const TOGETHER_MILLIS = 5 * 60_000;

/** The row of a message; actions are what can be done to it: edit, remove, comment, complete, inspect. */
export function row(message, actions) {
  const author = authorOf(message);
  const name = message.sender?._id === author ? message.sender.displayname : nameOf(author);
  const element = h(`li.message.${kindOf(message)}`, { 'data-id': message._id, tabindex: '-1' },
    h('div.day', { 'aria-hidden': 'true' }, day(message.created)),
    avatar(author ?? '', name),
    h('div.body', {},
      h('div.by', {},
        h('strong', {}, name),
        isBot(author) ? h('span.tag', {}, 'bot') : null,
        author === state.personId ? h('span.faint', {}, 'you') : null,
        time(message)),
      content(message, actions),
      h('ol.comments', { 'aria-label': 'Comments' })),
    isDeleted(message) ? null : tools(message, actions));
  element.classList.toggle('own', author === state.personId);
  element.classList.toggle('mentions-me', (message.mentions ?? []).some((each) => (each?.id ?? each) === state.personId));
  return element;
}

/** A comment below its task or post. */
export function commentRow(message, actions) {
  const element = row(message, actions);
  element.classList.add('comment');
  return element;
}

/** A message that is on its way. */
export function pendingRow(entry) {
  return h('li.message.chat.pending', { 'data-waiting': entry.id },
    avatar(entry.person.id, entry.person.name),
    h('div.body', {},
      h('div.by', {}, h('strong', {}, entry.person.name), h('span.faint', {}, 'sending…')),
      rich(entry.payload.content.bodyText)));
}

/** Whether a message continues what the same person said just before. */
export function continues(message, before) {
  return before !== undefined
    && authorOf(message) === authorOf(before)
    && message.category === 'chat' && before.category === 'chat'
    && !parentOf(message) === !parentOf(before)
    && Date.parse(message.created) - Date.parse(before.created) < TOGETHER_MILLIS;
}

/** The title of a task or post, or the text of a chat, as plain text. */
export function summary(message) {
  const text = plain(message.content?.bodyText ?? '');
  return text || (message.content?.data?.length ? message.content.data[0].name : '');
}

function kindOf(message) {
  return { task: 'task', idea: 'post' }[message.category] ?? 'chat';
}

function time(message) {
  const edited = message.modified && kindOf(message) !== 'task' && !isDeleted(message);
  return [
    h('time', { datetime: message.created, title: whole(message.created) }, clock(message.created)),
    edited ? h('span.faint', { title: whole(message.modified) }, 'edited') : null,
  ];
}

function content(message, actions) {
  if (isDeleted(message)) {
    return h('p.gone', {}, 'This was deleted.');
  }
  const files = (message.content?.data ?? []).map(attachment);
  const body = { task: taskCard, idea: postCard }[message.category]?.(message, actions) ?? chat(message);
  return [body, files.length > 0 ? h('div.files', {}, files) : null];
}

function chat(message) {
  const text = message.content?.bodyText ?? '';
  return text === '' ? null : rich(text);
}

function taskCard(message, actions) {
  const done = isDone(message);
  const { assignees = [], dueDate, description } = message.content;
  const title = plain(message.content.bodyText);
  const tick = h('input', {
    type: 'checkbox', checked: done, 'aria-label': `Completed: ${title}`, onchange: () => actions.complete(message, tick),
  });
  return h(`section.card${done ? '.done' : ''}`, { 'aria-label': `Task: ${title}` },
    h('div.card-head', {}, tick, rich(message.content.bodyText, 'div.card-title')),
    description ? rich(description, 'div.rich.card-text') : null,
    h('ul.facts', {},
      done ? h('li.fact.good', {}, icon('check'), completedBy(message)) : h('li.fact', {}, icon('task'), 'Open'),
      assignees.length > 0 ? h('li.fact', {}, icon('people'), assignees.map((each) => nameOf(each._id)).join(', ')) : null,
      dueDate ? h(`li.fact${late(message) ? '.late' : ''}`, {}, icon('clock'), `Due ${date(dueDate)}`) : null));
}

function completedBy(message) {
  const by = message.sender?.displayname;
  return message.modified && by ? `Completed by ${by}` : 'Completed';
}

function late(message) {
  return !isDone(message) && Date.parse(message.content.dueDate) < Date.now() - 86_400_000;
}

function postCard(message) {
  return h('section.card.post-card', { 'aria-label': `Post: ${plain(message.content.bodyText)}` },
    h('div.card-head', {}, icon('post'), rich(message.content.bodyText, 'div.card-title')),
    message.content.description ? rich(message.content.description, 'div.rich.card-text') : null);
}

/** Small buttons at the right of a row, which appear where the pointer or the focus is. */
function tools(message, actions) {
  const own = authorOf(message) === state.personId;
  const card = message.category !== 'chat';
  return h('div.tools', {},
    card ? tool('Comment', 'comment', () => actions.comment(message)) : null,
    own ? tool('Edit', 'edit', () => actions.edit(message)) : null,
    own ? tool('Delete', 'trash', () => actions.remove(message)) : null,
    tool('Inspect', 'code', () => actions.inspect(message)));
}

function tool(name, picture, onclick) {
  return h('button.icon-button', { type: 'button', tabindex: '-1', 'aria-label': name, title: name, onclick }, icon(picture));
}
