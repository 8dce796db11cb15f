// A story's life: a slider over the times at which something was told of it.
import { el, said } from './dom.js';
import { dayAndTime } from './time.js';

const SOON = 200;

/**
 * @param moments times of its events, oldest first
 * @param asOf the time shown, or null for now
 * @param go called with the time chosen, or null for now
 */
export function slider(moments, asOf, go) {
  if (moments.length < 2 && !asOf) return el('div', { class: 'life' });
  let timer = null;
  const at = asOf ? moments.findLastIndex((moment) => Date.parse(moment) <= Date.parse(asOf)) : moments.length - 1;
  const shown = el('output', { for: 'life' });
  const input = el('input', {
    type: 'range', id: 'life', min: 0, max: moments.length - 1, value: Math.max(0, at),
    oninput: () => {
      say();
      clearTimeout(timer);
      timer = setTimeout(() => go(last() ? null : moments[input.value]), SOON);
    },
  });
  say(asOf);
  return el('div', { class: 'life' },
    el('label', { for: 'life' }, 'As of'), input, shown,
    asOf ? el('button', { type: 'button', class: 'quiet', onclick: () => go(null) }, 'Back to now') : null);

  function last() {
    return Number(input.value) === moments.length - 1;
  }

  function say(time) {
    const text = !time && last() ? 'now' : dayAndTime(Date.parse(time ?? moments[input.value]));
    shown.textContent = text;
    input.setAttribute('aria-valuetext', text);
  }
}

/** What the story has become since: headline and counts that differ. */
export function changes(then, now) {
  const parts = [];
  for (const [name, one, many] of [['independent', 'independent source', 'independent sources'], ['copies', 'copy', 'copies']]) {
    if (then[name] !== now[name]) parts.push(`${then[name]} → ${now[name]} ${now[name] === 1 ? one : many}`);
  }
  const events = now.revision - then.revision;
  if (then.id === now.id && events > 0) parts.push(`${events} more ${events === 1 ? 'event' : 'events'}`);
  return el('p', { class: 'note since-then' },
    parts.length === 0 && then.headline === now.headline ? 'Nothing has changed since.' : `Since then: ${parts.join(', ')}. `,
    then.headline === now.headline ? null : ['Headline now: ', said('q', null, now.headline)]);
}
