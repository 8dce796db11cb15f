// One story: what happened when, who reported it and who copied whom, and why we think so.
import { ask } from './api.js';
import { mainTopics } from './card.js';
import { copyTree, genre } from './copies.js';
import { counted, el, outbound, remembered, said, sparkline } from './dom.js';
import * as edit from './edit.js';
import { evidenceOf } from './evidence.js';
import * as life from './life.js';
import * as store from './store.js';
import * as stream from './stream.js';
import { time } from './time.js';

const KINDS = {
  OPENED: 'Opened', COVERAGE: 'Report', COPY: 'Copy', REVISION: 'Changed', MERGED: 'Merged',
  SPLIT: 'Split', CLOSED: 'Closed', REOPENED: 'Reopened', ORIGIN_CHANGED: 'New origin',
  STALE_COPY: 'Outdated copy', CORRECTED: 'Corrected', EDITED: 'Edited', RETRACTED: 'Retracted',
  AFFAIR: 'Affair', OTHER: 'Event',
};

/** Facts of one article that are shown; the others are folded. */
const FACTS = 3;

/** Newest events that are shown; older ones are folded. */
const MOMENTS = 8;

export async function show(main, id) {
  let shown = id;
  let timer = null;
  let asOf = new URLSearchParams(location.search).get('as-of');

  async function load() {
    const [story, decided] = await Promise.all([ask(`/api/stories/${encodeURIComponent(shown)}`), edit.decisions()]);
    story.decided = decided;
    shown = story.id;
    if (story.redirectedFrom && !asOf) history.replaceState(history.state, '', `/story/${encodeURIComponent(shown)}`);
    store.take([story], story.now);
    stream.follow(story.position);
    document.title = `${story.headline} – storywire`;
    return story;
  }

  /** The page as it is now, or as it was. */
  async function nodes() {
    const now = await load();
    const moments = [...new Set(now.updates.map((update) => update.at))].sort();
    if (!asOf) return [life.slider(moments, null, go), ...page(now)];
    const then = await ask(`/api/stories/${encodeURIComponent(id)}?as-of=${encodeURIComponent(asOf)}`);
    then.decided = { ...now.decided, editor: null };
    return [life.slider(moments, asOf, go), life.changes(then, now), ...page(then)];
  }

  async function go(time) {
    asOf = time;
    history.replaceState(history.state, '', `/story/${encodeURIComponent(id)}${time ? `?as-of=${encodeURIComponent(time)}` : ''}`);
    await redraw();
    document.getElementById('life')?.focus({ preventScroll: true });
  }

  const drawn = await nodes();
  const waiting = el('button', { type: 'button', class: 'waiting', hidden: true, onclick: redraw });
  let held = 0;
  main.replaceChildren(waiting, ...drawn);
  document.addEventListener('decided', redraw);
  for (const event of ['pointerover', 'focusout']) main.addEventListener(event, () => setTimeout(settle));
  return {
    update(update) {
      if (update.storyId === shown || update.otherStoryId === shown) refresh();
    },
    gap: refresh,
    close: () => document.removeEventListener('decided', redraw),
    waiting: { showAll: redraw },
  };

  function refresh() {
    if (asOf) return;
    held++;
    timer ??= setTimeout(() => { timer = null; settle(); }, 700);
  }

  /** Nothing moves while the reader points at it, reads further down or has the focus in it. */
  function settle() {
    if (held === 0 || !waiting.isConnected) return;
    const parts = main.querySelector('.story-parts');
    if (parts.matches(':hover') || window.scrollY > 60 || parts.contains(document.activeElement)) {
      waiting.textContent = `${held.toLocaleString()} new`;
      waiting.hidden = false;
    } else {
      redraw();
    }
  }

  async function redraw() {
    held = 0;
    waiting.hidden = true;
    const redrawn = await nodes();
    if (waiting.isConnected) replace(main, [waiting, ...redrawn]);
  }
}

/** Replaces the page, keeping what the reader has unfolded and where they are. */
function replace(main, nodes) {
  if (main.contains(document.activeElement) && document.activeElement !== main) {
    const key = document.activeElement.closest('[data-key]')?.dataset.key;
    const open = unfolded(main);
    main.replaceChildren(...nodes);
    unfold(main, open);
    main.querySelector(`[data-key="${CSS.escape(key ?? '')}"] summary`)?.focus({ preventScroll: true });
    return;
  }
  const open = unfolded(main);
  main.replaceChildren(...nodes);
  unfold(main, open);
}

function unfolded(main) {
  return new Set([...main.querySelectorAll('details[open]')].map((node) => node.dataset.key));
}

function unfold(main, keys) {
  for (const node of main.querySelectorAll('details')) node.open = keys.has(node.dataset.key);
}

function page(story) {
  const byArticle = new Map();
  for (const update of story.updates) {
    if (update.articleId && update.news.length > 0) {
      byArticle.set(update.articleId, [...(byArticle.get(update.articleId) ?? []), ...update.news]);
    }
  }
  const pieces = story.reports.filter((report) => report.genre !== 'REPORT').length;
  const node = el('article', { class: 'story' });
  node.append(
      head(story),
      ...(pieces > 0 ? [el('p', { class: 'legend' }, remembered('pieces',
        `opinion and analysis (${pieces})`, (shown) => node.classList.toggle('reports-only', !shown)))] : []),
      el('div', { class: 'story-parts' },
        el('section', { 'aria-labelledby': 'timeline' },
          el('h2', { id: 'timeline' }, 'What became known'), timeline(story)),
        el('section', { 'aria-labelledby': 'sources' },
          el('h2', { id: 'sources' }, 'Who reported, who copied'),
          copyTree(story, byArticle, story.decided.editor ? (report) => edit.reportTool(story, report) : () => null))));
  return [node];
}

