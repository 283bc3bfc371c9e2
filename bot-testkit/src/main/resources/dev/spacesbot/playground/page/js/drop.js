/** Files that are dragged onto the conversation. */

import { addFiles } from './composer.js';
import { h } from './dom.js';
import { icon } from './icons.js';

export function build(area) {
  const hint = h('div.drop-hint', { hidden: true, 'aria-hidden': 'true' }, icon('clip'), h('p', {}, 'Drop to attach'));
  area.append(hint);
  let depth = 0;

  const enter = (by) => (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      depth += by;
      hint.hidden = depth <= 0;
    }
  };
  area.addEventListener('dragenter', enter(1));
  area.addEventListener('dragleave', enter(-1));
  area.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  area.addEventListener('drop', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      depth = 0;
      hint.hidden = true;
      addFiles([...event.dataTransfer.files]);
    }
  });
  // A file that misses the area would take the page away.
  for (const kind of ['dragover', 'drop']) {
    window.addEventListener(kind, (event) => hasFiles(event) && event.preventDefault());
  }
}

function hasFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes('Files');
}
