/** A button that opens a panel below itself: Escape and a click elsewhere close it. */

import { h } from './dom.js';
import { icon } from './icons.js';

let open = null;

export function menu({ picture, label, text, title, build }) {
  const panel = h('div.panel', { hidden: true, role: 'group', 'aria-label': label });
  const button = h('button.bar-button', {
    type: 'button', 'aria-expanded': 'false', 'aria-label': label, title: title ?? label, onclick: () => (panel.hidden ? show() : close()),
  }, icon(picture), h('span.bar-text', {}, text ?? label));
  const holder = h('div.menu', {}, button, panel);

  function show() {
    open?.();
    panel.replaceChildren(...build(close));
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    open = close;
    panel.querySelector('[autofocus], button, input, select')?.focus();
  }

  function close() {
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    open = open === close ? null : open;
    if (inside) {
      button.focus();
    }
  }

  holder.refresh = () => !panel.hidden && !panel.contains(document.activeElement) && panel.replaceChildren(...build(close));
  holder.button = button;
  return holder;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && open) {
    event.stopPropagation();
    open();
  }
}, true);

document.addEventListener('pointerdown', (event) => {
  if (open && !event.target.closest('.menu')) {
    open();
  }
});
