/** Making elements. Text is always text here: nothing in this page sets innerHTML. */

const NAME = /^([a-z0-9-]*)((?:\.[\w-]+)*)$/i;

/**
 * Makes an element: h('button.quiet', {type: 'button', onclick}, 'Close'). Functions become listeners, true an empty
 * attribute; null, undefined and false leave an attribute or a child out.
 */
export function h(what, ...rest) {
  const [, tag, classes] = NAME.exec(what);
  const element = document.createElement(tag || 'div');
  if (classes) {
    element.className = classes.slice(1).replaceAll('.', ' ');
  }
  const attributes = isPlain(rest[0]) ? rest.shift() : {};
  for (const [name, value] of Object.entries(attributes)) {
    set(element, name, value);
  }
  element.append(...rest.flat(Infinity).filter(isShown));
  return element;
}

function isPlain(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Node);
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

function set(element, name, value) {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2), value);
  } else if (name === 'value' || name === 'checked') {
    element[name] = value;
  } else if (isShown(value)) {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** Puts these children in place of what is there. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(isShown));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/**
 * Puts the caret into the field for messages. One that got its focus back from a dialog a moment ago may have a focus without
 * a caret, and what is typed would be lost: so it is taken away first.
 */
export function focusDraft() {
  const draft = byId('draft');
  draft.blur();
  draft.focus();
  draft.setSelectionRange(draft.value.length, draft.value.length);
}

/** Moves the focus along a list with the arrow keys, Home and End. */
export function arrows(list, selector, next = 'ArrowDown', previous = 'ArrowUp') {
  list.addEventListener('keydown', (event) => {
    const items = [...list.querySelectorAll(selector)].filter((item) => item.offsetParent !== null);
    const at = items.indexOf(document.activeElement);
    const to = { [next]: at + 1, [previous]: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at >= 0 && items[to]) {
      event.preventDefault();
      items[to].focus();
    }
  });
}
