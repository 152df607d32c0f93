/** What a person can press instead of typing. Everything stays visible and usable on older messages. */

import type { Answer, Button, Filter, Page, Question } from "../contract";
import { saveFile } from "../download";
import { useAnswer, useShared } from "./context";
import { Icon } from "./icons";

export function Choices({ options, label }: { options: readonly Button[]; label: string }) {
  const { send } = useShared();
  return (
    <ul class="choices" aria-label={label}>
      {options.map((option, at) => (
        <li key={at}>
          <button type="button" class="choice" onClick={() => send(option.message, true)}>
            {option.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The filters in force. Those of an older answer no longer are, so they only say what they were. */
export function Filters({ filters }: { filters: readonly Filter[] }) {
  const { strings, send } = useShared();
  const { latest } = useAnswer();
  return (
    <ul class="filters" aria-label={strings.filters}>
      {filters.map((filter) => (
        <li key={filter.id}>
          {latest && filter.remove && !filter.remove.startsWith("/") ? (
            <button
              type="button"
              class="chip"
              aria-label={strings.removeFilter(filter.label)}
              onClick={() => send(filter.remove, true)}
            >
              <span>{filter.label}</span>
              <Icon name="close" />
            </button>
          ) : (
            <span class="chip">{filter.label}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Paging({ page }: { page: Page }) {
  const { strings, send } = useShared();
  if (!page.next && !page.previous) return null;
  return (
    <div class="paging">
      <span>{strings.page(page.first, page.last, page.total)}</span>
      {page.previous ? (
        <button type="button" class="choice" onClick={() => send(page.previous!, true)}>
          {strings.previous}
        </button>
      ) : null}
      {page.next ? (
        <button type="button" class="choice" onClick={() => send(page.next!, true)}>
          {strings.more}
        </button>
      ) : null}
    </div>
  );
}

/** The file that goes with an answer. */
export function Download({ file }: { file: NonNullable<Answer["file"]> }) {
  const { strings } = useShared();
  return (
    <div class="choices">
      <button type="button" class="choice" onClick={() => saveFile(new Blob([file.content], { type: file.type }), file.name)}>
        {strings.download(file.name)}
      </button>
    </div>
  );
}

/** A guided question: where one stands, the question, its options, and why it is asked. */
export function QuestionBlock({ question, text }: { question: Question; text: string | null }) {
  const { strings } = useShared();
  const options = question.skippable
    ? [...question.options, { title: strings.skip, message: strings.skipMessage }]
    : question.options;
  const rest = furtherWords(text, question);
  return (
    <div class="question">
      {question.step !== null && question.steps !== null ? (
        <p class="step">{strings.step(question.step, question.steps)}</p>
      ) : null}
      <p class="asked">{question.text}</p>
      {question.why ? (
        <p class="why">
          {strings.why} {question.why}
        </p>
      ) : null}
      <Choices options={options} label={question.text} />
      {rest ? <p class="why">{rest}</p> : null}
    </div>
  );
}

/** What the block says beyond the question and its list of options, which are shown as buttons. */
function furtherWords(text: string | null, question: Question): string {
  if (!text?.startsWith(question.text)) return text ?? "";
  return text.slice(question.text.length).trim().replace(/^\([^()]*\)\s*/, "");
}
