/** The dialogs in which tasks and posts are made and changed. */

import { change } from './actions.js';
import { field, form } from './dialogs.js';
import { focusDraft, h } from './dom.js';
import { isFormatted, plain, typed } from './rich.js';
import { post } from './sending.js';
import { on, person, space } from './state.js';

const LONGEST_TITLE = 500;

function open(category, old = null) {
  const task = category === 'task';
  const content = old?.content ?? {};
  const title = h('input', { name: 'title', maxlength: String(LONGEST_TITLE), required: true, autocomplete: 'off', value: plain(content.bodyText ?? '') });
  const description = h('textarea', { name: 'description', rows: task ? 3 : 6, value: editable(content.description ?? '') });
  form({
    title: `${old ? 'Change the' : 'New'} ${task ? 'task' : 'post'}`,
    label: old ? 'Save' : task ? 'Create task' : 'Publish post',
    fields: [
      field('Title', title),
      field(task ? 'Description' : 'Text', description),
      task ? assignees(content.assignees ?? []) : null,
      task ? field('Due', h('input', { type: 'date', name: 'due', value: (content.dueDate ?? '').slice(0, 10) })) : null,
    ],
    submit: async (body) => {
      const words = { ...read(body, task), ...(old ? {} : { data: [] }) };
      await (old ? change(old, words) : create(category, words));
      return () => focusDraft();
    },
  });
}

function editable(html) {
  return isFormatted(html) ? html : plain(html);
}

function assignees(chosen) {
  const isChosen = (id) => chosen.some((each) => each._id === id);
  return h('fieldset', {},
    h('legend', {}, 'For'),
    h('div.choices', {}, space().members.map((member) => h('label.choice', {},
      h('input', { type: 'checkbox', name: 'assignee', value: member.id, checked: isChosen(member.id) }),
      h('span', {}, member.name)))));
}

function read(body, task) {
  const data = new FormData(body);
  const title = data.get('title').trim();
  if (title === '') {
    throw new Error(task ? 'A task needs a title.' : 'A post needs a title.');
  }
  const text = data.get('description').trim();
  const content = {
    bodyText: inline(title),
    description: text === '' || isFormatted(text) ? text : typed(text, []).html,
  };
  if (task) {
    content.assignees = data.getAll('assignee').map((id) => ({ _id: id }));
    content.dueDate = data.get('due') ? `${data.get('due')}T00:00:00.000Z` : null;
  }
  return content;
}

/** A title is one line, without a paragraph around it. */
function inline(title) {
  return typed(title, []).html.slice('<p>'.length, -'</p>'.length);
}

async function create(category, content) {
  const whole = category === 'task' ? { ...content, status: 'pending' } : content;
  if (whole.dueDate === null) {
    delete whole.dueDate;
  }
  await post(person(), space(), { category, content: whole }, null);
}

on('new-card', (category) => space() && person() && open(category));
on('edit-card', (message) => open(message.category, message));
