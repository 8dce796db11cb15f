// Ask: who carries a passage, who had it first, who copied it.
import { post } from './api.js';
import { counted, el, outbound, said } from './dom.js';
import { time } from './time.js';

export async function show(main) {
  const input = el('textarea', { id: 'passage', rows: 5, maxlength: 20_000, dir: 'auto', 'aria-describedby': 'ask-hint' });
  const found = el('div', { class: 'found', 'aria-live': 'polite' });
  main.replaceChildren(
    el('h1', {}, 'Who had it first?'),
    el('form', { class: 'ask', onsubmit: (event) => { event.preventDefault(); go({ text: input.value }); } },
      el('label', { for: 'passage' }, 'A paragraph, or the address of a page'),
      input,
      el('p', { class: 'meta', id: 'ask-hint' }, 'Looked for among the articles that the monitor holds. Nothing is fetched from the web.'),
      el('button', { class: 'primary' }, 'Ask')),
    found);
  const article = new URLSearchParams(location.search).get('article');
  if (article) await go({ article });
  return {};

  async function go(wish) {
    found.replaceChildren(el('p', { class: 'note' }, 'Looking…'));
    try {
      found.replaceChildren(...answer(await post('/api/ask', wish)));
    } catch (error) {
      found.replaceChildren(el('p', { class: 'note' }, error.message));
    }
  }
}

function answer(found) {
  const byId = new Map(found.carriers.map((carrier) => [carrier.id, carrier]));
  const first = byId.get(found.first);
  const unread = found.unread > 0
    ? el('p', { class: 'note' }, `${counted(found.unread, 'more article', 'more articles')} may carry it: too many to read, or no longer kept.`)
    : null;
  if (!first) return [el('p', { class: 'note' }, 'No article held carries ten words of it in a row.'), unread].filter(Boolean);
  return [
    el('p', { class: 'verdict' },
      first.carries ? 'First: ' : 'Nobody held carries half of it. First with a part: ', said('b', null, first.source), ', ', time(first.at), '. ',
      el('span', { class: 'independent' }, counted(found.independent, 'independent report', 'independent reports')), ', ',
      el('span', { class: 'copies' }, counted(found.copies, 'copy', 'copies')), '.'),
    unread,
    el('ol', { class: 'carriers' }, found.carriers.map((carrier) => item(carrier, found, byId))),
  ].filter(Boolean);
}

function item(carrier, found, byId) {
  const copied = byId.get(carrier.copyOf);
  return el('li', { class: 'carrier' },
    el('div', { class: 'report-line' },
      time(carrier.at), said('span', 'source', carrier.source),
      carrier.id === found.first ? el('span', { class: 'flag' }, 'first') : null,
      carrier.copy ? el('span', { class: 'relation' }, copied ? 'copy of ' : 'copy', copied ? said('span', null, copied.source) : null)
        : el('span', { class: 'independent' }, 'own report'),
      carrier.dated ? null : el('span', { class: 'flag', title: 'the time shown is when it reached us' }, 'no date given'),
      el('span', { class: 'kept' }, `${Math.round(carrier.share * 100)} % of it, ${counted(carrier.longestRun, 'word', 'words')} in a row`)),
    el('p', { class: 'report-title' }, outbound(carrier.url, carrier.title || '(no headline)')),
    carrier.storyId ? el('p', { class: 'meta' }, el('a', { href: `/story/${encodeURIComponent(carrier.storyId)}` }, 'Its story')) : null,
    el('details', {}, el('summary', {}, 'Side by side'),
      el('div', { class: 'beside' },
        el('div', {}, el('h3', {}, 'Asked'), marked(found.passage, carrier.runs.map((run) => [run.asked, run.askedEnd]))),
        el('div', {}, el('h3', {}, 'There'), marked(carrier.excerpt, carrier.runs.map((run) => [run.start, run.end]))))));
}

/** A text with some of its parts marked; parts that overlap become one. */
function marked(text, parts) {
  const node = el('p', { class: 'text', dir: 'auto' });
  let at = 0;
  for (const [start, end] of parts.toSorted((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    node.append(text.slice(at, from), el('mark', {}, text.slice(from, end)));
    at = end;
  }
  node.append(text.slice(at));
  return node;
}
