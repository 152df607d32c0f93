/** Under each answer: copy it with its references, and say whether it was good. */

import { useId, useState } from "preact/hooks";
import { Problem } from "../api";
import type { Answer } from "../contract";
import { asMarkdown, asText, copyToClipboard } from "../copy";
import type { Turn } from "../store";
import { useShared } from "./context";
import { Icon } from "./icons";

const LONGEST_COMMENT = 500;
// Nobody in need is asked for a rating; small talk deserves none, nor does a question back.
const UNRATED = new Set(["safety", "smalltalk", "error"]);

export function AnswerActions({ answer, turn }: { answer: Answer; turn: Turn }) {
  const [state, setState] = useState("");
  const { strings, announce } = useShared();
  const say = (text: string): void => {
    setState(text);
    announce(text);
  };
  const copy = (text: string) => async (): Promise<void> =>
    say((await copyToClipboard(text)) ? strings.copied : strings.notCopied);
  const rated = !UNRATED.has(answer.kind) && !answer.question && answer.id !== "";
  if (answer.kind === "smalltalk") return null;
  return (
    <div class="actions">
      <button type="button" class="small" onClick={copy(asText(answer))}>
        <Icon name="copy" /> {strings.copyText}
      </button>
      {answer.citations.length ? (
        <button type="button" class="small" onClick={copy(asMarkdown(answer))}>
          <Icon name="copy" /> {strings.copyMarkdown}
        </button>
      ) : null}
      {rated ? <Rate answer={answer} turn={turn} say={say} /> : null}
      {state ? <p class="state">{state}</p> : null}
    </div>
  );
}

function Rate({ answer, turn, say }: { answer: Answer; turn: Turn; say: (text: string) => void }) {
  const { strings, conversation, focusComposer } = useShared();
  const [asking, setAsking] = useState(false);
  const given = turn.ratings?.[answer.id];
  const rate = async (rating: "up" | "down", comment: string): Promise<void> => {
    try {
      await conversation.rate(turn.id, answer.id, rating, comment);
      setAsking(comment === "");
      say(comment ? strings.commentThanks : strings.thanks);
      if (comment) focusComposer();
    } catch (problem) {
      // Trying again would not help with an answer that the server has forgotten.
      const forgotten = problem instanceof Problem && problem.code === "not_found" && problem.message;
      say(forgotten || strings.feedbackFailed);
    }
  };
  return (
    <>
      <span class="thumbs">
        {(["up", "down"] as const).map((rating) => (
          <button
            key={rating}
            type="button"
            class="small"
            aria-label={rating === "up" ? strings.good : strings.bad}
            title={rating === "up" ? strings.good : strings.bad}
            aria-pressed={given?.rating === rating}
            onClick={() => void rate(rating, "")}
          >
            <Icon name={rating} />
          </button>
        ))}
      </span>
      {asking && given ? <Comment onSend={(comment) => rate(given.rating, comment)} /> : null}
    </>
  );
}

function Comment({ onSend }: { onSend: (comment: string) => Promise<void> }) {
  const { strings } = useShared();
  const [comment, setComment] = useState("");
  const id = useId();
  return (
    <form
      class="comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (comment.trim()) void onSend(comment.trim());
      }}
    >
      <label for={id}>{strings.comment}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={LONGEST_COMMENT}
        value={comment}
        onInput={(event) => setComment(event.currentTarget.value)}
      />
      <button type="submit" class="choice">
        {strings.commentSend}
      </button>
    </form>
  );
}
