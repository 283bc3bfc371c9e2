// A small stand-in for the service, on the real socket.io 1.7.3: enough of it for a bot to live on.
//
//   node server.js [PORT [PING]]   prints "listening PORT" once ready; ends when its standard input ends
//                                  PING: how often clients are to ping, in milliseconds
//
// Standard output: one JSON object a line for whatever came in, numbered in order of arrival, such as
//   {"seq":3,"socket":"…","event":"SEND_MESSAGE","payload":{…}}       also "connected" and "disconnected"
// and one for whatever was said, by anybody: "message", in the order of the history
// Standard input: one JSON object a line:
//   {"say":{"space":"…","text":"hello","as":"Ann"}}   a person says something ("message": {…} adds or replaces fields)
//   {"present":{"space":"…","as":"Ann","category":"party.typing"}}   a person is there ("presence": {…} as with "message")
//   {"raw":"42/chat,…"}                               this very frame to every client
//   {"drop":true}                                     cuts every connection without a word
//   {"deafen":true}                                   hears nothing more of any client, and answers no ping
//   {"hangUp":true}                                   ends every connection with a close frame
//   {"kick":true}                                     makes every client leave the namespace
//   {"restart":500}                                   is gone for so many milliseconds; the history stays
//   {"refuse":500}                                    refuses every token for so long, and cuts every connection
//   {"expire":true}                                   lets every access token expire, and cuts every connection
//   {"forgive":true}                                  takes refresh tokens until one that came after them is used
//   {"duplicate":3} {"swap":3}                        so many messages go out twice, or after the next of their space;
//                                                     told as "swapped": "first" went before "last"
//   {"swallow":3}                                     keeps the echo of so many messages to itself, and cuts the connection
//
// Tokens: any is good but "refused", and "cut", which is hung up on without a word; "token-of-ann" belongs to Ann, those
// that were refreshed ("access-1", …) to Robo.
// "token-of-visitor" may not upload files. What is uploaded is told as "stored", with its length and SHA-256.
// Spaces: any is there but those that begin with "dead".
// A space that begins with "5ec7e7" has the password "4821".
// Every space has 120 members; Ann runs it. Pages of members have numbers, from 1, and do not name the next one.
'use strict';

const http = require('http');
const crypto = require('crypto');
const readline = require('readline');
const { URL } = require('url');

const SUBSCRIPTION_REQUIRED = 'app.event.channel.subscription.required';
const LISTED_SPACES = ['60aa11bb22cc33dd44ee5501', '60aa11bb22cc33dd44ee5502', '60aa11bb22cc33dd44ee5503'];
const LIST_PAGE = 2;
const MEMBERS = ['Ann', 'Bot'].concat(Array.from({ length: 118 }, (_, i) => 'Person' + i));

const MOST_REMEMBERED = 5000; // of a space

const history = new Map(); // space id -> messages, oldest first
const announced = new Map(); // file key -> type
let sequence = 0;
let messages = 0;
let guests = 0;
let refreshes = 0;
let lastUsed = -1; // of the refresh tokens
let expired = 0; // the last access token that is
let forgiving = false;

// ---- what a test reads

function tell(line) {
  process.stdout.write(JSON.stringify(Object.assign({ seq: ++sequence }, line)) + '\n');
}

// ---- people and messages

function idOf(text) {
  return crypto.createHash('sha1').update(text).digest('hex').slice(0, 24);
}

function isGood(token) {
  const access = /^access-(\d+)$/.exec(token);
  return token && token !== 'refused' && !faults.refuses() && !(access && Number(access[1]) <= expired);
}

function userOf(token) {
  if (token.startsWith('access-')) return userNamed('Robo');
  const name = token.startsWith('token-of-') ? token.slice('token-of-'.length) : token;
  return userNamed(name.charAt(0).toUpperCase() + name.slice(1));
}

function userNamed(name) {
  const username = name.toLowerCase() + '@example.org';
  return { _id: idOf(username), type: 'user', username, displayname: name, picture_url: '' };
}

function messageOf(sender, payload) {
  const now = new Date().toISOString();
  return {
    _id: idOf('message ' + ++messages),
    category: payload.category,
    topicId: payload.topicId,
    topicTitle: 'Space ' + payload.topicId.slice(-2),
    topicType: 'group',
    content: Object.assign({ startTime: now, endTime: null }, payload.content, { data: files(payload.content.data) }),
    parentMsg: payload.parentMsg,
    mentions: payload.mentions || [],
    sender,
    created: now,
    modified: null,
  };
}

