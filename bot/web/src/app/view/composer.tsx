/** Where the person writes. Enter sends, Shift+Enter begins a new line. */

import type { RefObject } from "preact";
import { useId, useLayoutEffect, useState } from "preact/hooks";
import { useShared } from "./context";
import { Icon } from "./icons";

export const LONGEST_MESSAGE = 5_000; // characters, as the server counts them
const COUNT_FROM = 4_500;
const DRAFT = "waypoint.draft";

export function Composer({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const { strings, send } = useShared();
  const [text, setText] = useState(readDraft);
  const length = [...text].length;
  const left = LONGEST_MESSAGE - length;
  const sendable = text.trim() !== "" && left >= 0;
  const [field, counter] = [useId(), useId()];
  useLayoutEffect(() => writeDraft(text), [text]); // at once: the page may be left right after a key
  useLayoutEffect(() => grow(area.current), [text]);

  const submit = (): void => {
    if (!sendable) return;
    send(text.trim());
    setText("");
    area.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label class="visually-hidden" for={field}>
        {strings.write}
      </label>
      <textarea
        id={field}
        ref={area}
        rows={1}
        value={text}
        placeholder={strings.placeholder}
        autocomplete="off"
        enterkeyhint="send"
        aria-describedby={length >= COUNT_FROM ? counter : undefined}
        aria-invalid={left < 0}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter also ends a word in input methods for other scripts; that one is not ours.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="send" aria-label={strings.send} title={strings.send} aria-disabled={!sendable}>
        <Icon name="send" />
      </button>
      {length >= COUNT_FROM ? (
        <p id={counter} class={left < 0 ? "counter over" : "counter"}>
          {left < 0 ? strings.tooLong(-left) : strings.left(left)}
        </p>
      ) : null}
    </form>
  );
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`; // and its border
}

function readDraft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? "";
  } catch {
    return "";
  }
}

function writeDraft(text: string): void {
  try {
    sessionStorage.setItem(DRAFT, text);
  } catch {
    // No storage: the draft lives as long as the page.
  }
}
