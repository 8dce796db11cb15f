// The copy tree: independent reports apart, under each of them who copied it, how much later and
// how much of it was kept.
import { ask } from './api.js';
import { counted, el, outbound, said } from './dom.js';
import { copyEvidenceOf, evidenceOf } from './evidence.js';
import { span, time } from './time.js';

const RELATIONS = {
  EXACT: 'same text', NEAR: 'edited', EXCERPT: 'cut', EMBEDDED: 'with additions', REVISION: 'new version',
  CREDITED_REWRITE: 'retells, with credit', OTHER: 'copy',
};

/** Copies under one report, and reports, that are shown; the others are folded. */
const COPIES = 3;
const REPORTS = 12;

const GENRES = { OPINION: 'opinion', ANALYSIS: 'analysis' };

/** What kind of piece it is, unless a report. */
export function genre(piece) {
  return GENRES[piece.genre] ? el('span', { class: 'flag' }, GENRES[piece.genre]) : null;
}

export function copyTree(story, newsByArticle, tool) {
  const reports = story.reports.filter((report) => report.verdict !== 'UNCHANGED');
  if (reports.length === 0) {
    return el('div', {},
      el('ul', { class: 'tree' }, story.sources.map((source) => el('li', {}, said('span', 'source', source)))),
      el('p', { class: 'note' }, 'The articles are older than the monitor holds.'));
  }
  const held = new Map(reports.map((report) => [report.id, report]));
  const children = new Map();
  const roots = [];
  for (const report of reports) {
    if (report.copyOf && held.has(report.copyOf) && !loops(report, held)) {
      children.set(report.copyOf, [...(children.get(report.copyOf) ?? []), report]);
    } else {
      roots.push(report);
    }
  }
  const draw = (some) => el('ul', { class: 'tree' }, some.map((root) => branch(root, children, held, newsByArticle, tool)));
  return el('div', {}, draw(roots.slice(0, REPORTS)), rest(roots.slice(REPORTS), 'reports', draw, 'report', 'reports'));
}

function rest(reports, key, draw, one, many) {
  return reports.length === 0 ? null
    : el('details', { data: { key } }, el('summary', {}, `${counted(reports.length, `more ${one}`, `more ${many}`)}`), draw(reports));
}

