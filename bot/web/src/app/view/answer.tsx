/** One answer of the contract, block by block. */

import { Fragment, type JSX } from "preact";
import { useMemo } from "preact/hooks";
import { readAnswer, type Answer, type Block } from "../contract";
import { segments, withoutMarks } from "../marks";
import { AnswerContext, useShared, type InAnswer } from "./context";
import { Choices, Download, Filters, Paging, QuestionBlock } from "./buttons";
import { ComparisonTable } from "./comparison";
import { PassageBlock, Polls, Reasons } from "./facts";
import { References } from "./references";
import { FoldedRoles, pairLines, RoleItems } from "./roles";
import { Safety } from "./safety";
import { Prose } from "./text";

const cache = new WeakMap<object, Answer>();

/** The answer in a raw message; read once. */
export function answerOf(raw: unknown): Answer {
  if (typeof raw !== "object" || raw === null) return readAnswer(raw);
  let answer = cache.get(raw);
  if (!answer) cache.set(raw, (answer = readAnswer(raw)));
  return answer;
}

/** What is read aloud of an answer: its first words and what it asks, not its cards. */
export function spoken(answer: Answer): string {
  const lead = answer.blocks.find((block) => block.type === "lead" && block.text) ?? answer.blocks[0];
  const words = withoutMarks((lead?.text ?? answer.text).split("\n")[0]!);
  if (answer.kind === "safety") return withoutMarks(answer.text);
  const asked = answer.question && !words.includes(answer.question.text) ? ` ${answer.question.text}` : "";
  return words.slice(0, 300) + asked;
}

export function AnswerView({ answer, latest }: { answer: Answer; latest: boolean }) {
  const { strings } = useShared();
  const inside = useMemo<InAnswer>(
    () => ({ answer, latest, known: new Set(answer.citations.map((c) => c.n)), figures: writtenFigures(answer) }),
    [answer, latest],
  );
  const plan = useMemo(() => arrange(answer), [answer]);
  const chipsAfter = Math.max(0, plan.findIndex((part) => part.type === "lead"));
  // A page button says the same as the suggestion beside it.
  const suggestions = answer.suggestions.filter((s) => s.message !== answer.page?.next);
  return (
    <AnswerContext.Provider value={inside}>
      <div class={`answer kind-${/^[a-z_]+$/.test(answer.kind) ? answer.kind : "other"}`}>
        {plan.map((part, at) => (
          <Fragment key={at}>
            <BlockView part={part} answer={answer} />
            {at === chipsAfter && answer.filters.length ? <Filters filters={answer.filters} /> : null}
          </Fragment>
        ))}
        {answer.page ? <Paging page={answer.page} /> : null}
        {answer.file ? <Download file={answer.file} /> : null}
        {suggestions.length ? <Choices options={suggestions} label={strings.suggestions} /> : null}
        {answer.citations.length ? <References /> : null}
      </div>
    </AnswerContext.Provider>
  );
}

type Part = Block & { items?: ReturnType<typeof pairLines> };

/**
 * The blocks in the order in which they are shown: a caveat goes before the list that it is about,
 * so that it is read with the best match; examples that are buttons anyway are not said twice.
 */
function arrange(answer: Answer): Part[] {
  const shown: Part[] = answer.blocks.filter(
    (block) => block.type !== "notice" || !(saysSuggestions(block, answer) || saysFacts(block, answer)),
  );
  const listAt = shown.findIndex((block) => block.type === "roles");
  if (listAt >= 0 && answer.kind === "roles") {
    const caveats = shown.filter((block) => block.type === "caveat");
    const rest = shown.filter((block) => block.type !== "caveat");
    rest.splice(rest.findIndex((block) => block.type === "roles"), 0, ...caveats);
    return pair(rest, answer);
  }
  return pair(shown, answer);
}

