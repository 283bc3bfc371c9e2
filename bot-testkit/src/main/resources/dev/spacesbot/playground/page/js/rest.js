/** Asking the server: the service's REST API as somebody, and the playground's own API. */

/** Something that did not work, in words for whoever sits in front of the page. */
export class Problem extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }

  /** Whether nobody answered at all. */
  get unreachable() {
    return this.status === 0;
  }
}

async function ask(method, path, { token, body, type, raw } = {}) {
  const headers = { Accept: raw ? '*/*' : 'application/json' };
  if (token) {
    headers.Authorization = `jwt ${token}`;
  }
  if (body !== undefined) {
    headers['Content-Type'] = type ?? 'application/json';
  }
  let answer;
  try {
    const content = body === undefined || type ? body : JSON.stringify(body);
    answer = await fetch(path, { method, headers, body: content, cache: 'no-store', redirect: 'error' });
  } catch {
    throw new Problem('The playground does not answer.');
  }
  if (!answer.ok) {
    throw new Problem(await reason(answer), answer.status);
  }
  return raw ? answer : answer.json();
}

async function reason(answer) {
  const text = await answer.text();
  try {
    const json = JSON.parse(text);
    return json.problems?.join('\n') || json.message || json.error || json.code || `Status ${answer.status}`;
  } catch {
    return text.length > 0 && text.length < 500 ? text : `The server answered with status ${answer.status}.`;
  }
}

/** The service's API, in somebody's name. */
export function as(person) {
  const token = person.token;
  return {
    get: (path) => ask('GET', path, { token }),
    post: (path, body) => ask('POST', path, { token, body }),
    put: (path, body, type) => ask('PUT', path, { token, body, type, raw: true }),
  };
}

/** The playground's own API. */
export const playground = {
  get: (path) => ask('GET', `/playground/${path}`),
  text: async (path) => (await ask('GET', `/playground/${path}`, { raw: true })).text(),
  post: (path, body) => ask('POST', `/playground/${path}`, { body }),
  put: (path, body) => ask('PUT', `/playground/${path}`, { body }),
};

/** A file of the service, which needs no token. */
export async function download(path) {
  return (await ask('GET', path, { raw: true })).blob();
}

/** The path of an address on this server: the server may call itself by another name than the page does. */
export function ownPath(address) {
  const url = new URL(address, location.href);
  return url.pathname + url.search;
}

/** The path of a file that the service keeps; null where the address is somebody else's. */
export function filePath(address) {
  try {
    const url = new URL(address, location.href);
    const own = url.port === location.port && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    return own && url.pathname.startsWith('/files/') ? url.pathname : null;
  } catch {
    return null;
  }
}