/** True if following the parents leads back to the report: data that no tree can show. */
function loops(report, held) {
  const seen = new Set([report.id]);
  for (let at = held.get(report.copyOf); at; at = held.get(at.copyOf)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function size(id, children) {
  return (children.get(id) ?? []).reduce((sum, child) => sum + 1 + size(child.id, children), 0);
}

function branch(report, children, held, newsByArticle, tool) {
  const copies = size(report.id, children);
  const isCopy = report.verdict === 'COPY';
  const item = el('li', { class: `report ${isCopy ? 'copied' : 'independent-report'} ${report.genre.toLowerCase()}` },
    el('div', { class: 'report-line' },
      time(report.at),
      said('span', 'source', report.source),
      genre(report),
      relation(report, held),
      copies > 0 ? el('span', { class: 'copies' }, counted(copies, 'copy', 'copies')) : null),
    el('p', { class: 'report-title' }, outbound(report.url, report.title || '(no headline)')),
    el('div', { class: 'report-more' },
      text(report, newsByArticle.get(report.id) ?? []),
      report.copyEvidence ? copyEvidenceOf(report.copyEvidence, `c-${report.id}`) : null,
      report.storyEvidence && !isCopy ? evidenceOf(report.storyEvidence, `s-${report.id}`) : null,
      el('a', { class: 'asks', href: `/ask?article=${encodeURIComponent(report.id)}`, 'aria-label': `Who carries the text of ${report.source}?` }, 'Who carries it?'),
      tool(report)));
  const below = children.get(report.id) ?? [];
  if (below.length > 0) {
    const draw = (some) => el('ul', {}, some.map((child) => branch(child, children, held, newsByArticle, tool)));
    const shown = below.length > COPIES + 1 ? COPIES : below.length;
    item.append(draw(below.slice(0, shown)));
    if (shown < below.length) item.append(rest(below.slice(shown), `k-${report.id}`, draw, 'copy', 'copies'));
  }
  return item;
}

function relation(report, held) {
  const parts = [];
  const evidence = report.copyEvidence;
  if (report.verdict === 'COPY' && evidence) {
    const edited = Math.round((1 - Math.min(1, evidence.keptShare)) * 100);
    parts.push(el('span', { class: 'lag' }, `${evidence.lagMs < 0 ? '−' : '+'}${span(evidence.lagMs)}`));
    parts.push(el('span', { class: 'relation' }, RELATIONS[report.relation] ?? 'copy'));
    parts.push(el('span', { class: 'kept', title: 'share of the origin’s text that this copy keeps' },
      `keeps ${100 - edited} %`));
  } else if (report.relation === 'CREDITED_REWRITE') {
    const credited = held.get(report.creditsArticle);
    parts.push(el('span', { class: 'relation' }, credited ? 'retells ' : RELATIONS.CREDITED_REWRITE,
      credited ? said('span', null, credited.source) : null));
  }
  if (report.copyOf && !held.has(report.copyOf)) parts.push(el('span', { class: 'flag' }, 'origin not held'));
  if (report.revision > 0) parts.push(el('span', { class: 'flag' }, `version ${report.revision + 1}`));
  if (report.publishedAsGiven) {
    parts.push(el('span', { class: 'flag', title: 'the time shown is when it reached us' }, 'date not understood: ',
      said('span', null, report.publishedAsGiven)));
  } else if (!report.publishedAt) {
    parts.push(el('span', { class: 'flag', title: 'the time shown is when it reached us' }, 'no date given'));
  }
  if (report.late) parts.push(el('span', { class: 'flag' }, 'late'));
  return parts;
}

function text(report, news) {
  const body = el('div', { class: 'text' });
  const details = el('details', { class: 'reading', data: { key: `t-${report.id}` } }, el('summary', {}, 'Text'), body);
  details.addEventListener('toggle', async () => {
    if (!details.open || body.hasChildNodes()) return;
    try {
      const found = await ask(`/api/articles/${encodeURIComponent(report.id)}`);
      body.append(...marked(found.body, news, report.copyEvidence));
      if (found.credits.length > 0) {
        body.append(el('p', { class: 'meta' }, 'Credits: ', found.credits.map((credit) => credit.name).join(', ')));
      }
      if (found.furniture.length > 0) {
        body.append(el('details', { class: 'evidence', data: { key: `f-${report.id}` } },
          el('summary', {}, `Left out (${found.furniture.length})`),
          el('ul', {}, found.furniture.map((line) => said('li', null, line)))));
      }
    } catch (error) {
      body.append(el('p', { class: 'note' }, error.message));
    }
  });
  return details;
}

/** Paragraphs with what was new marked, and the passage shared with another article underlined. */
function marked(body, news, shared) {
  const cuts = new Set([0, body.length]);
  const spans = news
    .filter((item) => item.start >= 0 && item.end <= body.length && item.start < item.end)
    .map((item) => ({ start: item.start, end: item.end, tag: 'mark' }));
  if (shared && shared.passageAt >= 0 && shared.passage) {
    const end = Math.min(body.length, shared.passageAt + shared.passage.length);
    spans.push({ start: shared.passageAt, end, tag: 'u' });
  }
  spans.forEach((one) => { cuts.add(one.start); cuts.add(one.end); });
  for (let at = body.indexOf('\n\n'); at >= 0; at = body.indexOf('\n\n', at + 2)) {
    cuts.add(at);
    cuts.add(at + 2);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const paragraphs = [el('p', { dir: 'auto' })];
  for (let i = 0; i + 1 < points.length; i++) {
    const piece = body.slice(points[i], points[i + 1]);
    if (piece === '\n\n') {
      paragraphs.push(el('p', { dir: 'auto' }));
      continue;
    }
    const tags = spans.filter((one) => one.start <= points[i] && points[i + 1] <= one.end).map((one) => one.tag);
    paragraphs.at(-1).append(tags.includes('mark') ? el('mark', {}, piece)
      : tags.includes('u') ? el('u', {}, piece) : piece);
  }
  return paragraphs.filter((paragraph) => paragraph.hasChildNodes());
}
