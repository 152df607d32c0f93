/** Text of answers. Always text nodes: what looks like markup is shown as it was written. */

import type { JSX } from "preact";
import { withAmount, withMarks, type Token } from "../marks";
import { useAnswer, useShared } from "./context";

/** A citation mark: a button that opens the passage. */
export function Mark({ n, figures }: { n: number; figures?: readonly string[] }) {
  const { strings, openSource } = useShared();
  const { answer, figures: written } = useAnswer();
  return (
    <button
      type="button"
      class="mark"
      aria-label={strings.source(n)}
      aria-haspopup="dialog"
      onClick={() => openSource(answer.citations, n, figures ?? written.get(n) ?? [])}
    >
      [{n}]
    </button>
  );
}

/** The marks of some citations; a number that the answer does not cite is left out. */
export function Marks({ of, figures }: { of: readonly (number | null)[]; figures?: readonly string[] }) {
  const { known } = useAnswer();
  const shown = of.filter((n): n is number => n !== null && known.has(n));
  return shown.length ? (
    <span class="marks">
      {shown.map((n) => (
        <Mark key={n} n={n} figures={figures} />
      ))}
    </span>
  ) : null;
}

function piece(token: Token, at: number): JSX.Element | string {
  if (token.kind === "mark") return <Mark key={at} n={token.n} />;
  if (token.kind === "amount") return <strong key={at} class="amount">{token.text}</strong>;
  return token.text;
}

/** One line with its citation marks. */
export function Marked({ text }: { text: string }) {
  const { known } = useAnswer();
  return <>{withMarks(text, known).map(piece)}</>;
}

/** A wording of pay, its amount standing out. */
export function Pay({ text }: { text: string }) {
  return <>{withAmount(text).map(piece)}</>;
}

/** Several lines: paragraphs, and lists where lines begin with a dash. */
export function Prose({ text, class: name }: { text: string; class?: string }) {
  const groups: { list: boolean; lines: string[] }[] = [];
  for (const line of text.split("\n").filter((l) => l.trim())) {
    const list = line.startsWith("- ");
    const last = groups[groups.length - 1];
    if (list && last?.list) last.lines.push(line.slice(2));
    else groups.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return (
    <div class={name ? `prose ${name}` : "prose"}>
      {groups.map(({ list, lines }, at) =>
        list ? (
          <ul key={at}>
            {lines.map((line, nr) => (
              <li key={nr}>
                <Marked text={line} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={at}>
            <Marked text={lines[0]!} />
          </p>
        ),
      )}
    </div>
  );
}
