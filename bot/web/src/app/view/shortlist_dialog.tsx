/** The person's shortlist: what is on it, files to take away, and what is known of them. */

import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../contract";
import type { FileEnding } from "../shortlist";
import { AnswerView } from "./answer";
import { useShared, useShortlist } from "./context";
import { Modal } from "./modal";

const FILES: readonly FileEnding[] = ["md", "csv", "html"];

interface Props {
  onClose: () => void;
  onForgotten: () => void;
}

export function ShortlistDialog({ onClose, onForgotten }: Props) {
  const { strings } = useShared();
  const shortlist = useShortlist();
  const [forgetting, setForgetting] = useState(false);
  useEffect(() => void shortlist.load(), []);
  if (forgetting) return <ForgetDialog onClose={() => setForgetting(false)} onForgotten={onForgotten} />;
  return (
    <Modal title={strings.shortlist} onClose={onClose} class="shortlist">
      {shortlist.failed ? <p class="event">{strings.shortlistFailed}</p> : null}
      <Contents answer={shortlist.answer} count={shortlist.count} />
      <About onClose={onClose} onForget={() => setForgetting(true)} />
    </Modal>
  );
}

function Contents({ answer, count }: { answer: Answer | null; count: number }) {
  const { strings } = useShared();
  const shows = answer !== null && answer.kind === "shortlist";
  return (
    <>
      {shows ? <AnswerView answer={listOnly(answer)} latest={false} /> : <p>{strings.shortlistEmpty}</p>}
      {shows && count > 0 ? <TakeAway /> : null}
      <p class="label">{strings.shortlistKept}</p>
    </>
  );
}

/** The answer without what belongs into a conversation: its heading, what to say next. */
const listOnly = (answer: Answer): Answer => ({
  ...answer,
  blocks: answer.blocks.filter((block) => block.type !== "lead"),
  suggestions: [],
});

function TakeAway() {
  const { strings, shortlist, announce } = useShared();
  const [told, setTold] = useState("");
  const say = (text: string): void => {
    setTold(text);
    announce(text);
  };
  const download = (ending: FileEnding): void => {
    shortlist.download(ending).then(
      () => say(strings.downloaded),
      () => say(strings.notDownloaded),
    );
  };
  return (
    <div class="take-away" role="group" aria-label={strings.takeAway}>
      <span class="label">{strings.takeAway}</span>
      {FILES.map((ending) => (
        <button key={ending} type="button" class="choice" onClick={() => download(ending)}>
          {strings.files[ending]}
        </button>
      ))}
      {told ? <p class="state">{told}</p> : null}
    </div>
  );
}

function About({ onClose, onForget }: { onClose: () => void; onForget: () => void }) {
  const { strings, send } = useShared();
  const ask = (): void => {
    onClose();
    send(strings.knownMessage, true);
  };
  return (
    <div class="dialog-buttons">
      <button type="button" class="choice quiet" onClick={ask}>
        {strings.known}
      </button>
      <button type="button" class="choice strong" onClick={onForget}>
        {strings.forget}
      </button>
      <button type="button" class="choice" onClick={onClose}>
        {strings.closeSource}
      </button>
    </div>
  );
}

/** Makes sure, deletes, and says it only when it is done. */
function ForgetDialog({ onClose, onForgotten }: Props) {
  const { strings, shortlist, conversation, announce } = useShared();
  const [failed, setFailed] = useState(false);
  const [working, setWorking] = useState(false);
  const forget = (): void => {
    setWorking(true);
    shortlist.forget().then(
      () => {
        conversation.restart();
        announce(strings.forgotten);
        onForgotten();
      },
      () => {
        setWorking(false);
        setFailed(true);
        announce(strings.notForgotten);
      },
    );
  };
  return (
    <Modal title={strings.forgetQuestion} onClose={onClose} class="confirm">
      <p>{strings.forgetText}</p>
      {failed ? <p class="event">{strings.notForgotten}</p> : null}
      <div class="dialog-buttons">
        <button type="button" class="choice" onClick={onClose}>
          {strings.cancel}
        </button>
        <button type="button" class="choice strong" disabled={working} onClick={forget}>
          {strings.forgetYes}
        </button>
      </div>
    </Modal>
  );
}
