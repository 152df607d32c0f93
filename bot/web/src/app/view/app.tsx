/** Puts the parts together: header, conversation, composer, dialogs, and the voice for screen readers. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Conversation } from "../conversation";
import type { Host } from "../host";
import type { Settings } from "../settings";
import type { Shortlist } from "../shortlist";
import type { Store } from "../store";
import { answerOf, spoken } from "./answer";
import { Composer } from "./composer";
import { SharedContext, useOnline, useStore, type Shared } from "./context";
import { Header } from "./header";
import { Log } from "./log";
import { Modal } from "./modal";
import { ShortlistDialog } from "./shortlist_dialog";
import { SourceDialog, type Opened } from "./source_dialog";
import { reasonOf } from "./turn";

interface Props {
  settings: Settings;
  store: Store;
  conversation: Conversation;
  shortlist: Shortlist;
  host: Host;
}

export function App({ settings, store, conversation, shortlist, host }: Props) {
  const { strings } = settings;
  const saved = useStore(store);
  const online = useOnline();
  const [, redraw] = useState(0);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [restarting, setRestarting] = useState(false);
  const [listing, setListing] = useState(false);
  const [voice, setVoice] = useState({ text: "", nr: 0 });
  const area = useRef<HTMLTextAreaElement>(null);
  const pressed = useRef<{ turn: string; button: Element | null } | null>(null);

  const announce = (text: string): void => setVoice((before) => ({ text, nr: before.nr + 1 }));
  useEffect(() => {
    host.onShown = () => area.current?.focus();
    host.onChange = conversation.onChange = () => redraw((nr) => nr + 1);
    if (!host.embedded) area.current?.focus();
    host.ready(); // not before there is someone to hear the answer
  }, []);
  useNews(saved, (turn) => {
    announce(
      turn.status === "answered"
        ? turn.answers.map((raw) => spoken(answerOf(raw))).join(" ")
        : `${strings.notSent} ${reasonOf(turn, strings)}`,
    );
    followPress(turn.id, pressed);
  });
  useEscape(() => host.close());

  const shared = useMemo<Shared>(
    () => ({
      settings,
      strings,
      conversation,
      shortlist,
      announce,
      focusComposer: () => area.current?.focus(),
      openSource: (citations, n, figures) => setOpened({ citations, n, figures }),
      send: (text, fromButton) => {
        const turn = conversation.send(text);
        pressed.current = fromButton ? { turn, button: document.activeElement } : null;
      },
    }),
    [],
  );
  return (
    <SharedContext.Provider value={shared}>
      <Header
        host={host}
        empty={saved.turns.length === 0}
        onRestart={() => setRestarting(true)}
        onShortlist={() => setListing(true)}
      />
      <Log key={saved.turns.length === 0 ? "empty" : "log"} saved={saved} reconnecting={conversation.reconnecting} />
      <footer>
        {online ? null : <p class="banner">{strings.offline}</p>}
        <Composer area={area} />
      </footer>
      <div class="visually-hidden" aria-live="polite" aria-atomic="true" data-voice="">
        <p key={voice.nr}>{voice.text}</p>
      </div>
      <div class="visually-hidden" role="status">
        {online ? "" : strings.offline}
      </div>
      {listing ? (
        <ShortlistDialog
          onClose={() => setListing(false)}
          onForgotten={() => {
            setListing(false);
            requestAnimationFrame(() => area.current?.focus());
          }}
        />
      ) : null}
      {opened ? <SourceDialog opened={opened} onClose={() => setOpened(null)} /> : null}
      {restarting ? (
        <Modal title={strings.restartQuestion} onClose={() => setRestarting(false)} class="confirm">
          <p>{strings.restartText}</p>
          <div class="dialog-buttons">
            <button type="button" class="choice" onClick={() => setRestarting(false)}>
              {strings.cancel}
            </button>
            <button
              type="button"
              class="choice strong"
              onClick={() => {
                conversation.restart();
                setRestarting(false);
                requestAnimationFrame(() => area.current?.focus());
              }}
            >
              {strings.restartYes}
            </button>
          </div>
        </Modal>
      ) : null}
    </SharedContext.Provider>
  );
}

type Turns = ReturnType<typeof useStore>["turns"];

/** Tells of turns that ended since the last look; never of history. */
function useNews(saved: { turns: Turns }, tell: (turn: Turns[number]) => void): void {
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    for (const turn of saved.turns) {
      if (turn.status === "pending") waiting.current.add(turn.id);
      else if (waiting.current.delete(turn.id)) tell(turn);
    }
  }, [saved]);
}

/** After a button was pressed the focus goes on to the answer, unless the person went elsewhere. */
function followPress(id: string, pressed: { current: { turn: string; button: Element | null } | null }): void {
  const press = pressed.current;
  if (press?.turn !== id) return;
  pressed.current = null;
  const focused = document.activeElement;
  if (focused !== press.button && focused !== document.body) return;
  const turn = document.querySelector<HTMLElement>(`[data-turn="${CSS.escape(id)}"] .theirs`);
  turn?.focus({ preventScroll: true });
}

/** Escape leaves the chat, unless a dialog is open: that one closes itself. */
function useEscape(leave: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.isComposing && !document.querySelector("dialog[open]")) leave();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
