// The token: it comes in the fragment of the link that the daemon printed, or is typed in, and stays in this tab.

const KEY = 'nasdaemon-token';

export function takeFromAddress() {
  const given = /^#token=([\w-]+)$/.exec(location.hash);
  if (given) {
    sessionStorage.setItem(KEY, given[1]);
    history.replaceState(null, '', location.pathname);
  }
}

export const keep = (token) => sessionStorage.setItem(KEY, token);

function headers() {
  const token = sessionStorage.getItem(KEY);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

// What this page may do. A token that is wrong is forgotten.
export async function rights() {
  const answer = await fetch('/access', { headers: headers() });
  const found = await answer.json();
  if (!found.may_change) {
    sessionStorage.removeItem(KEY);
  } else {
    // From now on links and the event stream may read, which can carry no header.
    await fetch('/access', { method: 'POST', headers: headers() });
  }
  return found;
}

export async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { ...headers(), 'Content-Type': 'application/yaml' }, body });
  return { status: answer.status, body: await answer.json() };
}
