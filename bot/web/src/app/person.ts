/**
 * Whose shortlist it is: a token of its own, kept apart from the conversation's, in the storage of the
 * bot's own origin, so that a new conversation keeps it. Where storage is denied it goes into a
 * partitioned cookie, as the conversation's does.
 */

import { readPersonCookie, writePersonCookie } from "./token_cookie";

const KEY = "waypoint.person.1";
const TOKEN = /^[\w.~-]{16,1024}$/;

export class Person {
  private held: string | null = null;

  constructor(private readonly storage: Storage | null) {}

  /** The token; null before the first conversation, and after everything was forgotten. */
  get token(): string | null {
    try {
      const kept = this.storage ? this.storage.getItem(KEY) : readPersonCookie();
      return kept && TOKEN.test(kept) ? kept : this.held;
    } catch {
      return this.held;
    }
  }

  keep(token: string): void {
    if (TOKEN.test(token)) this.write(token);
  }

  drop(): void {
    this.write(null);
  }

  private write(token: string | null): void {
    this.held = token;
    try {
      if (!this.storage) writePersonCookie(token);
      else if (token) this.storage.setItem(KEY, token);
      else this.storage.removeItem(KEY);
    } catch {
      // Full or denied: the token lives as long as the page.
    }
  }
}
