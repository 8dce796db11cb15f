// Health: is the feed alive, who has gone silent, what could not be read.
import { ask } from './api.js';
import { counted, el, said } from './dom.js';
import { sawTime, span, time } from './time.js';

const EVERY_MS = 5_000;

export async function show(main) {
  const page = el('div', { class: 'health' });
  main.replaceChildren(el('h1', {}, 'Health'), page);
  let open = true;
  await draw();
  const timer = setInterval(() => { if (open && !document.hidden) draw(); }, EVERY_MS);
  return { close() { open = false; clearInterval(timer); } };

  async function draw() {
    try {
      const health = await ask('/api/health');
      if (health.newestEventAt) sawTime(health.newestEventAt);
      const folded = new Set([...page.querySelectorAll('details[open]')].map((node) => node.dataset.key));
      page.replaceChildren(figures(health), sources(health.sources), letters(health.deadLetters));
      for (const node of page.querySelectorAll('details')) node.open = folded.has(node.dataset.key);
    } catch (error) {
      page.replaceChildren(el('p', { class: 'note' }, `The monitor does not answer: ${error.message}`));
    }
  }
}

const PAGES = {
  BOT_WALL: 'asked for proof of a person', CONSENT: 'asked for consent', PAYWALL: 'asked for a subscription',
  ERROR: 'were missing or broken', LIST: 'were lists', OTHER: 'were something else',
};

const sum = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

function figures(health) {
  const figure = (name, value, note) => el('div', { class: 'figure' },
    el('dt', {}, name), el('dd', {}, value, note ? el('span', { class: 'figure-note' }, note) : null));
  return el('dl', { class: 'figures-board' },
    figure('Feed', health.state, health.recordsBehind > 0 ? counted(health.recordsBehind, 'record behind', 'records behind') : ''),
    figure('Articles a second', health.articlesPerSecond.toLocaleString(), 'over the last minute'),
    figure('Newest update arrived', health.newestUpdateAgeMs === null ? 'none yet' : `${span(health.newestUpdateAgeMs)} ago`),
    figure('Event time', health.newestEventAt ? time(health.newestEventAt) : 'none yet',
      health.eventLagMs === null ? '' : `${span(health.eventLagMs)} behind the clock`),
    figure('Stories held', health.stories.toLocaleString(), health.storiesEvicted > 0 ? `${health.storiesEvicted.toLocaleString()} let go` : ''),
    figure('Updates held', health.updates.toLocaleString()),
    figure('Pages that were no articles', sum(health.notArticles).toLocaleString(), Object.entries(health.notArticles)
      .map(([kind, count]) => `${count.toLocaleString()} ${PAGES[kind] ?? PAGES.OTHER}`).join(', ')),
    figure('Dates not understood', health.datesNotRead.toLocaleString()),
    figure('Streams open', health.readers.toLocaleString()),
    figure('Unreadable records', health.unreadable.toLocaleString()));
}

function sources(list) {
  const silent = list.filter((source) => source.silent);
  const heard = list.filter((source) => !source.silent).reverse();
  const row = (source) => el('tr', { class: source.silent ? 'silent' : null },
    said('th', 'source', source.source),
    el('td', {}, time(source.lastAt)),
    el('td', {}, source.articles.toLocaleString()),
    el('td', {}, source.silent ? 'silent' : ''));
  return el('section', { 'aria-labelledby': 'sources-title' },
    el('h2', { id: 'sources-title' }, `${counted(list.length, 'source', 'sources')}, ${silent.length.toLocaleString()} silent`),
    el('table', { class: 'sources' },
      el('thead', {}, el('tr', {}, ['Source', 'Last heard', 'Articles', 'State'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, [...silent, ...heard].slice(0, 500).map(row))));
}

function letters(dead) {
  const causes = Object.entries(dead.byCause);
  return el('section', { 'aria-labelledby': 'letters-title' },
    el('h2', { id: 'letters-title' }, 'Dead letters'),
    causes.length === 0 ? el('p', { class: 'note' }, 'None.') : el('ul', { class: 'causes' },
      causes.map(([cause, count]) => el('li', {}, el('b', {}, count.toLocaleString()), ' ', said('span', null, cause)))),
    dead.newest.map((letter, index) => el('details', { class: 'letter', data: { key: `${letter.topic}-${letter.place}-${index}` } },
      el('summary', {}, time(letter.at), ' ', said('span', 'source', letter.cause), ' ', said('span', null, letter.message)),
      el('p', { class: 'meta' }, `${letter.topic} ${letter.place}`, letter.key ? [' key ', said('span', null, letter.key)] : null),
      el('pre', { dir: 'auto' }, letter.excerpt))));
}
