// Publishing: what would change is shown before it is confirmed.

import * as api from "./api.js";
import { count, el, say } from "./dom.js";

const PARTS = {
  article: "Article", "kind of work": "Kinds of work", role: "Roles", figure: "Pay", attribute: "Properties",
  poll: "Polls", reason: "Reasons", notice: "Notices", passage: "Passages",
};

/** Open the dialog; it asks the server what would change. */
export async function openPublishing(state, does) {
  const body = el("div", {}, el("p", {}, "Looking what would change …"));
  const confirm = el("button", { class: "main", type: "button", disabled: true }, "Publish now");
  const close = el("button", { type: "button", on: { click: () => dialog.close() } }, "Not yet");
  const dialog = el("dialog", { "aria-labelledby": "publish-title" },
    el("h2", { id: "publish-title" }, "Publish"), body, el("div", { class: "end" }, close, confirm));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  if (!state.ready) {
    body.replaceChildren(...left(state));
    return;
  }
  try {
    const preview = await api.preview(state.id);
    body.replaceChildren(...changes(preview));
    confirm.disabled = preview.changes.length === 0;
    confirm.addEventListener("click", () => publish(state, preview, body, confirm, close, does));
    confirm.focus();
  } catch (error) {
    body.replaceChildren(...error.message.split("\n").map((line) => el("p", { class: "trouble" }, line)));
  }
}

function left(state) {
  const lines = [
    state.undecided ? `${count(state.undecided, "fact")} to decide.` : null,
    state.problems.length ? `${count(state.problems.length, "problem")} to solve.` : null,
  ];
  return [
    el("p", {}, "This draft is not ready yet:"),
    el("ul", {}, lines.filter(Boolean).map((line) => el("li", {}, line))),
    el("p", {}, "The column at the right leads to each of them."),
  ];
}

function changes(preview) {
  if (!preview.changes.length) return [el("p", {}, "Nothing would change: this is what the bot answers from already.")];
  const groups = Object.keys(PARTS).map((part) => [part, preview.changes.filter((one) => one.part === part)]);
  return [
    el("p", {}, `For the people who ask, ${count(preview.changes.length, "thing")} will change:`),
    el("div", { class: "changes", tabindex: "0", role: "region", "aria-label": "What will change" },
      groups.filter(([, list]) => list.length).map(([part, list]) => [
        el("h3", {}, `${PARTS[part]} (${list.length})`), el("ul", {}, list.map(change)),
      ])),
    el("p", {}, "The running bot answers from it at once. The knowledge file is written to the articles."),
  ];
}

function change(one) {
  const before = one.before === null ? null : el("del", {}, one.before);
  const after = one.after === null ? null : el("ins", {}, one.after);
  const arrow = before && after ? " → " : null;
  const title = one.part === "passage" ? null : el("strong", {}, `${one.title}: `);
  return el("li", {}, el("span", { class: "unseen" }, `${one.change}: `), title, before, arrow, after);
}

async function publish(state, preview, body, confirm, close, does) {
  confirm.disabled = close.disabled = true;
  const step = el("p", { role: "status" }, "Publishing …");
  body.replaceChildren(step);
  const timer = setInterval(async () => {
    const told = await api.progress().catch(() => null);
    if (told?.step) step.textContent = `${told.step} …`;
  }, 700);
  try {
    const done = await api.publish(state.id, preview.version);
    body.replaceChildren(el("p", {}, `Published. The bot answers from knowledge ${done.version} now.`));
    say("Published.");
    close.textContent = "Close";
    does.refresh();
  } catch (error) {
    body.replaceChildren(...error.message.split("\n").map((line) => el("p", { class: "trouble" }, line)));
  } finally {
    clearInterval(timer);
    close.disabled = false;
    close.focus();
  }
}