function head(story) {
  const names = story.names.length > 0
    ? el('p', { class: 'names' }, story.names.map((name) => said('span', 'name', name)))
    : null;
  return el('header', { class: 'story-head' },
    said('h1', null, story.headline || '(no headline)'),
    story.firstHeadline && story.firstHeadline !== story.headline
      ? el('p', { class: 'meta', title: story.headlineReason ?? '' }, 'First headline: ', said('span', null, story.firstHeadline))
      : null,
    story.latestNews
      ? el('p', { class: 'new' }, el('span', { class: 'tag' }, 'New'), ' ', said('span', null, story.latestNews))
      : null,
    el('div', { class: 'story-figures' },
      el('p', { class: 'counts' },
        el('span', { class: 'independent' }, counted(story.independent, 'independent source', 'independent sources')),
        el('span', { class: 'copies' }, counted(story.copies, 'copy', 'copies'))),
      el('p', { class: 'meta' }, time(story.firstAt), ' to ', time(story.lastAt),
        story.state === 'OPEN' ? null : ` · ${story.state.toLowerCase()}`),
      el('div', { class: 'picture' }, sparkline(story.reportsByHour, story.copiesByHour))),
    el('p', { class: 'meta' }, mainTopics(story.topics, 8).map((topic) => el('a', {
      class: 'topic', href: `/columns?c=${encodeURIComponent(`topic=${topic.code}`)}`,
      title: `${topic.code}, score ${topic.score.toFixed(2)}`,
    }, topic.label))),
    names,
    story.decided.editor ? edit.storyTools(story) : null,
    edit.log(story, story.decided));
}

function timeline(story) {
  const updates = [...story.updates].reverse();
  const first = updates.at(-1);
  const held = new Set(story.reports.map((report) => report.id));
  const line = (some) => el('ol', { class: 'timeline' }, some.map((run) => (run.length > 1
    ? folded(run, story.id, held) : moment(run[0], story.id, held))));
  const all = runs(updates);
  const older = all.slice(MOMENTS);
  return el('div', {},
    line(all.slice(0, MOMENTS)),
    older.length > 0
      ? el('details', { data: { key: 'older' } },
        el('summary', {}, counted(older.flat().length, 'earlier event', 'earlier events')), line(older))
      : null,
    updates.length === 0
      ? el('p', { class: 'note' }, 'Its events are older than the monitor holds.')
      : first.revision > 1 && first.storyId === story.id
        ? el('p', { class: 'note' }, `${counted(first.revision - 1, 'earlier event is', 'earlier events are')} no longer held.`)
        : null);
}

function facts(news, material) {
  return el('ul', { class: material ? 'news material' : 'news' },
    news.map((item) => said('li', `news-${item.kind.toLowerCase()}`, item.text)));
}

/** Events one by one, but copies that follow each other together. */
function runs(updates) {
  const all = [];
  for (const update of updates) {
    if (update.kind === 'COPY' && all.at(-1)?.[0].kind === 'COPY') all.at(-1).push(update);
    else all.push([update]);
  }
  return all;
}

function folded(copies, storyId, held) {
  return el('li', { class: 'moment' }, time(copies[0].at),
    el('details', { class: 'moment-what', data: { key: `r-${copies.at(-1).eventId}` } },
      el('summary', {}, counted(copies.length, 'copy', 'copies')),
      el('ol', {}, copies.map((copy) => moment(copy, storyId, held)))));
}

function moment(update, storyId, held) {
  const what = el('div', { class: 'moment-what' });
  what.append(el('p', { class: 'moment-line' },
    el('span', { class: `kind kind-${update.kind.toLowerCase().replaceAll('_', '-')}` }, KINDS[update.kind] ?? KINDS.OTHER),
    ' ', update.source ? said('span', 'source', update.source) : null,
    update.late ? el('span', { class: 'flag' }, 'late') : null,
    genre(update),
    update.overrideId ? el('span', { class: 'flag' }, 'by an editor') : null,
    update.storyId === storyId ? null
      : el('span', { class: 'flag', title: update.storyId }, 'from a merged story')));
  if (update.articleTitle) what.append(el('p', { class: 'moment-title' }, outbound(update.url, update.articleTitle)));
  if (update.kind === 'CORRECTED') {
    what.append(el('p', { class: 'moment-title' },
      update.verdict === 'COPY' ? 'Was told as a report of its own; it is a copy.' : 'Was told as a copy; it is a report of its own.',
      update.withdrawn ? ' The alert is taken back.' : null));
  }
  if (update.otherStoryId && update.otherStoryId !== storyId) {
    what.append(el('p', { class: 'moment-title' }, update.kind === 'MERGED' ? 'One story with ' : 'Other story: ',
      el('a', { href: `/story/${encodeURIComponent(update.otherStoryId)}` }, update.otherStoryId)));
  }
  if (update.news.length > 0) {
    what.append(facts(update.news.slice(0, FACTS), update.material));
  }
  if (update.news.length > FACTS) {
    what.append(el('details', { data: { key: `n-${update.eventId}` } },
      el('summary', {}, `${update.news.length - FACTS} more`), facts(update.news.slice(FACTS), update.material)));
  }
  if (update.evidence && !held.has(update.articleId)) what.append(evidenceOf(update.evidence, `e-${update.eventId}`));
  return el('li', { class: `${update.material ? 'moment material' : 'moment'} ${update.genre.toLowerCase()}` }, time(update.at), what);
}
