// The keyboard: j and k walk through the stories, / searches, ? explains.

/** Starts to listen; `actions` has back() and showNew(). */
export function listen(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.matches('input, select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = {
      j: () => step(1), k: () => step(-1), n: actions.showNew, u: actions.back,
      '/': () => document.getElementById('search').select(),
      '?': () => document.getElementById('help').showModal(),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

/** Moves the focus to the next or previous story, or moment of a story. */
function step(by) {
  const links = [...document.querySelectorAll('.card h2 a')];
  const at = links.indexOf(document.activeElement.closest('.card')?.querySelector('h2 a'));
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
  if (next) {
    next.focus({ preventScroll: true });
    next.closest('.card').scrollIntoView({ block: 'nearest' });
  }
}
