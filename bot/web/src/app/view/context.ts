/** What every part of the view may use, and the hooks that tie it to the state. */

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Answer, Citation } from "../contract";
import type { Conversation } from "../conversation";
import type { Settings } from "../settings";
import type { Shortlist } from "../shortlist";
import type { Saved, Store } from "../store";
import type { Strings } from "../strings";

export interface Shared {
  settings: Settings;
  strings: Strings;
  conversation: Conversation;
  shortlist: Shortlist;
  /** Sends a message; `fromButton`: the focus follows the answer, since the button stays behind. */
  send: (text: string, fromButton?: boolean) => void;
  openSource: (citations: readonly Citation[], n: number, figures: readonly string[]) => void;
  announce: (text: string) => void;
  /** For when the pressed button goes away: the focus would be lost with it. */
  focusComposer: () => void;
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error("used outside of the app");
  return shared;
}

/** The answer that a part belongs to: its citations, and what the article wrote beside each. */
export interface InAnswer {
  answer: Answer;
  known: ReadonlySet<number>;
  figures: ReadonlyMap<number, readonly string[]>;
  latest: boolean; // of the conversation: its filters are the ones in force
}

export const AnswerContext = createContext<InAnswer | null>(null);

export function useAnswer(): InAnswer {
  const found = useContext(AnswerContext);
  if (!found) throw new Error("used outside of an answer");
  return found;
}

export function useStore(store: Store): Saved {
  const [saved, setSaved] = useState(store.state);
  useEffect(() => {
    setSaved(store.state);
    return store.subscribe(() => setSaved(store.state));
  }, [store]);
  return saved;
}

/** The person's shortlist; the part that asks is drawn anew when it changes. */
export function useShortlist(): Shortlist {
  const { shortlist } = useShared();
  const [, redraw] = useState(0);
  useEffect(() => shortlist.subscribe(() => redraw((nr) => nr + 1)), [shortlist]);
  return shortlist;
}

/** Whether the browser believes that it is online. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}
