/**
 * The conversation: sends what waits, one message at a time over all tabs, and keeps what comes back.
 *
 * A message is stored as pending before anything is sent. Whichever tab holds the lock sends the
 * pending ones in order; if that tab goes away, the next one goes on with the same message id, which
 * the server answers only once. So nothing is lost and nothing doubled.
 */

import { Api, Problem, type Opened } from "./api";
import { readAnswer } from "./contract";
import { Forgetting } from "./forgetting";
import { merge, noteEpoch } from "./merging";
import type { Person } from "./person";
import type { Shortlist } from "./shortlist";
import { EMPTY, type Store, type Turn } from "./store";

const LOCK = "waypoint.send";
const PAUSES_MS = [500, 1500, 4000]; // between attempts when the network or the server is away

export interface ConversationOptions {
  lang: string;
  hostToken: () => string | null;
  /** Asks the host page for another token than the one that was refused; null where none comes. */
  freshHostToken: (refused: string | null) => Promise<string | null>;
}

export class Conversation {
  private draining = false;
  private abort: AbortController | null = null;
  private readonly forgetting: Forgetting;
  reconnecting = false; // an attempt failed and another follows
  onChange: () => void = () => undefined;

  constructor(
    private readonly store: Store,
    private readonly api: Api,
    private readonly person: Person,
    private readonly shortlist: Shortlist,
    private readonly options: ConversationOptions,
  ) {
    this.forgetting = new Forgetting(store, api);
    window.addEventListener("online", () => this.resume());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.resume();
    });
    store.subscribe(() => {
      this.abortIfGone();
      if (store.waits) void this.drain(); // one that another tab had overwritten is there again
    });
  }

  /** Goes on where an earlier visit, another tab or a lost connection stopped. */
  resume(): void {
    this.forgetting.go();
    void this.catchUp().then(() => this.drain());
  }

  send(text: string): string {
    const id = uuid();
    this.store.update((saved) => ({
      ...saved,
      restarted: false,
      turns: [
        ...saved.turns,
        { id, text, time: now(), status: "pending", answers: [], restartedBefore: saved.restarted || undefined },
      ],
    }));
    void this.drain();
    return id;
  }

  retry(id: string): void {
    this.store.updateTurn(id, (turn) => ({ ...turn, status: "pending", problem: undefined }));
    void this.drain();
  }

  discard(id: string): void {
    this.store.update((saved) => ({ ...saved, turns: saved.turns.filter((turn) => turn.id !== id) }));
  }

  /** Forgets everything, here at once and on the server as soon as it hears of it. */
  restart(): void {
    this.store.update(({ conversation, forget, era }) => ({
      ...EMPTY,
      era: era + 1,
      forget: conversation ? [...forget, conversation] : forget,
    }));
    this.abort?.abort();
    this.forgetting.go();
  }

  async rate(turnId: string, answerId: string, rating: "up" | "down", comment: string): Promise<void> {
    const token = this.store.read().conversation;
    if (!token) throw new Problem("unauthorized");
    await this.api.rate(token, { answer_id: answerId, rating, comment });
    this.store.updateTurn(turnId, (turn) => ({
      ...turn,
      ratings: { ...turn.ratings, [answerId]: { rating, commented: comment !== "" } },
    }));
  }

  private async drain(): Promise<void> {
    if (this.draining) return;
    this.draining = true;
    try {
      await locked(async () => {
        for (;;) {
          const turn = this.store.read().turns.find((t) => t.status === "pending");
          if (!turn || !navigator.onLine) return;
          await this.deliver(turn);
        }
      });
    } finally {
      this.draining = false;
    }
    // One may have come in between the last look and the release.
    if (navigator.onLine && this.store.read().turns.some((t) => t.status === "pending")) void this.drain();
  }

  /** Sends one turn, several times if need be; it ends answered, failed, gone or (offline) pending. */
  private async deliver(turn: Turn): Promise<void> {
    let renewed = false;
    for (let attempt = 0; ; attempt += 1) {
      this.abort = new AbortController();
      try {
        const token = await this.token(this.abort.signal);
        const message = { id: turn.id, text: turn.text, lang: this.options.lang, person: this.person.token };
        const reply = await this.api.send(token, message, this.abort.signal);
        this.setReconnecting(false);
        this.answered(turn.id, reply.epoch, reply.answers);
        this.follow(turn.id, reply.answers);
        this.forgetting.go(); // the server is there
        return;
      } catch (error) {
        const problem = error instanceof Problem ? error : new Problem("network");
        if (problem.code === "cancelled") return this.setReconnecting(false);
        if (problem.code === "unauthorized" && !renewed && this.store.read().conversation) {
          renewed = true; // the server does not know the conversation any more: begin another one
          this.store.update((saved) => ({ ...saved, conversation: null, dropped: saved.conversation, last: 0 }));
          continue;
        }
        const pause = PAUSES_MS[attempt];
        if (!problem.passing || pause === undefined) return this.failed(turn.id, problem);
        if (!navigator.onLine) return this.setReconnecting(false);
        this.setReconnecting(true);
        await sleep(problem.retryAfter !== null ? Math.min(problem.retryAfter * 1000, 10_000) : pause);
        if (!this.store.read().turns.some((t) => t.id === turn.id)) return this.setReconnecting(false);
      }
    }
  }

  private async token(signal: AbortSignal): Promise<string> {
    const known = this.store.read().conversation;
    if (known) return known;
    const { conversation, epoch, person } = await this.open(signal);
    if (person) this.person.keep(person);
    this.store.update((saved) => ({ ...noteEpoch(saved, epoch), conversation, last: 0 }));
    return conversation;
  }

  /** Begins a conversation; a host's token that has run out since the page was loaded is replaced once. */
  private async open(signal: AbortSignal): Promise<Opened> {
    const given = this.options.hostToken();
    try {
      return await this.api.open(given, this.person.token, signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "unauthorized") throw error;
      const fresh = await this.options.freshHostToken(given);
      if (signal.aborted) throw new Problem("cancelled");
      if (!fresh) throw error;
      return this.api.open(fresh, this.person.token, signal);
    }
  }

  private answered(id: string, epoch: string, answers: unknown[]): void {
    this.store.update((saved) => {
      if (!saved.turns.some((turn) => turn.id === id)) return saved;
      const changed = saved.epoch !== null && epoch !== "" && saved.epoch !== epoch;
      return {
        ...saved,
        epoch: epoch || saved.epoch,
        last: changed ? 0 : saved.last,
        restarted: false,
        turns: saved.turns.map((turn, at) =>
          turn.id === id
            ? {
                ...turn,
                status: "answered",
                answers,
                problem: undefined,
                // A first message has nothing before it that could be forgotten.
                restartedBefore: (at > 0 && (changed || saved.restarted)) || turn.restartedBefore || undefined,
              }
            : turn,
        ),
      };
    });
  }

  /** Does here what an answer says was done on the server: the shortlist changed, or all was forgotten. */
  private follow(id: string, raw: unknown[]): void {
    const answers = raw.map(readAnswer);
    const forgotten = answers.map((answer) => answer.forgotten).find(Boolean);
    if (forgotten) {
      // Only the answer that says so stays; what comes next begins anew.
      this.store.update(({ conversation, forget, turns, era }) => ({
        ...EMPTY,
        era: era + 1,
        turns: turns.filter((turn) => turn.id === id || turn.status === "pending"),
        forget: conversation ? [...forget, conversation] : forget,
      }));
      if (forgotten === "all") {
        this.person.drop();
        this.shortlist.empty();
      }
    } else if (answers.some((answer) => answer.personal)) void this.shortlist.load();
  }

  private failed(id: string, problem: Problem): void {
    this.setReconnecting(false);
    const retryAt = problem.retryAfter === null ? null : Date.now() + problem.retryAfter * 1000;
    this.store.updateTurn(id, (turn) => ({
      ...turn,
      status: "failed",
      problem: { code: problem.code, text: problem.message, retryAt },
    }));
  }

  /** Fetches what the server knows and this browser does not. Failing is no matter: sending will tell. */
  private async catchUp(): Promise<void> {
    const { conversation, last } = this.store.read();
    if (!conversation || !navigator.onLine) return;
    try {
      let found = await this.api.remembered(conversation, last);
      if (found.epoch !== this.store.read().epoch && last > 0) found = await this.api.remembered(conversation, 0);
      this.store.update((saved) => (saved.conversation === conversation ? merge(saved, found) : saved));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "unauthorized") return;
      this.store.update((saved) =>
        saved.conversation === conversation
          ? { ...saved, conversation: null, dropped: conversation, epoch: null, last: 0, restarted: saved.turns.length > 0 }
          : saved,
      );
    }
  }

  /** A new conversation was begun in some tab: stop waiting for the old one's answer. */
  private abortIfGone(): void {
    if (this.store.state.turns.length === 0) this.abort?.abort();
  }

  private setReconnecting(value: boolean): void {
    if (this.reconnecting === value) return;
    this.reconnecting = value;
    this.onChange();
  }
}

/**
 * One tab at a time. Where the browser has no locks (plain http) or denies them (blocked third-party
 * storage), tabs share no history either, so this tab alone is enough.
 */
async function locked(work: () => Promise<void>): Promise<void> {
  let begun = false;
  try {
    await navigator.locks.request(LOCK, () => {
      begun = true;
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    await work();
  }
}

/** A random UUID; crypto.randomUUID is missing on plain http. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const now = (): string => new Date().toISOString();
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
