/** Times, as people read them. */

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const PRECISE = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false,
});
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const UTC_DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export function clock(iso) {
  return format(CLOCK, iso);
}

export function precise(iso) {
  return format(PRECISE, iso);
}

export function whole(iso) {
  return format(WHOLE, iso);
}

/** A day; midnight in UTC stands for the day there, wherever the reader is. */
export function date(iso) {
  return format(/T00:00(:00(\.0+)?)?Z$/.test(iso) ? UTC_DATE : DATE, iso);
}

export function day(iso) {
  const then = new Date(iso);
  const today = new Date();
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000);
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : format(DAY, iso);
}

function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

/** A span in milliseconds or microseconds, short. */
export function micros(count) {
  return count < 1000 ? `${count} µs` : count < 1_000_000 ? `${(count / 1000).toFixed(1)} ms` : `${(count / 1e6).toFixed(2)} s`;
}

function format(how, iso) {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? String(iso) : how.format(time);
}
