/** The conversation, and where in it one is: a new answer is shown from its beginning. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Saved } from "../store";
import { useShared } from "./context";
import { Choices } from "./buttons";
import { TurnView } from "./turn";

const SHOWN_AT_FIRST = 25; // turns; a long history would make every answer slower
const MARGIN = 8; // pixels above an answer's first line

export function Log({ saved, reconnecting }: { saved: Saved; reconnecting: boolean }) {
  const { settings, strings } = useShared();
  const box = useRef<HTMLElement>(null);
  const [older, setOlder] = useState(() => Math.max(0, saved.turns.length - SHOWN_AT_FIRST)); // not shown
  const [missed, setMissed] = useState(false);
  const away = useRef(false); // the person scrolled elsewhere since the last message was sent
  const turns = saved.turns.slice(older);
  const last = saved.turns[saved.turns.length - 1];
  const answered = [...saved.turns].reverse().find((turn) => turn.status === "answered");

  useEffect(() => {
    const all = (): void => setOlder(0);
    window.addEventListener("beforeprint", all);
    return () => window.removeEventListener("beforeprint", all);
  }, []);
  useLayoutEffect(() => {
    if (!last) return;
    if (last.status !== "answered") away.current = false;
    if (away.current) setMissed(true);
    else showTurn(box.current, last.id);
  }, [last?.id, last?.status, reconnecting]);

  return (
    <main
      ref={box}
      class="log"
      tabIndex={0}
      aria-label={strings.conversation}
      onWheel={() => (away.current = true)}
      onTouchMove={() => (away.current = true)}
    >
      <div class="welcome">
        <p>{settings.greeting}</p>
        {saved.turns.length === 0 ? (
          <>
            <p class="label">{strings.tryAsking}</p>
            <Choices label={strings.tryAsking} options={strings.starters.map((s) => ({ title: s, message: s }))} />
          </>
        ) : null}
      </div>
      {older > 0 ? (
        <button
          type="button"
          class="choice earlier"
          onClick={() => {
            setOlder(Math.max(0, older - SHOWN_AT_FIRST));
            box.current?.focus({ preventScroll: true });
          }}
        >
          {strings.earlier}
        </button>
      ) : null}
      <ol class="turns">
        {turns.map((turn) => (
          <TurnView
            key={turn.id}
            turn={turn}
            reconnecting={reconnecting}
            latest={turn === answered && !saved.restarted}
          />
        ))}
      </ol>
      {saved.restarted ? <p class="event">{strings.restarted}</p> : null}
      {missed && last ? (
        <button
          type="button"
          class="missed"
          onClick={() => {
            setMissed(false);
            away.current = false;
            showTurn(box.current, last.id);
            box.current?.focus({ preventScroll: true });
          }}
        >
          {strings.newAnswer}
        </button>
      ) : null}
    </main>
  );
}

/**
 * Scrolls to a turn: to the end when question and answer fit together, else to the answer's first
 * line, so that the best match is what one sees and not the end of a long list.
 */
function showTurn(box: HTMLElement | null, id: string): void {
  const turn = box?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(id)}"]`);
  if (!box || !turn) return;
  const answer = turn.querySelector<HTMLElement>(".theirs");
  const fits = turn.offsetHeight <= box.clientHeight - 2 * MARGIN;
  const target = fits || !answer ? turn : answer;
  const top = target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTo({ top: fits || !answer ? box.scrollHeight : top - MARGIN });
}
