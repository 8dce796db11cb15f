// The desk: copies that are not corrected, doubtful verdicts, and how the outlets report.
import { ask } from './api.js';
import { counted, el, outbound, said } from './dom.js';
import { span, time } from './time.js';

export async function show(main) {
  const [stale, review, outlets] = await Promise.all(['uncorrected', 'review', 'outlets'].map((name) => ask(`/api/${name}`)));
  main.replaceChildren(el('h1', {}, 'Desk'),
    el('div', { class: 'health' },
      section('uncorrected', 'Copies that are not corrected', stale.copies, 'No copy held carries what its origin has withdrawn or changed.', staleCopy),
      section('review', 'Doubtful verdicts', review.doubts, 'No verdict held is doubtful.', doubt),
      el('section', { 'aria-labelledby': 'outlets' }, el('h2', { id: 'outlets' }, 'Outlets'), table(outlets.outlets))));
  return {};
}

function section(id, title, items, none, draw) {
  return el('section', { 'aria-labelledby': id },
    el('h2', { id }, items.length > 0 ? `${title} (${items.length})` : title),
    items.length === 0 ? el('p', { class: 'note' }, none) : el('ul', {}, items.map(draw)));
}

function line(article) {
  return el('div', {},
    el('div', { class: 'report-line' }, time(article.at), said('span', 'source', article.source)),
    el('p', { class: 'report-title' }, outbound(article.url, article.title || '(no headline)')));
}

function staleCopy({ copy, origin, at, sentences }) {
  return el('li', { class: 'carrier' }, line(copy),
    el('p', { class: 'meta' }, said('span', null, origin.source), ' changed it ', time(at), '; this copy still says:'),
    sentences.map((sentence) => said('blockquote', null, sentence)));
}

function doubt({ of, article, storyId }) {
  const evidence = article.storyEvidence;
  return el('li', { class: 'carrier' }, line(article),
    el('p', { class: 'meta' },
      of === 'COPY' ? `Copy or report of its own? Confidence ${Math.round(article.copyEvidence.confidence * 100)} %. `
        : `Of this story? Score ${evidence.score.toFixed(2)}, needed ${evidence.threshold.toFixed(2)}. `,
      el('a', { href: `/story/${encodeURIComponent(storyId)}` }, 'Its story')));
}

function table(outlets) {
  if (outlets.length === 0) return el('p', { class: 'note' }, 'No article is held.');
  const names = ['Outlet', 'Articles', 'Own reports', 'First', 'Ahead by', 'Changed later', 'Copies', 'Copied by'];
  return el('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'outlets' },
    el('table', { class: 'sources' },
      el('thead', {}, el('tr', {}, names.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, outlets.map((one) => el('tr', {},
        said('th', null, one.outlet),
        el('td', {}, one.articles.toLocaleString()),
        el('td', {}, `${Math.round((100 * one.originals) / one.articles)} %`),
        el('td', {}, one.contested > 0 ? `${one.first} of ${counted(one.contested, 'story', 'stories')}` : '–'),
        el('td', {}, one.first > 0 ? span(one.medianLeadMs) : '–'),
        el('td', {}, one.changed.toLocaleString()),
        said('td', null, others(one.copies)),
        said('td', null, others(one.copiedBy)))))));
}

function others(list) {
  return list.length === 0 ? '–' : list.map((one) => `${one.outlet} ${one.articles}`).join(', ');
}
