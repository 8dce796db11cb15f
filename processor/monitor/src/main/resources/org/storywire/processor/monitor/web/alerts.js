// Tells the reader on their desktop of material news of the columns that they chose. What they chose
// stays in this browser.
import { el } from './dom.js';

/** A list kept in this browser; empty if what is kept is no list. */
export function kept(name) {
  try {
    const list = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a list in this browser. */
export function keep(name, list) {
  localStorage.setItem(name, JSON.stringify(list.slice(0, 50)));
}

/** The button that turns a column's alerts on and off; none where the browser has no notifications. */
export function bell(query, number) {
  if (!('Notification' in window)) return null;
  const button = el('button', { type: 'button', class: 'quiet bell', 'aria-label': `Alerts of column ${number}`, onclick: turn }, 'Alerts');
  show();
  return button;

  async function turn() {
    const others = kept('alerts').filter((one) => one !== query);
    const on = others.length === kept('alerts').length;
    if (on && await Notification.requestPermission() !== 'granted') return;
    keep('alerts', on ? [...others, query] : others);
    show();
  }

  function show() {
    button.setAttribute('aria-pressed', String(kept('alerts').includes(query)));
  }
}

/** Shows an update of some columns if it is material and the reader wants to be told. */
export function alert(update, queries) {
  const wanted = kept('alerts');
  if (!update.material || update.late || !('Notification' in window) || Notification.permission !== 'granted'
    || !queries.some((query) => wanted.includes(query))) return;
  const shown = new Notification(update.headline, { body: update.news[0]?.text ?? '', tag: update.storyId });
  shown.onclick = () => {
    window.focus();
    location.assign(`/story/${encodeURIComponent(update.storyId)}`);
  };
}
