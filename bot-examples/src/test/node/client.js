// A client that tells what it hears and emits what it is told.
//
//   node client.js LIBRARY URL QUERY      LIBRARY is socket.io-client (1.7.3) or socket.io-client-2 (2.5.0)
//
// Standard output: one JSON object a line, such as {"event":"CHANNEL_SUBSCRIBED","payload":{…}}; also the library's own
// connect, error, connect_error and disconnect. Standard input: one JSON array a line, ["EVENT",{…}]; its end disconnects.
'use strict';

const readline = require('readline');
const [library, url, query] = process.argv.slice(2);
const io = require(library);

const heard = [
  'connect',
  'error',
  'connect_error',
  'disconnect',
  'CHANNEL_SUBSCRIBED',
  'SUBSCRIBE_CHANNEL_FAILED',
  'CHANNEL_UNSUBSCRIBED',
  'MESSAGE_SENT',
  'SEND_MESSAGE_FAILED',
  'PRESENCE_EVENT_RESPONSE',
];

const socket = io(url, { query, transports: ['websocket'], reconnection: false, forceNew: true });

heard.forEach((event) =>
  socket.on(event, (payload) => {
    const words = payload instanceof Error ? String(payload.message) : payload;
    process.stdout.write(JSON.stringify({ event, payload: words === undefined ? null : words }) + '\n');
  })
);

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => socket.emit.apply(socket, JSON.parse(line)))
  .on('close', () => socket.disconnect());
