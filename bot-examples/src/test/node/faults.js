// What can go wrong on the way from the service to its clients. See server.js for the commands.
'use strict';

const LATER = 50;

/** Messages go out through here; some of them twice, in another order, or only after a cut. */
module.exports = function faults(tell) {
  const held = new Map(); // space id -> what waits for another message of that space to go first
  let twice = 0;
  let swaps = 0;
  let swallowed = 0;
  let refusedUntil = 0;

  function release(space, first) {
    const last = held.get(space);
    if (!last) return;
    held.delete(space);
    clearTimeout(last.timer);
    // Told first, so that whoever reads this knows it before anything comes of it.
    if (first) tell({ event: 'swapped', payload: { space, first: first._id, last: last.message._id } });
    if (first) first.deliver();
    last.message.deliver();
  }

  return {
    duplicate: (count) => (twice = count),
    swap: (count) => (swaps = count),
    swallow: (count) => (swallowed = count),
    refuse: (milliseconds) => (refusedUntil = Date.now() + milliseconds),
    refuses: () => Date.now() < refusedUntil,

    /** Whether the echo of what was just sent never arrives. */
    swallows: () => swallowed > 0 && swallowed-- > 0,

    /** Delivers a message to a space. */
    out(space, _id, deliver) {
      if (twice > 0 && twice--) setTimeout(deliver, LATER);
      if (held.has(space)) return release(space, { _id, deliver });
      if (!swaps) return deliver();
      swaps--;
      held.set(space, { message: { _id, deliver }, timer: setTimeout(() => release(space), LATER) });
    },
  };
};
