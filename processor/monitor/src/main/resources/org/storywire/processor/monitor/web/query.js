// The query of a column: how it reads, and the form that makes one.
import { ask } from './api.js';
import { el } from './dom.js';

/** A query in words. */
export function describe(query, facets) {
  const parameters = new URLSearchParams(query);
  const labels = new Map(facets.topics.map((topic) => [topic.value, topic.label]));
  const parts = [
    parameters.get('q') ? `“${parameters.get('q')}”` : '',
    parameters.getAll('topic').map((code) => labels.get(code) ?? code).join(' or '),
    parameters.getAll('source').join(' or '),
    parameters.getAll('lang').map(languageName).join(' or '),
    Number(parameters.get('min-sources')) > 1 ? `${parameters.get('min-sources')}+ sources` : '',
    parameters.get('material') === 'true' ? 'news only' : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'All stories';
}

/** Opens the form; calls back with the query made. */
export async function editor(query, save) {
  const facets = await ask('/api/facets');
  const given = new URLSearchParams(query);
  const field = (label, control) => el('label', { class: 'field' }, el('span', {}, label), control);
  const words = el('input', { name: 'q', type: 'text', value: given.get('q') ?? '', maxlength: 300, dir: 'auto', autocomplete: 'off' });
  const topic = choice('topic', facets.topics, given.getAll('topic'), 'Any topic');
  const source = el('input', { name: 'source', type: 'text', value: given.get('source') ?? '', list: 'sources-held', autocomplete: 'off' });
  const language = choice('lang', facets.languages.map((one) => ({ ...one, label: languageName(one.value) })), given.getAll('lang'), 'Any language');
  const sources = el('input', { name: 'min-sources', type: 'number', min: 0, max: 999, value: given.get('min-sources') ?? '' });
  const material = el('input', { name: 'material', type: 'checkbox', checked: given.get('material') === 'true' });
  const form = el('form', { method: 'dialog', class: 'query-form' },
    el('h2', { id: 'query-title' }, query ? 'Change the column' : 'New column'),
    field('Words', words),
    field('Topic and what is below it', topic),
    field('Source', source),
    el('datalist', { id: 'sources-held' }, facets.sources.map((one) => el('option', { value: one.value }))),
    field('Language', language),
    field('At least so many independent sources', sources),
    el('label', { class: 'check' }, material, el('span', {}, 'Only what brought news')),
    el('div', { class: 'actions' },
      el('button', { value: 'save', class: 'primary' }, 'Show'),
      el('button', { value: 'cancel', formnovalidate: true }, 'Cancel')));
  const dialog = el('dialog', { 'aria-labelledby': 'query-title' }, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'save') save(made({ words, topic, source, language, sources, material }));
  });
  document.body.append(dialog);
  dialog.showModal();
  words.focus();
}

function made(fields) {
  const parameters = new URLSearchParams();
  const put = (name, value) => { if (value) parameters.append(name, value); };
  put('q', fields.words.value.trim());
  put('topic', fields.topic.value);
  put('source', fields.source.value.trim());
  put('lang', fields.language.value);
  put('min-sources', Number(fields.sources.value) > 0 ? fields.sources.value : '');
  put('material', fields.material.checked ? 'true' : '');
  return parameters.toString();
}

function choice(name, values, chosen, any) {
  const options = [el('option', { value: '' }, any), ...values.map((one) =>
    el('option', { value: one.value, selected: chosen.includes(one.value) }, `${one.label} (${one.stories})`))];
  for (const value of chosen) {
    if (value && !values.some((one) => one.value === value)) options.push(el('option', { value, selected: true }, value));
  }
  return el('select', { name }, options);
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
