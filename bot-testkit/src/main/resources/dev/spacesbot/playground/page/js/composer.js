/** Where one writes: Enter sends, Shift+Enter begins a line, Up in an empty field edits what one said last. */

import { connectionOf } from './connection.js';
import { lastOwn, reveal } from './conversation.js';
import { byId, fill, h } from './dom.js';
import * as drafts from './drafts.js';
import { chip, tooLarge } from './files.js';
import { icon } from './icons.js';
import { logOf } from './messages.js';
import { summary } from './message.js';
import { isFormatted, plain } from './rich.js';
import { deliver, tooLong } from './sending.js';
import { isMember, on, person, space, state, tell, titleOf } from './state.js';

const TYPING_EVERY = 2000;

const form = byId('composer');
const text = h('textarea', {
  id: 'draft', rows: 1, 'aria-label': 'Message', 'aria-describedby': 'draft-line', autocomplete: 'off', spellcheck: 'true',
});
const context = h('div.context', { hidden: true });
const chips = h('ul.chips', { 'aria-label': 'Attachments', hidden: true });
const line = h('p.problem', { id: 'draft-line', role: 'alert', hidden: true });
const picker = h('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', 'aria-label': 'Files' });
const html = h('button.icon-button.toggle', {
  type: 'button', 'aria-pressed': 'false', title: 'Send as HTML', 'aria-label': 'Send as HTML', onclick: toggleHtml,
}, icon('code'));
const button = h('button.send', { type: 'submit', 'aria-label': 'Send', title: 'Send (Enter)' }, icon('send'));
let lastTyping = 0;
let busy = false;

export function build() {
  fill(form, context, chips,
    h('div.field-row', {},
      h('div.tools-left', {},
        small('clip', 'Attach files', () => picker.click()),
        small('task', 'New task', () => tell('new-card', 'task')),
        small('post', 'New post', () => tell('new-card', 'idea'))),
      text, html, button),
    line, picker);
  form.addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  text.addEventListener('keydown', onKey);
  text.addEventListener('input', onInput);
  text.addEventListener('paste', onPaste);
  picker.addEventListener('change', () => { addFiles([...picker.files]); picker.value = ''; });
  show();
}

/** Shows the draft of whoever speaks, in the space that is looked at. */
export function show() {
  const draft = current();
  const canWrite = Boolean(draft && isMember(space(), state.personId));
  form.classList.toggle('off', !canWrite);
  [text, ...form.querySelectorAll('.tools-left button, .toggle')].forEach((each) => { each.disabled = !canWrite; });
  text.placeholder = placeholder(canWrite);
  text.value = draft?.text ?? '';
  lastTyping = 0;
  complain(null);
  refresh();
}

function placeholder(canWrite) {
  if (canWrite) {
    return `Message ${titleOf(space())} as ${person().name}`;
  }
  return person() ? 'Choose a space to write in' : 'The bots are starting…';
}

function current() {
  return space() && person() ? drafts.draftOf(state.personId, state.spaceId) : null;
}

function refresh() {
  const draft = current();
  html.setAttribute('aria-pressed', String(Boolean(draft?.html)));
  fill(chips, (draft?.files ?? []).map((file) => chip(file, () => removeFile(file))));
  chips.hidden = !draft?.files.length;
  showContext(draft);
  refreshButton();
}

function refreshButton() {
  const draft = current();
  const empty = !draft || (text.value.trim() === '' && draft.files.length === 0);
  const live = connectionOf(state.personId)?.canWrite(state.spaceId);
  button.disabled = empty || busy;
  button.classList.toggle('waiting', !live);
}

function showContext(draft) {
  const id = draft?.editId ?? draft?.parentId;
  const about = id ? logOf(state.spaceId).byId.get(id) : null;
  context.hidden = !id;
  if (id) {
    const what = draft.editId ? 'Editing your message' : `Comment on “${about ? summary(about) : 'something earlier'}”`;
    fill(context, icon(draft.editId ? 'edit' : 'comment'), h('span', {}, what),
      h('button.icon-button', { type: 'button', 'aria-label': 'Leave that', title: 'Escape', onclick: leave }, icon('close')));
  }
}

