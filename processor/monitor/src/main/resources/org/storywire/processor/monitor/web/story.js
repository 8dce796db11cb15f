// One story: what happened when, who reported it and who copied whom, and why we think so.
import { ask } from './api.js';
import { mainTopics } from './card.js';
import { copyTree } from './copies.js';
import { counted, el, outbound, said, sparkline } from './dom.js';
import { evidenceOf } from './evidence.js';
import * as store from './store.js';
import * as stream from './stream.js';
import { time } from './time.js';

const KINDS = {
  OPENED: 'Opened', COVERAGE: 'Report', COPY: 'Copy', REVISION: 'Changed', MERGED: 'Merged',
  SPLIT: 'Split', CLOSED: 'Closed', REOPENED: 'Reopened', ORIGIN_CHANGED: 'New origin',
  STALE_COPY: 'Outdated copy', CORRECTED: 'Corrected', OTHER: 'Event',
};

/** Facts of one article that are shown; the others are folded. */
const FACTS = 3;

/** Topics that score less are not shown. */
const SURE = 0.5;

export async function show(main, id) {
  let shown = id;
  let timer = null;

  async function load() {
    const story = await ask(`/api/stories/${encodeURIComponent(shown)}`);
    shown = story.id;
    if (story.redirectedFrom) history.replaceState(history.state, '', `/story/${encodeURIComponent(shown)}`);
    store.take([story], story.now);
    stream.follow(story.position);
    document.title = `${story.headline} – storywire`;
    return story;
  }

  const story = await load();
  main.replaceChildren(...page(story));
  return {
    update(update) {
      if (update.storyId === shown || update.otherStoryId === shown) refresh();
    },
    gap: refresh,
  };

  function refresh() {
    timer ??= setTimeout(async () => {
      timer = null;
      replace(main, page(await load()));
    }, 700);
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
  return [
    el('article', { class: 'story' },
      head(story),
      el('div', { class: 'story-parts' },
        el('section', { 'aria-labelledby': 'timeline' },
          el('h2', { id: 'timeline' }, 'What became known'), timeline(story)),
        el('section', { 'aria-labelledby': 'sources' },
          el('h2', { id: 'sources' }, 'Who reported, who copied'),
          copyTree(story, byArticle)))),
  ];
}

function head(story) {
  const names = story.names.length > 0
    ? el('p', { class: 'names' }, story.names.map((name) => said('span', 'name', name)))
    : null;
  return el('header', { class: 'story-head' },
    said('h1', null, story.headline || '(no headline)'),
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
    el('p', { class: 'meta' }, mainTopics(story.topics.filter((topic) => topic.score >= SURE), 8).map((topic) => el('a', {
      class: 'topic', href: `/columns?c=${encodeURIComponent(`topic=${topic.code}`)}`,
      title: `${topic.code}, score ${topic.score.toFixed(2)}`,
    }, topic.label))),
    names);
}

function timeline(story) {
  const updates = [...story.updates].reverse();
  const first = updates.at(-1);
  return el('div', {},
    el('ol', { class: 'timeline' }, updates.map((update) => moment(update, story.id))),
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

function moment(update, storyId) {
  const what = el('div', { class: 'moment-what' });
  what.append(el('p', { class: 'moment-line' },
    el('span', { class: `kind kind-${update.kind.toLowerCase().replaceAll('_', '-')}` }, KINDS[update.kind] ?? KINDS.OTHER),
    ' ', update.source ? said('span', 'source', update.source) : null,
    update.late ? el('span', { class: 'flag' }, 'late') : null,
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
  if (update.evidence) what.append(evidenceOf(update.evidence, `e-${update.eventId}`));
  return el('li', { class: update.material ? 'moment material' : 'moment' }, time(update.at), what);
}
