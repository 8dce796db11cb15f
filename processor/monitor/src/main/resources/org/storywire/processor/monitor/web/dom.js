// Builds elements. Text only ever becomes a text node: nothing an article says is parsed as markup.

/** An element with attributes, listeners (onclick: f) and children (strings become text). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** Text from outside, in a direction of its own. */
export function said(tag, className, text) {
  return el(tag, { class: className, dir: 'auto' }, text ?? '');
}

/** A link out, if the address is one a reader may follow; else the text alone. */
export function outbound(url, text) {
  try {
    const address = new URL(url);
    if (address.protocol === 'https:' || address.protocol === 'http:') {
      return el('a', {
        href: address.href, target: '_blank', rel: 'noopener noreferrer nofollow', dir: 'auto',
      }, text);
    }
  } catch {
    // Not an address: shown as text.
  }
  return said('span', null, text);
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Coverage by hour: independent reports stand on copies. */
export function sparkline(reports, copies) {
  const height = 28;
  const step = 4;
  const most = Math.max(4, ...reports.map((count, hour) => count + copies[hour]));
  const picture = svg('svg', {
    class: 'spark', viewBox: `0 0 ${reports.length * step} ${height}`, 'aria-hidden': 'true',
    preserveAspectRatio: 'none',
  });
  reports.forEach((count, hour) => {
    const copied = (copies[hour] / most) * height;
    const reported = (count / most) * height;
    const x = hour * step;
    picture.append(svg('rect', { class: 'base', x, y: height - 0.75, width: step - 1, height: 0.75 }));
    if (copied) {
      picture.append(svg('rect', { class: 'copy', x, y: height - copied, width: step - 1, height: copied }));
    }
    if (reported) {
      picture.append(svg('rect', {
        class: 'report', x, y: height - copied - reported, width: step - 1, height: reported,
      }));
    }
  });
  return picture;
}

/** A box to tick, whose state this browser remembers; calls back with it at once and when it changes. */
export function remembered(name, label, changed) {
  const box = el('input', { type: 'checkbox', checked: localStorage.getItem(name) !== 'off' });
  box.addEventListener('change', () => {
    localStorage.setItem(name, box.checked ? 'on' : 'off');
    changed(box.checked);
  });
  changed(box.checked);
  return el('label', { class: 'tick' }, box, label);
}

/** "1 copy", "3 copies". */
export function counted(number, one, many) {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
