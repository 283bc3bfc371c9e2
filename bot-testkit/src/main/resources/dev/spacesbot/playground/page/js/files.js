/** Attachments: shown in messages, and on their way into one. A file is never opened in the page's own place. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { Problem, as, download, filePath, ownPath } from './rest.js';
import { state } from './state.js';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const LARGEST_PREVIEW = 10 * 1024 * 1024;

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((each) => each.isIntersecting)) {
    seen.unobserve(entry.target);
    entry.target.dispatchEvent(new Event('seen'));
  }
});

export function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let at = 0;
  let count = bytes;
  while (count >= 1024 && at < units.length - 1) {
    count /= 1024;
    at++;
  }
  return `${at === 0 || count >= 10 ? Math.round(count) : count.toFixed(1)} ${units[at]}`;
}

/** One attachment of a message. */
export function attachment(data) {
  const name = data.name || 'file';
  const path = filePath(data.path ?? '');
  const detail = [data.providerFileType, Number.isFinite(data.fileSize) ? size(data.fileSize) : null];
  const card = h('figure.file', {},
    preview(data, path),
    h('figcaption', {},
      icon('file'),
      h('span.file-name', { title: name }, name),
      h('span.faint', {}, detail.filter(Boolean).join(', ')),
      link(data, path, name)));
  return card;
}

function link(data, path, name) {
  if (path) {
    const attributes = { href: path, download: name, rel: 'noopener', 'aria-label': `Download ${name}` };
    return h('a.icon-button', { ...attributes, title: 'Download' }, icon('download'));
  }
  if (/^https?:\/\//i.test(data.path ?? '')) {
    return h('a.file-link', { href: data.path, target: '_blank', rel: 'noopener noreferrer' }, 'Open elsewhere');
  }
  return h('span.faint', {}, 'not stored');
}

function preview(data, path) {
  if (!path || !PICTURES.includes(data.providerFileType) || data.fileSize > LARGEST_PREVIEW) {
    return null;
  }
  const picture = h('img', { alt: data.name || 'Picture', width: 320, height: 200 });
  picture.addEventListener('seen', async () => {
    try {
      const content = await download(path);
      // The server's word for the type counts as little as the sender's: a picture or nothing.
      show(picture, new Blob([content], { type: data.providerFileType }));
    } catch {
      picture.remove();
    }
  }, { once: true });
  seen.observe(picture);
  return picture;
}

function show(picture, blob) {
  const address = URL.createObjectURL(blob);
  const done = () => URL.revokeObjectURL(address);
  picture.addEventListener('load', () => {
    picture.removeAttribute('width');
    picture.removeAttribute('height');
    done();
  }, { once: true });
  picture.addEventListener('error', () => {
    picture.remove();
    done();
  }, { once: true });
  picture.src = address;
}

/** A file of the draft, with a button that takes it out again. */
export function chip(file, remove) {
  const picture = PICTURES.includes(file.type) ? h('img', { alt: '' }) : null;
  if (picture) {
    show(picture, file);
  }
  return h('li.chip', {},
    picture ?? icon('file'),
    h('span.chip-name', { title: file.name }, file.name),
    h('span.faint', {}, size(file.size)),
    h('button.icon-button', { type: 'button', 'aria-label': `Take out ${file.name}`, onclick: remove }, icon('close')));
}

/** Why a file cannot be sent; null where it can. */
export function tooLarge(file) {
  const most = state.limits.uploadBytes;
  return file.size > most ? `${file.name} has ${size(file.size)}; the service takes files of ${size(most)} at most.` : null;
}

/** Uploads a file as the service wants it; resolves to what a message says of it. */
export async function upload(person, spaceId, file) {
  const type = file.type || 'application/octet-stream';
  const wish = { files: [{ 'Content-Type': type, 'Content-Length': file.size }], topicId: spaceId };
  try {
    const { data } = await as(person).post('/api/files/getuploadurl', wish);
    await as(person).put(ownPath(data[0].url), file, type);
    return described(file, type, data[0].fileKey);
  } catch (problem) {
    throw new Problem(`${file.name} could not be uploaded: ${problem.message}`, problem.status);
  }
}

function described(file, type, key) {
  const family = type.split('/')[0];
  return {
    fileId: key,
    fileSize: file.size,
    fileType: ['image', 'video', 'audio'].includes(family) ? family : 'document',
    name: file.name,
    provider: 'native',
    providerFileType: type,
    icon: '',
  };
}
