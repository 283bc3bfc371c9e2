/** What can be done to a message that is there. */

import { confirm } from './dialogs.js';
import { as } from './rest.js';
import { person, tell } from './state.js';
import { summary } from './message.js';

export const actions = {
  edit: (message) => tell(message.category === 'chat' ? 'edit' : 'edit-card', message),

  comment: (message) => tell('comment', message),

  inspect: (message) => tell('inspect', message),

  async complete(message, tick) {
    const status = tick.checked ? 'completed' : 'pending';
    try {
      await change(message, { status });
    } catch (problem) {
      tick.checked = !tick.checked;
      tell('notice', { text: `The task could not be changed: ${problem.message}`, kind: 'warning' });
    }
  },

  async remove(message) {
    const what = { task: 'task', idea: 'post' }[message.category] ?? 'message';
    const text = summary(message);
    if (!(await confirm(`Delete this ${what}?`, text.length > 140 ? `${text.slice(0, 140)}…` : text, 'Delete'))) {
      return;
    }
    try {
      await as(person()).post('/api/messages/deletemessages', [message._id]);
    } catch (problem) {
      tell('notice', { text: `The ${what} could not be deleted: ${problem.message}`, kind: 'warning' });
    }
  },
};

/** Changes some of a message's content; the times in it tell the service what was seen. */
export function change(message, content) {
  const body = {
    _id: message._id,
    created: message.created,
    modified: message.modified,
    content: { bodyText: message.content.bodyText, ...content },
  };
  return as(person()).post(`/api/messages/${message._id}`, body);
}