function small(picture, name, onclick) {
  return h('button.icon-button', { type: 'button', 'aria-label': name, title: name, onclick }, icon(picture));
}

/** A line at the draft that says what is wrong with it; null takes it away. */
export function complain(words) {
  line.textContent = words ?? '';
  line.hidden = !words;
}

function onKey(event) {
  if (event.isComposing) {
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape' && !context.hidden) {
    event.preventDefault();
    leave();
  } else if (event.key === 'ArrowUp' && text.value === '' && !event.shiftKey && lastOwn()) {
    event.preventDefault();
    edit(lastOwn());
  }
}

function onInput() {
  const draft = current();
  draft.text = text.value;
  drafts.keep(state.personId, state.spaceId);
  complain(tooLong(text.value));
  refreshButton();
  if (text.value !== '' && Date.now() - lastTyping > TYPING_EVERY) {
    lastTyping = Date.now();
    connectionOf(state.personId)?.typing(state.spaceId);
  }
}

function onPaste(event) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) {
    event.preventDefault();
    addFiles(files);
  }
}

export function addFiles(files) {
  const draft = current();
  if (!draft) {
    return;
  }
  const refused = files.map(tooLarge).filter(Boolean);
  draft.files.push(...files.filter((file) => !tooLarge(file)));
  complain(refused.join('\n') || null);
  refresh();
  text.focus();
}

function removeFile(file) {
  const draft = current();
  draft.files = draft.files.filter((each) => each !== file);
  refresh();
  text.focus();
}

function toggleHtml() {
  const draft = current();
  if (draft) {
    draft.html = !draft.html;
    drafts.keep(state.personId, state.spaceId);
    refresh();
    text.focus();
  }
}

function edit(message) {
  const draft = current();
  const formatted = isFormatted(message.content.bodyText);
  Object.assign(draft, {
    editId: message._id,
    parentId: null,
    html: formatted,
    text: formatted ? message.content.bodyText : plain(message.content.bodyText),
  });
  takeUp(draft);
}

function comment(message) {
  Object.assign(current(), { parentId: message._id, editId: null });
  takeUp(current());
}

function takeUp(draft) {
  text.value = draft.text;
  drafts.keep(state.personId, state.spaceId);
  refresh();
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

/** Leaves an edit or a comment; the text of a comment stays. */
function leave() {
  const draft = current();
  if (draft.editId) {
    Object.assign(draft, { text: '', html: false });
  }
  Object.assign(draft, { editId: null, parentId: null });
  takeUp(draft);
}

async function submit() {
  const draft = current();
  if (busy || !draft || (draft.text.trim() === '' && draft.files.length === 0)) {
    return;
  }
  busy = true;
  complain(null);
  refreshButton();
  form.classList.toggle('uploading', draft.files.length > 0);
  try {
    await deliver(person(), space(), draft);
  } catch (problem) {
    complain(problem.message);
  } finally {
    busy = false;
    form.classList.remove('uploading');
    refreshButton();
  }
}

function showIfHere({ personId, spaceId }) {
  if (personId === state.personId && spaceId === state.spaceId) {
    show();
  }
}

function unsent({ entry, why }) {
  if (!entry.draft) {
    tell('notice', { text: why, kind: 'warning' });
    return;
  }
  drafts.giveBack(entry.person.id, entry.spaceId, entry.draft);
  showIfHere({ personId: entry.person.id, spaceId: entry.spaceId });
  if (entry.spaceId === state.spaceId && entry.person.id === state.personId) {
    complain(why);
    text.focus();
  } else {
    tell('notice', { text: `${why} The text is back in ${entry.person.name}’s draft.`, kind: 'warning' });
  }
}

on('draft', showIfHere);
on('unsent', unsent);
on('world', () => current() && text.disabled === isMember(space(), state.personId) && show());
on('edit', edit);
on('comment', (message) => { comment(message); reveal(message._id); text.focus(); });
on('connection', refreshButton);
on('suggest', (words) => {
  current().text = words;
  text.value = words;
  text.focus();
  submit();
});
