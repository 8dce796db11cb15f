// Search over the stories held.
import { ask } from './api.js';
import { Card } from './card.js';
import { counted, el } from './dom.js';
import * as store from './store.js';
import * as stream from './stream.js';

export async function show(main) {
  const words = new URLSearchParams(location.search).get('q') ?? '';
  document.getElementById('search').value = words;
  const list = el('ol', { class: 'cards' });
  const found = el('p', { class: 'note', role: 'status' });
  const more = el('button', { type: 'button', hidden: true }, 'More');
  main.replaceChildren(
    el('div', { class: 'board-head' },
      el('h1', { dir: 'auto' }, `Stories with “${words}”`),
      el('a', { class: 'button', href: `/columns?c=${encodeURIComponent(new URLSearchParams({ q: words }))}` },
        'Follow as a column')),
    found, list, more);
  let after = '';
  let count = 0;
  more.addEventListener('click', load);
  await load();
  return {};

  async function load() {
    const parameters = new URLSearchParams({ q: words, limit: '50', order: 'relevance' });
    if (after) parameters.set('after', after);
    const page = await ask(`/api/stories?${parameters}`);
    store.take(page.stories, page.now);
    stream.follow(page.position);
    list.append(...page.stories.map((story) => new Card(store.story(story.id)).node));
    count += page.stories.length;
    found.textContent = count === 0 ? 'No story held has these words.'
      : `${counted(count, 'story', 'stories')}${page.next ? ' so far' : ''}`;
    after = page.next ?? '';
    more.hidden = !page.next;
  }
}
