/**
 * The conversation's token where the browser denies a frame of another site all storage, as Chrome
 * does with third-party cookies blocked: a cookie partitioned by the embedding site is still allowed.
 *
 * Only tokens go into it: the conversation's, in a second one those that the server has yet to
 * forget, and in a third one the person's. The history is then what the server still remembers. The server makes no use of the
 * cookies: requests are sent without cookies.
 */

const NAME = "waypoint";
const FORGET = "waypoint-forget";
const PERSON = "waypoint-person";
const MOST_FORGET = 20; // of about 100 characters; a cookie holds 4,096
const BETWEEN = "|";
const DAYS = 30;
const PERSON_DAYS = 400; // the most that browsers allow; made anew with each conversation
const TOKEN = /^[\w.~-]{16,1024}$/;

interface Tokens {
  conversation: string | null;
  forget: string[];
}

export function readCookie(): Tokens {
  return { conversation: tokensIn(NAME)[0] ?? null, forget: tokensIn(FORGET) };
}

export function writeCookie({ conversation, forget }: Tokens): void {
  if (conversation === null || TOKEN.test(conversation)) write(NAME, conversation ?? "");
  write(FORGET, forget.filter((token) => TOKEN.test(token)).slice(-MOST_FORGET).join(BETWEEN));
}

export function readPersonCookie(): string | null {
  return tokensIn(PERSON)[0] ?? null;
}

export function writePersonCookie(token: string | null): void {
  write(PERSON, token ?? "", PERSON_DAYS);
}

function tokensIn(name: string): string[] {
  try {
    const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${name}=`));
    const tokens = found?.slice(name.length + 1).split(BETWEEN) ?? [];
    return tokens.filter((token) => TOKEN.test(token));
  } catch {
    return [];
  }
}

function write(name: string, value: string, days = DAYS): void {
  const life = value ? days * 24 * 3600 : 0;
  const path = new URL(".", location.href).pathname;
  try {
    document.cookie = `${name}=${value}; Path=${path}; Max-Age=${life}; Secure; SameSite=None; Partitioned`;
  } catch {
    // Denied, too: the conversation ends with the page.
  }
}
