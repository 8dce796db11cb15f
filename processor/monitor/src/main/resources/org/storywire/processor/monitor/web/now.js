// Now: the stories that move most.
import { ask } from './api.js';
import { Card } from './card.js';
import { el, remembered } from './dom.js';
import { StoryList } from './list.js';
import * as store from './store.js';
import * as stream from './stream.js';
import { dayAndTime, feedNow } from './time.js';

const MOST = 60;

export async function show(main) {
  const asOf = new URLSearchParams(location.search).get('as-of');
  if (asOf) return then(main, asOf);
  let singles = true;
  const list = new StoryList(() => store.hottest(
    (story) => story.state !== 'MERGED' && (singles || story.independent > 1), MOST));
  const choice = remembered('singles', 'stories of one source', (shown) => {
    const change = singles !== shown;
    singles = shown;
    if (change && list.node.isConnected) load().then(() => list.render());
  });
  main.replaceChildren(
    el('h1', { class: 'unseen' }, 'Now'),
    el('p', { class: 'legend' },
      el('span', { class: 'independent' }, 'independent reports'), ' ',
      el('span', { class: 'copies' }, 'copies'), ' by hour over a day; stories that move most come first ', choice),
    list.node);
  await load();
  list.render();
  return {
    update(update) {
      if (update.kind === 'MERGED') {
        merged(update).forEach((id) => list.changed(id));
      }
      if (store.story(update.storyId)?.partial) store.complete(update.storyId, (id) => list.changed(id));
      list.changed(update.storyId);
    },
    async gap() {
      await load();
      list.changed('*');
    },
    waiting: list,
  };

  function merged(update) {
    [update.storyId, update.otherStoryId].filter(Boolean)
      .forEach((id) => store.complete(id, (found) => list.changed(found)));
    return [update.storyId, update.otherStoryId].filter(Boolean);
  }

  async function load() {
    const page = await ask(`/api/stories?limit=${MOST}${singles ? '' : '&min-sources=2'}`);
    store.take(page.stories, page.now);
    stream.follow(page.position);
  }
}

/** What stood here at an earlier time; it does not move. */
async function then(main, asOf) {
  const page = await ask(`/api/stories?limit=${MOST}&as-of=${encodeURIComponent(asOf)}`);
  const hour = Math.floor(feedNow() / 3_600_000);
  const link = `?as-of=${encodeURIComponent(asOf)}`;
  main.replaceChildren(
    el('h1', {}, `As of ${dayAndTime(Date.parse(asOf))}`),
    el('p', {}, el('a', { href: '/' }, 'Back to now')),
    el('ol', { class: 'cards' }, page.stories.map((story) => {
      const card = new Card({ ...story, hour, lately: {} });
      card.link.search = link;
      return card.node;
    })),
    page.stories.length === 0 ? el('p', { class: 'note' }, 'Nothing that was told by then is held.') : '');
  return {};
}