/** Of a file the server fills in where it is. */
function files(data) {
  return (data || []).map((file) => Object.assign({}, file, { path: 'https://files.example/' + file.fileId }));
}

function remember(message) {
  if (!history.has(message.topicId)) history.set(message.topicId, []);
  const all = history.get(message.topicId);
  all.push(message);
  if (all.length > MOST_REMEMBERED) all.shift();
  const { _id, topicId, sender, content, created } = message;
  tell({ event: 'message', payload: { _id, topicId, sender, content, created } });
}

// ---- the socket

const faults = require('./faults')(tell);
const server = http.createServer(answer);
const ping = Number(process.argv[3]);
const pings = ping ? { pingInterval: ping, pingTimeout: 2 * ping } : {};
const io = require('socket.io')(server, Object.assign({ transports: ['websocket'] }, pings));
const chat = io.of('/chat');

io.on('connection', (socket) => {
  if (socket.handshake.query.token === 'cut') socket.conn.close();
});

chat.use((socket, next) => {
  const { token, tokenType } = socket.handshake.query;
  tell({ event: 'asked', socket: socket.id, payload: { token, tokenType } });
  if (isGood(token)) return next();
  const error = new Error('the token is not valid');
  error.data = { code: 'auth.invalid', message: 'the token is not valid' };
  next(error);
});

chat.on('connection', (socket) => {
  const user = userOf(socket.handshake.query.token);
  tell({ event: 'connected', socket: socket.id });
  const on = (event, handle) =>
    socket.on(event, (payload) => {
      // Answered first: whoever is told may kill this process at once.
      handle(payload || {});
      tell({ event, socket: socket.id, payload });
    });

  on('SUBSCRIBE_CHANNEL', (payload) => subscribe(socket, payload));
  on('UNSUBSCRIBE_CHANNEL', (payload) => {
    const channel = payload.channel || {};
    socket.leave(channel._id);
    socket.emit('CHANNEL_UNSUBSCRIBED', { channel: { type: 'topic', _id: channel._id } });
  });
  on('SEND_MESSAGE', (payload) => send(socket, user, payload));
  on('SEND_PRESENCE_EVENT', (payload) => showPresence(socket, user, payload));
  socket.on('disconnect', (reason) => tell({ event: 'disconnected', socket: socket.id, payload: { reason } }));
});

function subscribe(socket, payload) {
  const channel = payload.channel || {};
  const fail = (code, message) =>
    socket.emit('SUBSCRIBE_CHANNEL_FAILED', Object.assign({}, payload, { error: { code, message } }));
  if (!channel._id) return fail('invalid.parameters', 'no channel given');
  if (channel._id.startsWith('dead')) return fail('topic.not.found', 'there is no such space');
  if (channel._id.startsWith('5ec7e7') && channel.password !== '4821') {
    return fail('topic.password', 'the password is wrong');
  }
  socket.join(channel._id, () => {
    socket.emit('CHANNEL_SUBSCRIBED', {
      channel: { type: 'topic', _id: channel._id },
      dtsid: String(sequence),
      sessionId: socket.id,
    });
  });
}

function send(socket, user, payload) {
  if (!socket.rooms[payload.topicId]) {
    const failure = { category: SUBSCRIPTION_REQUIRED, error: SUBSCRIPTION_REQUIRED, sender: user };
    socket.emit('SEND_MESSAGE_FAILED', Object.assign({}, payload, failure));
    return;
  }
  const message = messageOf(user, payload);
  remember(message);
  if (faults.swallows()) return socket.client.conn.transport.socket.terminate();
  faults.out(payload.topicId, message._id, () => {
    socket.to(payload.topicId).emit('MESSAGE_SENT', message);
    socket.emit('MESSAGE_SENT', Object.assign({}, message, { loopbackMetadata: payload.loopbackMetadata }));
  });
}

function presenceOf(sender, payload, sessionId) {
  const attendee = { attendeeType: 'userId', attendee: sender._id };
  const content = Object.assign({}, payload.content, { sessionId, attendee });
  const presence = Object.assign({ receivers: [] }, payload, { content, sender });
  delete presence.loopbackMetadata;
  return presence;
}

/** To everybody in the space, or to the receivers alone where there are any. */
function showPresence(socket, user, payload) {
  if (!socket.rooms[payload.topicId]) return;
  const presence = presenceOf(user, payload, socket.id);
  const receivers = presence.receivers.map((receiver) => receiver._id);
  Object.keys(chat.connected)
    .map((id) => chat.connected[id])
    .filter((other) => other.rooms[payload.topicId])
    .filter((other) => !receivers.length || receivers.includes(userOf(other.handshake.query.token)._id))
    .forEach((other) => {
      const loopback = other === socket ? { loopbackMetadata: payload.loopbackMetadata } : {};
      other.emit('PRESENCE_EVENT_RESPONSE', Object.assign({}, presence, loopback));
    });
}

