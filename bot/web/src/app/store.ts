/**
 * What this browser keeps of the conversation: localStorage of the bot's own origin, shared by its tabs.
 *
 * Every change reads what is stored now, changes it and writes it back in one go, then tells the
 * other tabs; what was lost because two wrote at once is put in again. Where storage is forbidden, the same lives in memory, and only the tokens are kept.
 */

import { Own } from "./own";
import { readCookie, writeCookie } from "./token_cookie";

export type TurnStatus = "pending" | "answered" | "failed";

export interface Rating {
  rating: "up" | "down";
  commented: boolean;
}

export interface Turn {
  id: string; // made here; the server answers the same id only once
  text: string;
  time: string; // ISO
  status: TurnStatus;
  answers: unknown[]; // as the server sent them
  problem?: { code: string; text: string; retryAt: number | null };
  restartedBefore?: boolean; // the server forgot the filters before this one
  ratings?: Record<string, Rating>; // by answer id
}

export interface Saved {
  conversation: string | null; // the token; whoever has it has the conversation
  epoch: string | null;
  last: number; // number of the server's last message that we know
  restarted: boolean; // the server was restarted after the last turn
  turns: Turn[];
  era: number; // one more with each deletion of everything
  dropped: string | null; // the last token that the server did not know any more
  forget: string[]; // tokens of conversations that the server has not said to have forgotten yet
}

const KEY = "waypoint.conversation.1";
const CHANNEL = "waypoint.conversation.1";
const MOST_TURNS = 150;
const MOST_CHARACTERS = 3_500_000; // browsers give 5 million

export const EMPTY: Saved = {
  conversation: null,
  epoch: null,
  last: 0,
  restarted: false,
  turns: [],
  era: 0,
  dropped: null,
  forget: [],
};

export class Store {
  private raw: string | null = null;
  private value: Saved = EMPTY;
  private readonly own = new Own();
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | null;

  constructor(private readonly storage: Storage | null = usableStorage()) {
    this.channel = "BroadcastChannel" in window && storage ? new BroadcastChannel(CHANNEL) : null;
    this.channel?.addEventListener("message", () => this.refresh());
    // Also told by the browser itself, where there is no BroadcastChannel.
    window.addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) this.refresh();
    });
    if (storage) this.read();
    else this.value = { ...EMPTY, ...readCookie() };
  }

  /** The present state; never change it in place. */
  get state(): Saved {
    return this.value;
  }

  /** What is stored now, also by other tabs. */
  read(): Saved {
    const raw = this.storage?.getItem(KEY) ?? null;
    if (this.storage && raw !== this.raw) {
      this.raw = raw;
      const stored = parse(raw);
      this.value = raw === null ? stored : this.own.restore(stored);
      if (this.value !== stored) this.store();
    }
    return this.value;
  }

  update(change: (saved: Saved) => Saved): void {
    const before = this.read();
    const after = change(before);
    if (after === before) return;
    this.own.note(before, after);
    this.value = after;
    this.store();
    this.tell();
  }

  /** Changes one turn if it is still there. */
  updateTurn(id: string, change: (turn: Turn) => Turn): void {
    this.update((saved) =>
      saved.turns.some((turn) => turn.id === id)
        ? { ...saved, turns: saved.turns.map((turn) => (turn.id === id ? change(turn) : turn)) }
        : saved,
    );
  }

  /** Whether a message of this tab waits to be sent. */
  get waits(): boolean {
    return this.own.waits(this.value);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private store(): void {
    this.write();
    this.channel?.postMessage("changed");
  }

  private refresh(): void {
    const before = this.value;
    if (this.read() !== before) this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Writes; the oldest turns go when there is no room. */
  private write(): void {
    if (!this.storage) writeCookie(this.value);
    let kept = { ...this.value, turns: this.value.turns.slice(-MOST_TURNS) };
    for (;;) {
      const raw = JSON.stringify(kept);
      try {
        if (raw.length > MOST_CHARACTERS && kept.turns.length > 1) throw new Error("too much to keep");
        this.storage?.setItem(KEY, raw);
        this.raw = raw;
        this.value = kept;
        return;
      } catch {
        if (kept.turns.length < 2) return; // not even one turn fits: memory has to do
        kept = { ...kept, turns: kept.turns.slice(Math.ceil(kept.turns.length / 4)) };
      }
    }
  }
}

/** Reads what an earlier visit stored; anything unreadable is no history. */
function parse(raw: string | null): Saved {
  try {
    const saved = JSON.parse(raw ?? "null");
    if (typeof saved !== "object" || saved === null || !Array.isArray(saved.turns)) return EMPTY;
    const turns = saved.turns.filter(
      (turn: Turn) => typeof turn?.id === "string" && typeof turn.text === "string" && Array.isArray(turn.answers),
    );
    const forget = Array.isArray(saved.forget) ? saved.forget.filter((one: unknown) => typeof one === "string") : [];
    const era = Number.isSafeInteger(saved.era) ? saved.era : 0;
    return { ...EMPTY, ...saved, turns, era, forget };
  } catch {
    return EMPTY;
  }
}

/** localStorage, or null where the browser forbids it (private modes, blocked third parties). */
export function usableStorage(): Storage | null {
  try {
    const storage = window.localStorage;
    storage.setItem("waypoint.probe", "1");
    storage.removeItem("waypoint.probe");
    return storage;
  } catch {
    return null;
  }
}
