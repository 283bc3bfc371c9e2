/** Questions that are put in front of the page: browsers' own dialogs, so that focus and Escape do what people expect. */

import { byId, focusDraft, h } from './dom.js';
import { icon } from './icons.js';

let count = 0;

/**
 * Opens a dialog with fields. `submit` gets the form and may throw: its message is shown, and nothing typed is lost.
 * What it returns is called once the dialog is closed.
 */
export function form({ title, fields, label, submit, wide = false, danger = false }) {
  const id = `dialog-${++count}`;
  const problem = h('p.problem', { role: 'alert', hidden: true });
  const ok = h(`button.primary${danger ? '.danger' : ''}`, { type: 'submit' }, label);
  const body = h('form', { method: 'dialog', novalidate: true },
    h('header', {},
      h('h2', { id }, title),
      h('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    h('div.fields', {}, fields),
    problem,
    h('footer', {},
      h('button.quiet', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      ok));
  const dialog = h(`dialog${wide ? '.wide' : ''}`, { 'aria-labelledby': id }, body);
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    ok.disabled = true;
    problem.hidden = true;
    try {
      const then = await submit(body);
      dialog.close();
      then?.();
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
    } finally {
      ok.disabled = false;
    }
  });
  open(dialog);
  return dialog;
}

export function confirm(title, text, label) {
  return new Promise((resolve) => {
    const dialog = form({
      title, label, danger: true, fields: h('p.quoted', {}, text), submit: () => { resolve(true); },
    });
    dialog.addEventListener('close', () => resolve(false));
  });
}

/** The browser gives the focus back at the end. */
export function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === byId('draft')) {
      focusDraft();
    }
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  (dialog.querySelector('[autofocus]') ?? dialog.querySelector('input, textarea, select'))?.focus();
}

/** A labelled field. */
export function field(label, control, hint = null) {
  return h('label.field', {}, h('span.label', {}, label), control, hint ? h('span.hint', {}, hint) : null);
}
