// The stories this page knows: a snapshot from the API, moved on by updates from the stream.
import { ask } from './api.js';
import { feedNow, sawTime } from './time.js';

const HOUR = 3_600_000;
const LATELY = 600_000;
const HALF_LIFE = 600_000;
const MOST = 600;
const REPORTS = new Set(['OPENED', 'COVERAGE', 'REOPENED']);

const stories = new Map();
const asked = new Set();

/** The story of an id, if known. */
export function story(id) {
  return stories.get(id);
}

/** Known stories that a test wants, those that move most first. */
export function hottest(wanted, most) {
  return [...stories.values()]
    .filter(wanted)
    .sort((a, b) => b.heat - a.heat || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** Takes in stories as the API gives them. */
export function take(cards, now) {
  sawTime(now);
  for (const card of cards) {
    const known = stories.get(card.id);
    if (known && known.revision > card.revision) continue;
    stories.set(card.id, { ...card, hour: Math.floor(Date.parse(now) / HOUR) });
  }
}

/** Forgets a story. */
export function forget(id) {
  stories.delete(id);
}

/** Moves a story on by an update; true if the update says more than was known. */
export function apply(update) {
  sawTime(update.at);
  const known = stories.get(update.storyId) ?? begin(update);
  if (update.revision <= known.revision) return false;
  const at = Date.parse(update.at);
  Object.assign(known, {
    revision: update.revision,
    state: update.kind === 'CLOSED' ? 'CLOSED' : 'OPEN',
    headline: update.headline,
    articles: update.articles,
    independent: update.independent,
    copies: update.copies,
    topics: update.topics,
  });
  if (at > Date.parse(known.lastAt)) known.lastAt = update.at;
  if (at < Date.parse(known.firstAt)) known.firstAt = update.at;
  if (update.material && update.news.length > 0) {
    const sentence = update.news.find((item) => item.kind === 'SENTENCE' || item.kind === 'NUMBER') ?? update.news[0];
    known.latestNews = sentence.text;
  }
  known.heat = addHeat(known.heat, Math.log2(weight(update)) + at / HALF_LIFE);
  if (REPORTS.has(update.kind) && update.source && !update.late) known.lately[update.source] = update.at;
  if (REPORTS.has(update.kind)) count(known, 'reportsByHour', at);
  if (update.kind === 'COPY') count(known, 'copiesByHour', at);
  trim();
  return true;
}

/** Sources that reported independently in the last ten minutes of feed time. */
export function sourcesLately(known) {
  const since = feedNow() - LATELY;
  return Object.values(known.lately).filter((at) => Date.parse(at) >= since).length;
}

/** Coverage by hour up to now, oldest first. */
export function byHour(known, name) {
  roll(known, feedNow());
  return known[name];
}

/** Fetches the rest of a story that was only known by an update; calls back if it changed. */
export async function complete(id, changed) {
  if (asked.has(id) || asked.size > 20) return;
  asked.add(id);
  try {
    const found = await ask(`/api/stories/${encodeURIComponent(id)}`);
    if (found.id !== id) stories.delete(id);
    take([found], found.now);
    changed(found.id);
  } catch {
    // Known by its updates alone until the next snapshot.
  } finally {
    asked.delete(id);
  }
}

function begin(update) {
  const known = {
    id: update.storyId, revision: 0, state: 'OPEN', edition: update.edition, latestNews: null,
    firstAt: update.at, lastAt: update.at, sources: [], languages: [], names: [], merged: [],
    topics: [], heat: -Infinity, lately: {}, partial: update.revision > 1,
    reportsByHour: new Array(24).fill(0), copiesByHour: new Array(24).fill(0),
    hour: Math.floor(feedNow() / HOUR),
  };
  stories.set(known.id, known);
  return known;
}

function weight(update) {
  if (update.late) return 0.05;
  const kind = REPORTS.has(update.kind) ? Math.log1p(update.independent) / Math.log(4) : { COPY: 0.1, REVISION: 0.2 }[update.kind] ?? 0.05;
  return kind + (update.material ? 1 : 0);
}

function addHeat(a, b) {
  const hotter = Math.max(a, b);
  const colder = Math.min(a, b);
  return colder === -Infinity ? hotter : hotter + Math.log2(1 + 2 ** (colder - hotter));
}

function roll(known, now) {
  const hour = Math.floor(now / HOUR);
  for (; known.hour < hour; known.hour++) {
    if (hour - known.hour > 24) known.hour = hour - 24;
    known.reportsByHour = [...known.reportsByHour.slice(1), 0];
    known.copiesByHour = [...known.copiesByHour.slice(1), 0];
  }
}

function count(known, name, at) {
  roll(known, Math.max(at, known.hour * HOUR));
  const index = 23 - (known.hour - Math.floor(at / HOUR));
  if (index >= 0 && index < 24) known[name] = known[name].map((n, i) => (i === index ? n + 1 : n));
}

function trim() {
  if (stories.size > MOST) {
    for (const cold of hottest(() => true, MOST * 2).slice(MOST - 100)) stories.delete(cold.id);
  }
}
