// Starts the page: views by address, one stream for all of them.
import * as askPage from './ask.js';
import * as columns from './columns.js';
import * as desk from './desk.js';
import { counted, el } from './dom.js';
import * as health from './health.js';
import * as keys from './keys.js';
import * as now from './now.js';
import * as search from './search.js';
import * as store from './store.js';
import * as story from './story.js';
import * as stream from './stream.js';
import { dayAndTime, feedNow, isLive, shortTime, zone } from './time.js';

const ANNOUNCE_MS = 20_000;
const main = document.getElementById('main');
let view = {};
let shows = 0;

async function route() {
  const turn = ++shows;
  view.close?.();
  view = {};
  const [, name, id] = location.pathname.split('/');
  const where = name || 'now';
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === where) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = 'storywire';
  document.body.dataset.view = where;
  if (where !== 'search') document.getElementById('search').value = '';
  try {
    const opened = await (where === 'story' ? story.show(main, decodeURIComponent(id))
      : { ask: askPage, columns, desk, health, search }[where]?.show(main) ?? now.show(main));
    if (turn === shows) view = opened;
    else opened.close?.();
    stream.follow('');
  } catch (error) {
    main.replaceChildren(el('p', { class: 'note' }, error.message), el('p', {}, el('a', { href: '/' }, 'To the stories')));
  }
  restore();
}

function go(address) {
  keep();
  history.pushState({}, '', address);
  route().then(() => { if (!history.state?.top) main.focus({ preventScroll: true }); });
  window.scrollTo(0, 0);
}

/** Where the reader is in this view. */
function place() {
  const focused = document.activeElement?.closest('.card')?.dataset.story ?? null;
  return { top: window.scrollY, focused, address: location.href };
}

/** Remembers the reader's place for the way back. */
function keep() {
  history.replaceState(place(), '');
}

/** Returns to the place left by a reload or on the way back. */
function restore() {
  const reloaded = JSON.parse(sessionStorage.getItem('place') ?? 'null');
  sessionStorage.removeItem('place');
  const left = reloaded?.address === location.href ? reloaded : history.state;
  if (left?.focused) {
    document.querySelector(`.card[data-story="${CSS.escape(left.focused)}"] h2 a`)?.focus({ preventScroll: true });
  }
  if (left?.top) window.scrollTo(0, left.top);
}

function clock() {
  const text = `${isLive() ? shortTime(feedNow()) : `feed time ${dayAndTime(feedNow())}`} ${zone()}`;
  document.getElementById('feed-clock').textContent = feedNow() ? text : zone();
}

// The live region speaks rarely, and of sums only.
let changes = 0;
const told = new Set();
setInterval(() => {
  if (changes > 0) {
    document.getElementById('live').textContent =
      `${counted(changes, 'update', 'updates')} in ${counted(told.size, 'story', 'stories')}`;
    changes = 0;
    told.clear();
  }
}, ANNOUNCE_MS);

stream.listen(({ type, data }) => {
  if (type === 'update') {
    if (!store.apply(data) && data.kind !== 'MERGED') return;
    changes++;
    told.add(data.storyId);
    view.update?.(data);
  } else if (type === 'gap') {
    view.gap?.(data);
  } else if (type === 'state') {
    const state = document.getElementById('feed-state');
    state.textContent = data;
    state.dataset.state = data;
  }
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link && plain && !link.target && link.origin === location.origin && !link.hash) {
    event.preventDefault();
    go(link.href);
  }
});
document.getElementById('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = document.getElementById('search').value.trim();
  if (words) go(`/search?${new URLSearchParams({ q: words })}`);
});
document.getElementById('help-open').addEventListener('click', () => document.getElementById('help').showModal());
document.getElementById('theme').addEventListener('click', () => {
  const dark = getComputedStyle(document.documentElement).getPropertyValue('--dark').trim() === '1';
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', document.documentElement.dataset.theme);
});
window.addEventListener('popstate', route);
window.addEventListener('pagehide', () => sessionStorage.setItem('place', JSON.stringify(place())));
history.scrollRestoration = 'manual';
if (localStorage.getItem('theme')) document.documentElement.dataset.theme = localStorage.getItem('theme');
keys.listen({
  back: () => (history.length > 1 && document.body.dataset.view !== 'now' ? history.back() : go('/')),
  showNew: () => view.waiting?.showAll(),
});
setInterval(clock, 1_000);
route().then(clock);
