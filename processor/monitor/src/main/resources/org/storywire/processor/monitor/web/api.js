// Asks the monitor's JSON API.

/** The parsed answer; throws an error that a person can read. */
export async function ask(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(body.error ?? `the monitor answered ${response.status}`);
    error.status = response.status;
    throw error;
  }
  return body;
}
