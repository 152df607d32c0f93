/** The person's shortlist as the server has it: fetched when the chat opens and when it has changed. */

import type { Api } from "./api";
import { readAnswer, type Answer } from "./contract";
import { saveFile } from "./download";
import type { Person } from "./person";

export type FileEnding = "md" | "csv" | "html";

export class Shortlist {
  answer: Answer | null = null;
  count = 0;
  failed = false;
  private roles: ReadonlySet<string> | null = null; // ids, where all of them are known
  private asked = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly api: Api,
    private readonly person: Person,
  ) {}

  /** Whether a role is on the list; what the answer itself said counts where the list is not known. */
  holds(role: { id: string; saved: boolean }): boolean {
    return this.roles ? this.roles.has(role.id) : role.saved;
  }

  async load(): Promise<void> {
    const token = this.person.token;
    const turn = (this.asked += 1);
    if (!token) return this.empty();
    try {
      const found = await this.api.shortlist(token);
      if (turn !== this.asked) return; // a later look has begun
      this.answer = readAnswer({ custom: found });
      const saved = this.answer.roles.map((role) => role.id);
      this.count = Math.max(saved.length, Number(found.saved_count) || 0);
      this.roles = this.count === saved.length ? new Set(saved) : null;
      this.failed = false;
    } catch {
      if (turn !== this.asked) return;
      this.failed = true; // what was known before is still the best guess
    }
    this.tell();
  }

  /** The list as a file, handed to the browser to save. */
  async download(ending: FileEnding): Promise<void> {
    const file = await this.api.file(this.person.token ?? "", ending);
    saveFile(file, `waypoint-shortlist.${ending}`);
  }

  /** Has the server delete everything that was saved; throws a Problem where it did not. */
  async forget(): Promise<void> {
    const token = this.person.token;
    if (token) await this.api.forgetPerson(token);
    this.person.drop();
    this.empty();
  }

  empty(): void {
    this.asked += 1;
    this.answer = null;
    this.count = 0;
    this.failed = false;
    this.roles = null;
    this.tell();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
