// A list of cards that never moves under the reader: while they hover, scroll or have focus in it,
// changes wait, and a button says how many.
import { Card } from './card.js';
import { counted, el } from './dom.js';

/** Changes that come together are shown together [ms]. */
const SOON = 300;

/** Rows move at most so often [ms]. */
const CALM = 3000;

export class StoryList {
  /**
   * @param pick gives the stories to show, in order
   * @param scroller the element that scrolls the list, or null for the page
   */
  constructor(pick, scroller = null) {
    this.pick = pick;
    this.scroller = scroller;
    this.cards = new Map();
    this.waiting = new Set();
    this.hovered = false;
    this.rendered = -CALM;
    this.button = el('button', { type: 'button', class: 'waiting', hidden: true, onclick: () => this.showAll() });
    this.list = el('ol', { class: 'cards' });
    this.empty = el('p', { class: 'note' }, 'No story yet.');
    this.node = el('div', { class: 'list' }, this.button, this.list, this.empty);
    this.list.addEventListener('pointerenter', (event) => { this.hovered = event.pointerType === 'mouse'; });
    this.list.addEventListener('pointerleave', () => { this.hovered = false; this.settle(); });
    this.list.addEventListener('pointerdown', () => { this.touched = true; });
    for (const end of ['pointerup', 'pointercancel']) {
      window.addEventListener(end, () => { if (this.touched) { this.touched = false; this.settle(); } });
    }
    this.list.addEventListener('focusout', () => setTimeout(() => this.settle()));
    (scroller ?? window).addEventListener('scroll', () => this.settle(), { passive: true });
  }

  /** Notes that a story changed; shown now or when the reader lets it. */
  changed(id) {
    this.waiting.add(id);
    const since = performance.now() - this.rendered;
    this.timer ??= setTimeout(() => { this.timer = null; this.settle(); }, Math.max(SOON, CALM - since));
  }

  /** Shows what waits, unless the reader is at work in the list. */
  settle() {
    if (this.waiting.size === 0) return;
    if (this.busy()) {
      this.button.textContent = `${this.waiting.size.toLocaleString()} new`;
      this.button.setAttribute('aria-label', `Show ${counted(this.waiting.size, 'changed story', 'changed stories')}`);
      this.button.hidden = false;
    } else {
      this.render();
    }
  }

  /** Shows everything at once, from the top. */
  showAll() {
    (this.scroller ?? window).scrollTo({ top: 0 });
    this.render();
    this.list.querySelector('a')?.focus({ preventScroll: true });
  }

  /** Puts the picked stories into the list, moving as few nodes as need be. */
  render() {
    const picked = this.pick();
    this.rendered = performance.now();
    const focused = document.activeElement;
    const keep = new Set(picked.map((story) => story.id));
    for (const [id, card] of this.cards) {
      if (!keep.has(id)) {
        card.node.remove();
        this.cards.delete(id);
      }
    }
    picked.forEach((story, index) => {
      let card = this.cards.get(story.id);
      if (card) {
        card.show(story);
        if (this.waiting.has(story.id)) card.flash();
      } else {
        card = new Card(story);
        this.cards.set(story.id, card);
      }
      const there = this.list.children[index];
      if (there !== card.node) this.list.insertBefore(card.node, there ?? null);
    });
    if (this.list.contains(focused)) focused.focus({ preventScroll: true });
    this.waiting.clear();
    this.button.hidden = true;
    this.empty.hidden = picked.length > 0;
  }

  busy() {
    const top = this.scroller ? this.scroller.scrollTop : window.scrollY;
    return this.hovered || this.touched || top > 60 || this.list.contains(document.activeElement);
  }
}
