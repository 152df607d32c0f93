/**
 * What this tab wrote and another tab may have overwritten.
 *
 * A browser shows one tab's writes to another a moment later, so of two that write at once each may
 * write back a state that lacks what the other has just stored. What is ours is then put in again.
 */

import type { Saved, Turn } from "./store";

export class Own {
  private readonly turns = new Map<string, Turn>(); // pending or answered, and not yet seen as stored by others
  private conversation: string | null = null; // begun by this tab
  private last: Saved | null = null; // as this tab wrote it

  /** Remembers what this tab is about to store in place of `before`. */
  note(before: Saved, after: Saved): void {
    if (after.era !== before.era) this.turns.clear();
    const known = new Map(before.turns.map((turn) => [turn.id, turn]));
    for (const turn of after.turns) {
      const changed = known.get(turn.id) !== turn;
      known.delete(turn.id);
      if (turn.status === "failed") this.turns.delete(turn.id); // whoever discards it takes nothing from us
      else if (changed) this.turns.set(turn.id, turn);
    }
    for (const gone of known.keys()) this.turns.delete(gone);
    if (after.conversation !== before.conversation) this.conversation = after.conversation;
    this.last = after;
  }

  /** What another tab stored, with what it lacks of ours; itself where it lacks nothing. */
  restore(stored: Saved): Saved {
    if (this.last && stored.era < this.last.era) return this.last; // written before it heard of our deletion
    if (this.last && stored.era > this.last.era) this.forget();
    let restored = stored;
    if (!stored.conversation && this.conversation && stored.dropped !== this.conversation) {
      restored = { ...restored, conversation: this.conversation };
    }
    const turns = this.withOurs(stored.turns);
    return turns === stored.turns ? restored : { ...restored, turns };
  }

  /** Whether something of ours waits to be sent in this state. */
  waits(saved: Saved): boolean {
    return saved.turns.some((turn) => turn.status === "pending" && this.turns.has(turn.id));
  }

  private withOurs(stored: Turn[]): Turn[] {
    let turns = stored;
    for (const [id, ours] of this.turns) {
      const theirs = stored.find((turn) => turn.id === id);
      if (!theirs && (ours.status === "pending" || !droppedForRoom(ours, stored))) turns = inOrder(turns, ours);
      else if (theirs?.status === "pending" && ours.status === "answered") {
        turns = turns.map((turn) => (turn.id === id ? ours : turn));
      } else if (theirs?.status !== "pending") this.turns.delete(id); // others have it as it is
    }
    return turns;
  }

  private forget(): void {
    this.turns.clear();
    this.conversation = null;
    this.last = null;
  }
}

/** The oldest go when there is no room. */
function droppedForRoom(ours: Turn, stored: Turn[]): boolean {
  return stored[0] !== undefined && ours.time < stored[0].time;
}

function inOrder(turns: Turn[], added: Turn): Turn[] {
  const later = turns.findIndex((turn) => turn.time > added.time);
  return later < 0 ? [...turns, added] : [...turns.slice(0, later), added, ...turns.slice(later)];
}
