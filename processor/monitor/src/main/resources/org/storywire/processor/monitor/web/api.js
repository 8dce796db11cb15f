// Asks the monitor's JSON API.

/** The parsed answer; throws an error that a person can read. */
export async function ask(path) {
  return answer(await fetch(path, { headers: { Accept: 'application/json' } }));
}

/** The same for something to be done. */
export async function post(path, wish) {
  return answer(await fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(wish),
  }));
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(body.error ?? `the monitor answered ${response.status}`);
    error.status = response.status;
    throw error;
  }
  return body;
}
