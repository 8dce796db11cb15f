// Times in the reader's zone. Feed time is the event time of the newest news: it is the wall clock
// while the feed is live, and the corpus's own clock in a replay.
import { el } from './dom.js';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const YEAR = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const HALF_DAY_MS = 12 * 3_600_000;
const LIVE_MS = 10 * 60_000;

let newest = 0;

/** Moves feed time on; never back. */
export function sawTime(iso) {
  const at = Date.parse(iso);
  if (at > newest) newest = at;
}

/** True while news is about as old as the wall clock says. */
export function isLive() {
  return Math.abs(Date.now() - newest) < LIVE_MS;
}

/** Feed time [ms]. */
export function feedNow() {
  return isLive() ? Date.now() : newest;
}

/** Short name of the reader's zone. */
export function zone() {
  const parts = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'local time';
}

/** Hour and minute, with the day where the hour alone could mislead. */
export function shortTime(at) {
  const date = new Date(at);
  const now = new Date(feedNow());
  const near = Math.abs(now - date) < HALF_DAY_MS;
  return near || date.toDateString() === now.toDateString() ? CLOCK.format(date) : dayAndTime(at);
}

/** Day, with the year unless it is this one, hour and minute. */
export function dayAndTime(at) {
  const date = new Date(at);
  const day = date.getFullYear() === new Date().getFullYear() ? DAY : YEAR;
  return `${day.format(date)} ${CLOCK.format(date)}`;
}

/** A time element. */
export function time(iso, className) {
  const at = Date.parse(iso);
  const node = el('time', { datetime: iso, class: className });
  setTime(node, at, iso);
  return node;
}

/** Puts another time into a time element. */
export function setTime(node, at, iso) {
  node.dateTime = iso;
  node.title = FULL.format(new Date(at));
  node.textContent = shortTime(at);
}

/** A span such as "12 min", "3 h", "2 d". */
export function span(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
