// Now: the stories that move most.
import { ask } from './api.js';
import { el } from './dom.js';
import { StoryList } from './list.js';
import * as store from './store.js';
import * as stream from './stream.js';

const MOST = 60;

export async function show(main) {
  const list = new StoryList(() => store.hottest((story) => story.state !== 'MERGED', MOST));
  main.replaceChildren(
    el('h1', { class: 'unseen' }, 'Now'),
    el('p', { class: 'legend' },
      el('span', { class: 'independent' }, 'independent reports'), ' ',
      el('span', { class: 'copies' }, 'copies'), ' by hour over a day; stories that move most come first'),
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
}

async function load() {
  const page = await ask(`/api/stories?limit=${MOST}`);
  store.take(page.stories, page.now);
  stream.follow(page.position);
}
