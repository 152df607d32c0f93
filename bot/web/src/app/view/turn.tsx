/** One exchange: what the person wrote, where it is, and what came back. */

import { useEffect, useState } from "preact/hooks";
import type { Turn } from "../store";
import { AnswerActions } from "./actions";
import { answerOf, AnswerView } from "./answer";
import { Boundary } from "./boundary";
import { useOnline, useShared } from "./context";

const SLOW_MS = 6_000;

export function TurnView({ turn, latest, reconnecting }: { turn: Turn; latest: boolean; reconnecting: boolean }) {
  const { strings } = useShared();
  return (
    <li class="turn" data-turn={turn.id}>
      {turn.restartedBefore ? <p class="event">{strings.restarted}</p> : null}
      <div class="mine">
        <p>
          <span class="visually-hidden">{strings.you}: </span>
          <span class="words">{turn.text}</span>
        </p>
      </div>
      {turn.status === "pending" ? <Waiting reconnecting={reconnecting} /> : null}
      {turn.status === "failed" ? <Failed turn={turn} /> : null}
      {turn.answers.map((raw, at) => {
        const answer = answerOf(raw);
        return (
          <article key={at} class="theirs" tabIndex={-1}>
            <h2 class="visually-hidden">{strings.bot}</h2>
            <Boundary text={answer.text} note={strings.broken}>
              <AnswerView answer={answer} latest={latest && at === turn.answers.length - 1} />
            </Boundary>
            <AnswerActions answer={answer} turn={turn} />
          </article>
        );
      })}
    </li>
  );
}

/** The typing sign; after a while it says that it goes on. */
function Waiting({ reconnecting }: { reconnecting: boolean }) {
  const { strings } = useShared();
  const online = useOnline();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!online) return <p class="state">{strings.waiting}</p>;
  return (
    <div class="waiting">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class={reconnecting || slow ? "" : "visually-hidden"}>
        {reconnecting ? strings.reconnecting : slow ? strings.stillWorking : strings.working}
      </span>
    </div>
  );
}

function Failed({ turn }: { turn: Turn }) {
  const { strings, conversation, focusComposer } = useShared();
  const seconds = useCountdown(turn.problem?.retryAt ?? null);
  const waits = seconds > 0;
  return (
    <div class="failed">
      <p>
        <strong>{strings.notSent}</strong> {reasonOf(turn, strings)}
      </p>
      <div class="choices">
        <button
          type="button"
          class="choice"
          aria-disabled={waits}
          onClick={() => {
            if (waits) return;
            conversation.retry(turn.id);
            focusComposer();
          }}
        >
          {waits ? strings.tryAgainIn(seconds) : strings.tryAgain}
        </button>
        <button
          type="button"
          class="choice quiet"
          onClick={() => {
            conversation.discard(turn.id);
            focusComposer();
          }}
        >
          {strings.discard}
        </button>
      </div>
    </div>
  );
}

export function reasonOf(turn: Turn, strings: { notReached: string; timedOut: string }): string {
  if (turn.problem?.text) return turn.problem.text;
  return turn.problem?.code === "timeout" ? strings.timedOut : strings.notReached;
}

/** Whole seconds until a moment, 0 when it has passed. */
function useCountdown(until: number | null): number {
  const left = (): number => (until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (left() === 0) return undefined;
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
