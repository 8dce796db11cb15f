// Why the processor decided as it did, as figures a person can check.
import { el, said } from './dom.js';

const percent = (share) => `${Math.round(share * 100)} %`;

/** Why an article belongs to its story. */
export function evidenceOf(evidence, key) {
  const body = el('div', { class: 'evidence-body' },
    said('p', null, evidence.reason),
    el('p', { class: 'figures' },
      `score ${evidence.score.toFixed(2)}, needed ${evidence.threshold.toFixed(2)}`,
      evidence.nextStoryId
        ? [`; next best ${evidence.nextScore.toFixed(2)} for `,
          el('a', { href: `/story/${encodeURIComponent(evidence.nextStoryId)}` }, evidence.nextStoryId)]
        : null,
      evidence.ruleset ? `; rules ${evidence.ruleset}` : ''));
  if (evidence.parts?.length > 0) body.append(parts(evidence.parts));
  return el('details', { class: 'evidence', data: { key } }, el('summary', {}, 'Why this story'), body);
}

/** Why an article counts as a copy, or as none. */
export function copyEvidenceOf(evidence, key) {
  return el('details', { class: 'evidence', data: { key } }, el('summary', {}, 'Shared text'),
    el('div', { class: 'evidence-body' },
      el('p', { class: 'figures' },
        `${percent(evidence.containment)} of the shorter text is in the other (needed `
        + `${percent(evidence.threshold)}); longest shared run ${evidence.longestRun} words; `
        + `Jaccard ${evidence.jaccard.toFixed(2)}; confidence ${percent(evidence.confidence)}`
        + (evidence.ruleset ? `; rules ${evidence.ruleset}` : '')),
      evidence.passage ? said('blockquote', null, evidence.passage) : null));
}

function parts(list) {
  const heaviest = Math.max(...list.map((part) => Math.abs(part.value * part.weight)), 1e-9);
  return el('table', { class: 'parts' },
    el('thead', {}, el('tr', {}, ['Part', 'Value', 'Weight', 'Adds'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, list.map((part) => {
      const adds = part.value * part.weight;
      return el('tr', {},
        said('th', null, part.name),
        el('td', {}, part.value.toFixed(3)), el('td', {}, part.weight.toFixed(2)),
        el('td', {}, el('meter', { min: 0, max: heaviest, value: Math.abs(adds), 'aria-hidden': 'true' }), ` ${adds.toFixed(2)}`));
    })));
}
