// One stream of updates for the whole page. Every update arrives once: the browser resumes after a
// cut from the id of the last event, and after a change of columns this module does.

const listeners = new Set();
let source = null;
let position = '';
let columns = [];
let state = 'connecting';
let retry = 0;

/** Calls `listener({type, data})` for updates, gaps and changes of state. */
export function listen(listener) {
  listeners.add(listener);
}

/** Follows from a position on, or from now if it is empty, unless the stream is open already. */
export function follow(from) {
  if (source === null) {
    position = from;
    open();
  }
}

/** Asks for the numbers of the columns that want an update to be put on it. */
export function annotate(queries) {
  if (JSON.stringify(queries) !== JSON.stringify(columns)) {
    columns = queries;
    if (source !== null) {
      source.close();
      open();
    }
  }
}

/** Ids of events seen so far end here. */
export function currentPosition() {
  return position;
}

function tell(type, data) {
  for (const listener of listeners) listener({ type, data });
}

function become(next) {
  if (state !== next) {
    state = next;
    tell('state', next);
  }
}

function open() {
  const parameters = new URLSearchParams();
  if (position) parameters.set('since', position);
  columns.forEach((query) => parameters.append('c', query));
  source = new EventSource(`/api/stream?${parameters}`);
  const opened = source;
  const on = (type, handle) => source.addEventListener(type, (event) => {
    if (source !== opened) return;
    if (event.lastEventId) position = event.lastEventId;
    handle(event);
  });
  on('hello', () => { retry = 0; become('live'); });
  on('update', (event) => tell('update', JSON.parse(event.data)));
  on('gap', (event) => tell('gap', JSON.parse(event.data)));
  on('behind', () => become('behind'));
  on('caught-up', () => become('live'));
  source.onerror = () => {
    if (source !== opened) return;
    become('cut off');
    if (source.readyState === EventSource.CLOSED) {
      retry = Math.min(retry + 1, 6);
      setTimeout(() => { if (source === opened) open(); }, 500 * 2 ** retry);
    }
  };
}

// A browser opens six connections to a host at most, and may keep a page that was left for "back":
// such a page gives its stream up, and resumes it when it is shown again.
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => {
  if (event.persisted && source !== null) open();
});
