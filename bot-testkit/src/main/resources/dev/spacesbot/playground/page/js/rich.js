/** What people and bots write, made harmless. The only place where foreign HTML becomes elements of this page. */

import { h } from './dom.js';

const TAGS = [
  'a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'mark', 'mention',
  'ol', 'p', 'pre', 's', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul',
];
const RULES = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ['href'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};
const ADDRESS = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** An element that shows somebody's text, which may be HTML or plain. */
export function rich(text, tag = 'div.rich') {
  const fragment = window.DOMPurify.sanitize(text, RULES);
  linkAddresses(fragment);
  for (const link of fragment.querySelectorAll('a')) {
    guard(link);
  }
  const element = h(tag);
  element.classList.toggle('plain', !fragment.querySelector('p, br, ul, ol, pre, blockquote, table, h1, h2, h3'));
  element.append(fragment);
  return element;
}

/** The same as text alone, lines kept: for titles, the editor and screen readers. */
export function plain(text) {
  if (!/[<&]/.test(text)) {
    return text;
  }
  const fragment = window.DOMPurify.sanitize(text, RULES);
  for (const line of fragment.querySelectorAll('br')) {
    line.replaceWith('\n');
  }
  for (const block of fragment.querySelectorAll('p, li, pre, blockquote, tr, h1, h2, h3, h4, h5, h6')) {
    block.append('\n');
  }
  return fragment.textContent.trim();
}

/** Whether a text has more to it than lines. */
export function isFormatted(text) {
  return /<(?!\/?(?:p|br)\b)[a-z]/i.test(text);
}

/** What somebody typed, as the service's editor sends it; names of members behind an @ become mentions. */
export function typed(text, members) {
  const mentions = [];
  const lines = text.split('\n').map((line) => escape(line));
  let html = `<p>${lines.join('<br>')}</p>`;
  const byLength = [...members].sort((one, other) => other.name.length - one.name.length);
  for (const { id, name } of byLength) {
    const called = new RegExp(`(^|[\\s>(])@${quote(escape(name))}(?![\\p{L}\\p{N}])(?![^<]*</mention>)`, 'gu');
    html = html.replace(called, (_, before) => {
      mentions.push({ id, type: 'user', title: name });
      return `${before}<mention id="${escape(id)}" type="user" value="${escape(name)}">@${escape(name)}</mention>`;
    });
  }
  return { html, mentions };
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function quote(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A link opens elsewhere and tells nobody where it stood; one without a good address is no link. */
function guard(link) {
  if (!link.hasAttribute('href')) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}

function linkAddresses(fragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data.includes('://') && !text.parentElement?.closest('a, code, pre')) {
      texts.push(text);
    }
  }
  for (const text of texts) {
    text.replaceWith(...withLinks(text.data));
  }
}

function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, match.index), h('a', { href: match[0] }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}