// ---- REST

function answer(request, response) {
  const url = new URL(request.url, 'http://' + request.headers.host);
  if (request.method === 'PUT') return store(request, response, url);
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const route = request.method + ' ' + url.pathname;
    tell({ event: 'rest', payload: { route, query: url.search, body } });
    const [status, json] = reply(route, url, request, body);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(json));
  });
}

/** The storage: takes anything, keeps nothing but its digest, and must not be told any token. */
function store(request, response, url) {
  const digest = crypto.createHash('sha256');
  let length = 0;
  request.on('data', (chunk) => {
    digest.update(chunk);
    length += chunk.length;
  });
  request.on('end', () => {
    const { 'content-type': type, authorization } = request.headers;
    const key = url.pathname.slice('/storage/'.length);
    const known = type === announced.get(key) && url.searchParams.get('signature') === idOf(key);
    tell({ event: 'stored', payload: { key, type, length, sha256: digest.digest('hex'), authorization } });
    response.writeHead(known && !authorization ? 200 : 403);
    response.end();
  });
}

function uploadUrls(token, url, { files }) {
  if (token === 'token-of-visitor') return [403, { code: 'upload.forbidden', message: 'guests may not upload' }];
  const data = files.map((file) => {
    const fileKey = idOf('file ' + announced.size);
    announced.set(fileKey, file['Content-Type']);
    return { url: url.origin + '/storage/' + fileKey + '?signature=' + idOf(fileKey), fileKey };
  });
  return [200, { data }];
}

function reply(route, url, request, body) {
  if (route === 'POST /api/anonymous/auth') return [200, { token: guestToken(JSON.parse(body).displayname) }];
  if (route === 'POST /oauth2/access_token') return refresh(new URLSearchParams(body));

  const [scheme, token] = (request.headers.authorization || '').split(' ');
  if (!/^(jwt|bearer|service_app)$/i.test(scheme) || !isGood(token)) {
    return [401, { code: 'auth.invalid', message: 'the token is not valid' }];
  }
  if (route === 'GET /api/users/me') {
    const { _id, username, displayname, type } = userOf(token);
    return [200, { _id, username, displayname, aType: type }];
  }
  if (route === 'GET /api/users/me/spaces') return [200, listSpaces(url)];
  if (route === 'GET /api/users/me/messages') return listChanges(url);

  if (route === 'POST /api/files/getuploadurl') return uploadUrls(token, url, JSON.parse(body));

  const direct = /^GET \/api\/spaces\/direct\/user\/(\w+)$/.exec(route);
  if (direct) return [200, { data: [{ _id: idOf(token + direct[1]), type: 'direct', title: '' }] }];
  const members = /^GET \/api\/spaces\/(\w+)\/members$/.exec(route);
  if (members && members[1].startsWith('dead')) return [403, { code: 'topic.forbidden', message: 'not your space' }];
  if (members) return [200, listMembers(url)];
  const query = /^GET \/api\/spaces\/(\w+)\/messages\/query$/.exec(route);
  if (query && query[1].startsWith('dead')) return [403, { code: 'topic.forbidden', message: 'not your space' }];
  if (query) return [200, listMessages(query[1], url)];
  return [404, { code: 'not.found', message: 'no such call' }];
}

function guestToken(name) {
  const encode = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { anonymous_id: 'guest-' + ++guests, name, iat: now, exp: now + 86400 };
  return [encode({ alg: 'HS256' }), encode(claims), 'unsigned'].join('.');
}

/** The refresh token changes with every use: refresh-0, refresh-1, … and only the newest is good, unless told to forgive. */
function refresh(form) {
  if (form.get('client_secret') !== 'secret-of-client') return [401, { error: 'invalid_client' }];
  const used = Number(/^refresh-(\d+)$|$/.exec(form.get('refresh_token'))[1] || -1);
  if (forgiving ? used < lastUsed || used > refreshes : used !== refreshes) {
    return [400, { error: 'invalid_grant', error_description: 'the refresh token was used before' }];
  }
  lastUsed = used;
  refreshes++;
  return [200, { access_token: 'access-' + refreshes, refresh_token: 'refresh-' + refreshes, expires_in: 3600 }];
}