/** Gives each block of roles its own share of them: an answer about one kind of work has several. */
function pair(parts: Part[], answer: Answer): Part[] {
  let waiting = answer.roles;
  const last = parts.map((part) => part.type).lastIndexOf("roles");
  return parts.map((part, at) => {
    const holds = part.type === "roles" || (part.type === "lead" && answer.kind === "role");
    if (!holds) return part;
    const paired = pairLines(part.text, waiting);
    const found = paired.filter((item) => "role" in item && item.line !== null);
    waiting = waiting.slice(found.length);
    // Roles without a line of their own are shown with the last list, not with every one.
    const items = part.type === "roles" && at === last ? paired : paired.filter((i) => "note" in i || i.line !== null);
    return { ...part, items };
  });
}

function BlockView({ part, answer }: { part: Part; answer: Answer }): JSX.Element | null {
  const { strings } = useShared();
  const text = part.text ?? "";
  switch (part.type) {
    case "lead":
      if (answer.kind === "safety") return <Safety text={text} />;
      return part.items?.some((item) => "role" in item) ? (
        <RoleItems items={part.items} />
      ) : (
        <Prose text={text} class="lead" />
      );
    case "roles":
      return <RoleItems items={listed(part, answer)} />;
    case "near_misses":
      return (
        <FoldedRoles text={part.text} roles={answer.nearMisses} open={!answer.roles.length} fallback={strings.nearest} />
      );
    case "not_stated":
      return (
        <FoldedRoles
          text={part.text}
          roles={answer.notStated}
          open={!answer.roles.length && !answer.nearMisses.length}
          fallback={strings.noFigure}
        />
      );
    case "polls":
      return <Polls text={part.text} />;
    case "reasons":
      return <Reasons text={part.text} />;
    case "passages":
      return <PassageBlock text={text} />;
    case "comparison":
      return answer.comparison ? (
        <ComparisonTable comparison={answer.comparison} label={strings.comparison} />
      ) : (
        <Prose text={text} />
      );
    case "question":
      return answer.question ? <QuestionBlock question={answer.question} text={part.text} /> : <Prose text={text} />;
    case "caveat":
    case "notice":
      return text ? <Prose text={text} class={part.type} /> : null;
    default: // a kind of block that is newer than this app
      return text ? <Prose text={text} /> : null;
  }
}

/** The last line tells people who type how to page; here there is a button for it. */
function listed(part: Part, answer: Answer): ReturnType<typeof pairLines> {
  const items = part.items ?? [];
  const last = items[items.length - 1];
  return answer.page?.next && last && "note" in last ? items.slice(0, -1) : items;
}

/** Whether a notice only names, in quotes, what the suggestions offer as buttons. */
function saysSuggestions(block: Block, answer: Answer): boolean {
  const quoted = [...(block.text ?? "").matchAll(/“([^”]*)”/g)].map((found) => found[1]!);
  const titles = new Set(answer.suggestions.map((s) => s.title));
  const between = (block.text ?? "").replace(/“[^”]*”/g, "");
  return quoted.length > 0 && quoted.every((title) => titles.has(title)) && between.length < 30;
}

/** Whether a notice only repeats what the card of the one role lists. */
function saysFacts(block: Block, answer: Answer): boolean {
  if (answer.kind !== "role" || !answer.roles[0]) return false;
  const displays = new Set(answer.roles[0].attributes.map((attribute) => attribute.display));
  const said = segments(block.text ?? "");
  return said.length > 0 && said.every((segment) => displays.has(segment.text));
}

/** What the articles wrote, by citation: where the browser is to jump to in the original. */
function writtenFigures(answer: Answer): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const add = (n: number | null, text: string): void => {
    if (n !== null && text) found.set(n, [...new Set([...(found.get(n) ?? []), text])]);
  };
  for (const role of [...answer.roles, ...answer.nearMisses, ...answer.notStated]) {
    for (const figure of role.figures) add(figure.citation, figure.asWritten);
  }
  for (const poll of answer.polls) add(poll.citation, /^\S+%/.exec(poll.display)?.[0] ?? "");
  return found;
}
