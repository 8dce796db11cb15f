// What an editor may do with a story. Each decision is previewed, needs no reason, and can be undone.
import { ask, post } from './api.js';
import { el, said } from './dom.js';
import { time } from './time.js';

const KINDS = { SAME_STORY: 'made stories one', OTHER_STORY: 'sent articles out', HEADLINE: 'headline', COPY_OF: 'named a copy',
  NOT_COPY: 'a report of its own', OTHER: 'decided' };

/** Who the reader is as an editor, and what was decided so far. */
export async function decisions() {
  return ask('/api/overrides').catch(() => ({ editor: null, overrides: [] }));
}

/** Buttons for the story as a whole. */
export function storyTools(story) {
  const button = (label, act) => el('button', { type: 'button', onclick: act }, label);
  return el('div', { class: 'tools', 'aria-label': 'Edit' },
    button('Same story as…', () => form('One story with', 'Address or id of the other story', '',
      (value) => ({ kind: 'SAME_STORY', story: story.id, other: decodeURIComponent(value.trim().split('/').at(-1)) }))),
    button('Headline…', () => form('Headline', 'Headline; empty lets the machine choose', story.headline,
      (value) => ({ kind: 'HEADLINE', story: story.id, headline: value }))));
}

/** Buttons for one report: whose copy it is, and whether it is of this story. */
export function reportTool(story, report) {
  const button = (label, act) => el('button', {
    type: 'button', class: 'quiet', 'aria-label': `${label}: ${report.source}`, onclick: act,
  }, label);
  if (report.verdict === 'COPY') return button('Not a copy', () => decide({ kind: 'NOT_COPY', article: report.id }));
  return el('span', {},
    button('Not of this story', () => decide({ kind: 'OTHER_STORY', articles: [report.id] })),
    button('Copy of…', () => choose('A copy of', story.reports.filter((other) => other.id !== report.id),
      (other) => ({ kind: 'COPY_OF', article: report.id, other }))));
}

/** What was decided about a story's articles, newest first. */
export function log(story, { editor, overrides }) {
  const ids = new Set(story.reports.map((report) => report.id));
  const about = overrides.filter((one) => [...one.articleIds, one.otherArticleId].some((id) => ids.has(id)));
  const undone = new Set(overrides.map((one) => one.undoes));
  if (about.length === 0) return null;
  return el('details', { class: 'decisions', data: { key: 'decisions' } },
    el('summary', {}, `Decided by editors (${about.length})`),
    el('ol', {}, about.map((one) => el('li', {},
      time(one.at), ' ', said('b', null, one.by), ` ${one.undoes ? 'undid: ' : ''}${KINDS[one.kind] ?? KINDS.OTHER} `,
      one.headline ? said('q', null, one.headline) : null, ' ', one.reason ? said('i', null, one.reason) : null,
      editor && !undone.has(one.id) ? el('button', {
        type: 'button', class: 'quiet', onclick: () => decide({ undo: one.id }) }, 'Undo') : null))));
}

function form(title, label, value, wish) {
  open(title, label, el('input', { name: 'value', type: 'text', value, maxlength: 300, dir: 'auto', autocomplete: 'off' }), wish);
}

function choose(title, reports, wish) {
  open(title, 'Report', el('select', { name: 'value' }, reports.map((report) => el('option', { value: report.id },
    `${report.source}: ${report.title ?? '(no headline)'}`.slice(0, 120)))), wish);
}

function open(title, label, input, wish) {
  const dialog = el('dialog', { 'aria-labelledby': 'edit-title' },
    el('form', { method: 'dialog' },
      el('h2', { id: 'edit-title' }, title),
      el('label', { class: 'field' }, el('span', {}, label), input),
      el('div', { class: 'actions' },
        el('button', { value: 'go', class: 'primary' }, 'Preview'),
        el('button', { value: 'cancel', formnovalidate: true }, 'Cancel'))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'go') decide(wish(input.value));
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Says what would change, and does it if the editor agrees. */
async function decide(wish) {
  const reason = el('input', { name: 'reason', type: 'text', maxlength: 300, dir: 'auto', autocomplete: 'off' });
  let says;
  let possible = true;
  try {
    says = (await post('/api/overrides', { ...wish, preview: true })).says;
  } catch (error) {
    says = error.message;
    possible = false;
  }
  const dialog = el('dialog', { 'aria-labelledby': 'decide-title' },
    el('form', { method: 'dialog' },
      el('h2', { id: 'decide-title' }, possible ? 'Decide' : 'Not possible'), said('p', 'says', says),
      possible ? el('label', { class: 'field' }, el('span', {}, 'Why'), reason) : null,
      el('div', { class: 'actions' },
        possible ? el('button', { value: 'go', class: 'primary' }, 'Do it') : null,
        el('button', { value: 'cancel', formnovalidate: true }, possible ? 'Cancel' : 'Close'))));
  dialog.addEventListener('close', async () => {
    dialog.remove();
    if (dialog.returnValue !== 'go') return;
    const live = document.getElementById('live');
    try {
      live.textContent = (await post('/api/overrides', { ...wish, reason: reason.value })).says;
      document.dispatchEvent(new CustomEvent('decided'));
    } catch (error) {
      live.textContent = error.message;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
