/** Polls, reasons and passages. */

import type { Poll } from "../contract";
import { withoutMarks } from "../marks";
import { useAnswer, useShared } from "./context";
import { Marked, Marks, Prose } from "./text";

interface Shown {
  percent: string;
  statement: string;
  details: string[]; // by whom, to which question, of whom; of this poll alone
  marks: (number | null)[];
}

interface Survey {
  heading: string | null; // what its polls have in common, as the answer's text says it
  polls: Shown[];
}

/** Polls by survey: the shares, and to which question and of whom they were asked. */
export function Polls({ text }: { text: string | null }) {
  const { answer } = useAnswer();
  const found = surveys(text ?? "");
  const shown = found.some((survey) => survey.polls.length) ? found : [{ heading: null, polls: answer.polls.map(ofPoll) }];
  return (
    <>
      {shown.map((survey, at) => (
        <section key={at} class={survey.polls.length ? "survey" : undefined}>
          {survey.heading ? (
            <h3>
              <Marked text={survey.heading.replace(/:$/, "")} />
            </h3>
          ) : null}
          <ul class="polls">
            {survey.polls.map((poll, nr) => (
              <PollItem key={nr} poll={poll} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function PollItem({ poll }: { poll: Shown }) {
  return (
    <li>
      <strong class="percent">{poll.percent}</strong>
      <div>
        <p>
          {poll.statement} <Marks of={poll.marks} />
        </p>
        {poll.details.length ? (
          <ul class="details">
            {poll.details.map((detail, at) => (
              <li key={at}>{detail.charAt(0).toUpperCase() + detail.slice(1)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

/** The lines of the block: a heading, its polls; a poll that brings its own details stands alone. */
function surveys(text: string): Survey[] {
  const found: Survey[] = [];
  for (const line of text.split("\n").filter((l) => l.trim())) {
    const last = found[found.length - 1];
    if (!line.startsWith("- ")) found.push({ heading: line, polls: [] });
    else {
      const poll = wordsOf(withoutMarks(line.slice(2)), [...line.matchAll(/\[(\d+)\]/g)].map((mark) => Number(mark[1])));
      const alone = !last || poll.details.length || last.polls.some((other) => other.details.length);
      if (alone) found.push({ heading: null, polls: [poll] });
      else last.polls.push(poll);
    }
  }
  return found;
}

const ofPoll = (poll: Poll): Shown => wordsOf(poll.display, [poll.citation]);

/** `58% of … (study published by JAMA; question: …; 2022)`, or `“One in three” of …`, taken apart. */
function wordsOf(words: string, marks: (number | null)[]): Shown {
  const [, percent = "", rest = words] = /^(\S+%|“[^”]+”) ([^]*)$/.exec(words) ?? [];
  const [, statement, details] = /^([^]*?) \(([^]*; [^]*)\)$/.exec(rest) ?? [];
  return { percent, statement: statement ?? rest, details: details?.split("; ") ?? [], marks };
}

export function Reasons({ text }: { text: string | null }) {
  const { answer } = useAnswer();
  const notes = (text ?? "").split("\n").filter((line) => line.trim() && !line.startsWith("- "));
  if (!answer.reasons.length) return <Prose text={text ?? ""} />;
  return (
    <>
      {notes.map((note, at) => (
        <p key={at}>
          <Marked text={note} />
        </p>
      ))}
      <ul class="reasons">
        {answer.reasons.map((reason, at) => (
          <li key={at}>
            <h3>{reason.driver}</h3>
            <p>
              {reason.summary} <Marks of={reason.citations} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A passage, labelled by whose words it is in. */
export function PassageBlock({ text }: { text: string }) {
  const { answer, known } = useAnswer();
  const { strings } = useShared();
  const numbers = [...text.matchAll(/\[(\d+)\]/g)].map((found) => Number(found[1])).filter((n) => known.has(n));
  const citation = answer.citations.find((c) => c.n === numbers[0]);
  if (answer.kind !== "passages" || !citation) return <Prose text={text} />;
  return (
    <figure class="passage">
      <blockquote>
        <Prose text={text} />
      </blockquote>
      <figcaption>
        {citation.verbatim ? strings.verbatim : strings.summary}: {citation.title}, {citation.publisher}
      </figcaption>
    </figure>
  );
}
