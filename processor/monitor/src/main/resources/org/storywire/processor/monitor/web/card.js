// One story in a list. Built once, then changed in place, so that focus and place are kept.
import { counted, el, said, sparkline } from './dom.js';
import { byHour, sourcesLately } from './store.js';
import { setTime, shortTime } from './time.js';

export class Card {
  constructor(story) {
    this.id = story.id;
    this.link = el('a', { href: `/story/${encodeURIComponent(story.id)}`, dir: 'auto' });
    this.news = said('span', null, '');
    this.newsLine = el('p', { class: 'new' }, el('span', { class: 'tag' }, 'New'), ' ', this.news);
    this.when = el('time', {});
    this.lately = el('span', { class: 'lately' });
    this.meta = el('p', { class: 'meta' });
    this.counts = el('p', { class: 'counts' });
    this.picture = el('div', { class: 'picture' });
    this.node = el('li', { class: 'card', data: { story: story.id } },
      el('article', {},
        el('div', { class: 'when' }, this.when, this.lately),
        el('div', { class: 'what' }, el('h2', {}, this.link), this.newsLine, this.meta),
        el('div', { class: 'who' }, this.picture, this.counts)));
    this.show(story);
  }

  /** Shows the story as it is now. */
  show(story) {
    this.link.textContent = story.headline || '(no headline)';
    this.news.textContent = story.latestNews ?? '';
    this.newsLine.hidden = !story.latestNews || story.latestNews === story.headline;
    setTime(this.when, Date.parse(story.lastAt), story.lastAt);
    const lately = sourcesLately(story);
    // A story's first source is no growth.
    this.lately.textContent = lately > 0 && story.independent > 1
      ? `+${counted(lately, 'source', 'sources')} in 10 min` : '';
    this.node.classList.toggle('moving', lately > 1);
    this.counts.replaceChildren(
      el('span', { class: 'independent' }, counted(story.independent, 'independent', 'independent')),
      el('span', { class: 'copies' }, counted(story.copies, 'copy', 'copies')));
    this.picture.replaceChildren(
      sparkline(byHour(story, 'reportsByHour'), byHour(story, 'copiesByHour')));
    this.meta.replaceChildren(...meta(story));
  }

  /** Draws the eye to a change, once. */
  flash() {
    this.node.classList.remove('changed');
    requestAnimationFrame(() => this.node.classList.add('changed'));
  }
}

/** Topics that score less are not shown. */
const SURE = 0.35;

/** Sure topics that were found rather than implied, or what they imply if there is nothing else. */
export function mainTopics(topics, most) {
  const sure = topics.filter((topic) => topic.score >= SURE);
  const found = sure.filter((topic) => !topic.implied);
  return (found.length > 0 ? found : sure).slice(0, most);
}

function meta(story) {
  const parts = mainTopics(story.topics, 3).map((topic) => el('span', { class: 'topic' }, topic.label));
  if (story.firstAt !== story.lastAt) {
    parts.push(el('span', { class: 'since' }, `since ${shortTime(Date.parse(story.firstAt))}`));
  }
  if (story.state === 'CLOSED') parts.push(el('span', { class: 'since' }, 'closed'));
  return parts;
}
