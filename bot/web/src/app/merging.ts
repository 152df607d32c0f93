/** Brings together what this browser keeps of the conversation and what the server remembers of it. */

import type { Remembered } from "./api";
import type { Saved, Turn } from "./store";

/** Takes over answers and messages that the server remembers; what is known already stays as it is. */
export function merge(saved: Saved, found: Remembered): Saved {
  const fresh = noteEpoch(saved, found.epoch);
  const byId = new Map(found.messages.map((message) => [message.id, message]));
  let changed = fresh !== saved || fresh.last !== found.last;
  const turns = fresh.turns.map((turn): Turn => {
    const message = byId.get(turn.id);
    if (!message?.answers.length || turn.status === "answered") return turn;
    changed = true;
    return { ...turn, status: "answered", answers: message.answers, problem: undefined };
  });
  const added = addUnknown(turns, found.messages);
  return changed || added ? { ...fresh, last: found.last, turns } : saved;
}

/**
 * Puts messages that this browser does not have where the server has them. Those before the first one
 * that it has were dropped here for want of room, and stay so.
 */
function addUnknown(turns: Turn[], messages: Remembered["messages"]): boolean {
  const known = new Set(turns.map((turn) => turn.id));
  let at = messages.some((message) => known.has(message.id)) ? -1 : turns.length;
  let added = false;
  for (const { id, message, answers, time } of messages) {
    if (known.has(id)) at = turns.findIndex((turn) => turn.id === id) + 1;
    else if (at >= 0 && answers.length) {
      turns.splice(at, 0, { id, text: String(message), time: String(time), status: "answered", answers });
      at += 1;
      added = true;
    }
  }
  return added;
}

export function noteEpoch(saved: Saved, epoch: string): Saved {
  if (!epoch || saved.epoch === epoch) return saved;
  const restarted = saved.epoch !== null && saved.turns.some((turn) => turn.status === "answered");
  return { ...saved, epoch, last: 0, restarted: restarted || saved.restarted };
}