function listSpaces(url) {
  const from = Number(url.searchParams.get('pageToken') || 0);
  const to = from + LIST_PAGE;
  const data = LISTED_SPACES.slice(from, to).map((id) => ({ _id: id, title: 'Space ' + id.slice(-2), type: 'group' }));
  return { data, nextPageUrl: to < LISTED_SPACES.length ? next(url, to) : 'end', total: LISTED_SPACES.length };
}

function listMembers(url) {
  const size = Math.min(50, Number(url.searchParams.get('size') || 10));
  const from = (Number(url.searchParams.get('page') || 1) - 1) * size;
  const data = MEMBERS.slice(from, from + size).map((name) => {
    const { _id, username, displayname } = userNamed(name);
    const role = name === 'Ann' ? 'admin' : 'member';
    return { member: _id, memberType: 'userId', role, username, displayname, picture_url: '', phone_numbers: [] };
  });
  return { data, total: MEMBERS.length };
}

function listMessages(space, url) {
  return pageOf(since(space, Date.parse(url.searchParams.get('refTime') || 0)), url);
}

function listChanges(url) {
  const spaces = (url.searchParams.get('spacelist') || '').split(',');
  if (spaces.length > 15 || spaces.includes('')) return [400, { code: 'invalid.parameters', message: '1 to 15 spaces' }];
  if (spaces.some((space) => space.startsWith('dead'))) return [403, { code: 'topic.forbidden', message: 'not yours' }];
  const after = Number(url.searchParams.get('after') || 0);
  const found = [].concat(...spaces.map((space) => since(space, after)));
  return [200, pageOf(found.sort((one, other) => Date.parse(one.created) - Date.parse(other.created)), url)];
}

function since(space, time) {
  const iso = new Date(time).toISOString();
  return (history.get(space) || []).filter((message) => message.created >= iso);
}

/** Newest first. */
function pageOf(oldestFirst, url) {
  const from = Number(url.searchParams.get('pageToken') || 0);
  const to = from + Math.min(50, Number(url.searchParams.get('size') || 30));
  const total = oldestFirst.length;
  const data = oldestFirst.slice(Math.max(0, total - to), Math.max(0, total - from)).reverse();
  return { data, nextPageUrl: to < total ? next(url, to) : '', total };
}

function next(url, from) {
  const following = new URL(url);
  following.searchParams.set('pageToken', String(from));
  return following.toString();
}

// ---- what a test asks for

const commands = {
  say({ space, text, as, message }) {
    const payload = { category: 'chat', topicId: space, content: { bodyText: '<p>' + text + '</p>' } };
    const said = Object.assign(messageOf(userNamed(as || 'Ann'), payload), message);
    remember(said);
    faults.out(space, said._id, () => chat.to(space).emit('MESSAGE_SENT', said));
  },
  present({ space, as, category, presence }) {
    const payload = { category, topicId: space, content: { offline: false, idle: false, mediaSession: {} } };
    chat.to(space).emit('PRESENCE_EVENT_RESPONSE', Object.assign(presenceOf(userNamed(as), payload, 'x'), presence));
  },
  raw: (frame) => everyone((client) => client.conn.transport.socket.send(frame)),
  drop: () => everyone((client) => client.conn.transport.socket.terminate()),
  deafen: () =>
    everyone((client) => {
      client.conn.transport.removeAllListeners('packet');
      clearTimeout(client.conn.pingTimeoutTimer);
    }),
  hangUp: () => everyone((client) => client.conn.transport.socket.close(1001)),
  restart: (milliseconds) => {
    if (!server.listening) return;
    server.close();
    commands.drop();
    setTimeout(() => server.listen(port, '127.0.0.1'), milliseconds);
  },
  refuse: (milliseconds) => {
    faults.refuse(milliseconds);
    commands.drop();
  },
  expire: () => {
    expired = refreshes;
    commands.drop();
  },
  forgive: () => (forgiving = true),
  duplicate: faults.duplicate,
  swap: faults.swap,
  swallow: faults.swallow,
  kick: () => Object.keys(chat.connected).forEach((id) => chat.connected[id].disconnect()),
};

function everyone(act) {
  Object.keys(chat.connected).forEach((id) => act(chat.connected[id].client));
}

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const command = JSON.parse(line);
    Object.keys(command).forEach((name) => commands[name](command[name]));
  })
  .on('close', () => process.exit(0));

let port = Number(process.argv[2] || 0);
server.listen(port, '127.0.0.1');
server.once('listening', () => {
  port = server.address().port;
  process.stdout.write('listening ' + port + '\n');
});
