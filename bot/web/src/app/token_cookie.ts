/**
 * The conversation's token where the browser denies a frame of another site all storage, as Chrome
 * does with third-party cookies blocked: a cookie partitioned by the embedding site is still allowed.
 *
 * Only the token goes into it; the history is then what the server still remembers. The server makes
 * no use of the cookie: requests are sent without cookies.
 */

const NAME = "waypoint";
const DAYS = 30;
const TOKEN = /^[\w.~-]{16,1024}$/;

export function readToken(): string | null {
  try {
    const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${NAME}=`));
    const token = found?.slice(NAME.length + 1) ?? "";
    return TOKEN.test(token) ? token : null;
  } catch {
    return null;
  }
}

export function writeToken(token: string | null): void {
  if (token !== null && !TOKEN.test(token)) return;
  const life = token === null ? 0 : DAYS * 24 * 3600;
  const path = new URL(".", location.href).pathname;
  try {
    document.cookie = `${NAME}=${token ?? ""}; Path=${path}; Max-Age=${life}; Secure; SameSite=None; Partitioned`;
  } catch {
    // Denied, too: the conversation ends with the page.
  }
}
