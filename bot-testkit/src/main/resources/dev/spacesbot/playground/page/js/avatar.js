/** A face for everybody: initials on a colour that follows from the name. Bots are square. */

import { h } from './dom.js';
import { isBot } from './state.js';

export function avatar(id, name, size = '') {
  const face = h(`span.avatar${isBot(id) ? '.bot' : ''}${size ? `.${size}` : ''}`, { 'aria-hidden': 'true' }, initials(name));
  face.style.setProperty('--hue', String(hue(name)));
  return face;
}

function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = words.length > 1 ? [first(words[0]), first(words[words.length - 1])] : [first(words[0] ?? '?')];
  return letters.join('').toUpperCase();
}

/** The first whole character: half a surrogate pair shows as a box. */
function first(word) {
  return [...word][0];
}

function hue(name) {
  let sum = 7;
  for (const character of name) {
    sum = (sum * 31 + character.codePointAt(0)) % 360;
  }
  return sum;
}
