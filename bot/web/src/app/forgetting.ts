/** Has the server forget what was deleted here; a token is kept until the server has said that it did. */

import { Problem, type Api } from "./api";
import type { Store } from "./store";

const UNKNOWN = ["unauthorized", "not_found"]; // it has nothing to forget

export class Forgetting {
  private readonly asked = new Set<string>(); // tokens with a request on its way

  constructor(
    private readonly store: Store,
    private readonly api: Api,
  ) {}

  /** Asks for all that is still to be forgotten; what fails is asked for again with the next call. */
  go(): void {
    for (const token of this.store.read().forget) void this.forget(token);
  }

  private async forget(token: string): Promise<void> {
    if (this.asked.has(token)) return;
    this.asked.add(token);
    try {
      await this.api.forget(token);
    } catch (error) {
      if (!(error instanceof Problem) || !UNKNOWN.includes(error.code)) return;
    } finally {
      this.asked.delete(token);
    }
    this.store.update((saved) => ({ ...saved, forget: saved.forget.filter((one) => one !== token) }));
  }
}
