// Columns: each is a query; all of them are in the address, so a set of columns is a link.
import { alert, bell, keep, kept } from './alerts.js';
import { ask } from './api.js';
import { el } from './dom.js';
import { describe, editor } from './query.js';
import { StoryList } from './list.js';
import * as store from './store.js';
import * as stream from './stream.js';

const MOST = 40;

export async function show(main) {
  let queries = new URLSearchParams(location.search).getAll('c');
  if (queries.length === 0 && kept('columns').length > 0) {
    queries = kept('columns');
    history.replaceState(history.state, '', address());
  }
  const board = el('div', { class: 'board' });
  main.replaceChildren(
    el('div', { class: 'board-head' },
      el('h1', {}, 'Columns'),
      el('button', { type: 'button', id: 'add-column', onclick: () => edit('', (query) => set([...queries, query])) },
        'Add a column')),
    board);
  let columns = [];
  await build();
  return {
    update(update) {
      alert(update, (update.columns ?? []).map((index) => queries[index]));
      for (const index of update.columns ?? []) columns[index]?.members.add(update.storyId);
      for (const column of columns) {
        if (column.members.has(update.storyId)) {
          if (store.story(update.storyId)?.partial) store.complete(update.storyId, (id) => column.list.changed(id));
          column.list.changed(update.storyId);
        }
      }
    },
    gap: build,
    close: () => stream.annotate([]),
  };

  function set(next) {
    queries = next;
    keep('columns', queries);
    history.pushState({}, '', address());
    build();
  }

  function address() {
    const search = new URLSearchParams(queries.map((query) => ['c', query]));
    return `/columns${queries.length > 0 ? `?${search}` : ''}`;
  }

  function edit(query, save) {
    editor(query, save);
  }

  async function build() {
    const facets = await ask('/api/facets');
    columns = queries.map((query, index) => column(query, index, facets));
    board.replaceChildren(...columns.map((one) => one.node));
    if (columns.length === 0) {
      board.append(el('p', { class: 'note' },
        'A column follows one question: words, a topic, a source, a language, how many sources. '
        + 'The set of columns is in the address, so it can be shared; your last set is kept in this browser.'));
    }
    stream.annotate(queries);
    await Promise.all(columns.map((one) => one.load()));
  }

  function column(query, index, facets) {
    const members = new Set();
    const scroller = el('div', { class: 'column-body', tabindex: '0', role: 'region', 'aria-label': describe(query, facets) });
    const list = new StoryList(() => store.hottest((story) => members.has(story.id), MOST), scroller);
    scroller.append(list.node);
    const node = el('section', { class: 'column' },
      el('header', { class: 'column-head' },
        el('h2', { dir: 'auto' }, describe(query, facets)),
        el('a', { class: 'button quiet', href: `/api/feed.atom?${query}`, target: '_blank', 'aria-label': `Feed of column ${index + 1}` }, 'Feed'),
        bell(query, index + 1),
        el('button', { type: 'button', class: 'quiet', 'aria-label': `Edit column ${index + 1}`,
          onclick: () => edit(query, (next) => set(queries.with(index, next))) }, 'Edit'),
        el('button', { type: 'button', class: 'quiet', 'aria-label': `Remove column ${index + 1}`,
          onclick: () => set(queries.toSpliced(index, 1)) }, 'Remove')),
      scroller);
    async function load() {
      try {
        const page = await ask(`/api/stories?limit=${MOST}&${query}`);
        members.clear();
        page.stories.forEach((story) => members.add(story.id));
        store.take(page.stories, page.now);
        stream.follow(page.position);
        list.render();
      } catch (error) {
        scroller.replaceChildren(el('p', { class: 'note' }, error.message));
      }
    }
    return { node, list, members, load };
  }
}
