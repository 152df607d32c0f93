// Keys for those who decide on many facts. They rest while somebody types, and can be switched off.

import { el, say } from "./dom.js";

const KEYS = [
  ["J, K", "next fact, fact before"], ["N", "next fact to decide"], ["T", "next fact to look at twice"], ["A", "accept"], ["Shift+A", "accept a role with everything in it"],
  ["C", "correct"], ["R", "reject"], ["W", "write the fact's passage"], ["U", "undo"], ["S", "go to the source; then ↑ ↓ choose a sentence, Enter adds what it says"],
  ["1, 2, 3, 4", "show all, to decide, to fix, to look at twice"], ["F", "about the article"], ["P", "publish"], ["Ctrl+Enter", "save what is being typed"], ["?", "this list"],
];
const STORE = "waypoint-review-keys";
let on = read() !== "off";

function read() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

/** Listen for keys; gives what ends it. */
export function listen(page) {
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea, dialog")) return;
    const act = on || event.key === "?" ? actions(page)[event.shiftKey && event.key === "A" ? "A" : event.key.toLowerCase()] : null;
    if (!act) return;
    if ("sfp?".includes(event.key.toLowerCase())) act();
    else page.whenCalm(act);
    event.preventDefault();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function actions(page) {
  const fact = page.fact();
  const click = (key) => document.querySelector(`.card.current [aria-keyshortcuts="${key}"]`)?.click();
  const top = (key) => document.querySelector(`.top [aria-keyshortcuts="${key}"]`)?.click();
  return {
    j: () => page.step(1), k: () => page.step(-1), n: () => page.nextUndecided(), t: () => page.nextUnsure(),
    a: () => click("A"), A: () => click("Shift+A"), r: () => click("R"), c: () => click("C"),
    w: () => write(page, fact), u: () => top("U"), f: () => top("F"), p: () => top("P"), "?": () => top("?"),
    s: () => document.querySelector(".column.source").focus(),
    1: () => page.show("all"), 2: () => page.show("decide"), 3: () => page.show("fix"), 4: () => page.show("twice"),
  };
}

function write(page, fact) {
  const heading = page.state.headings.find((one) => one.facts.includes(fact));
  const passage = heading?.passages.find((one) => one.anchor === fact.passage) ?? heading?.passages[0];
  if (passage) page.jump(passage.path);
}

/** The list of keys. */
export function openHelp() {
  const box = el("input", { type: "checkbox", id: "keys-on" });
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    try {
      localStorage.setItem(STORE, on ? "on" : "off");
    } catch {
      say("This browser does not keep the choice.");
    }
  });
  const close = el("button", { type: "button", class: "main", on: { click: () => dialog.close() } }, "Close");
  const dialog = el("dialog", { "aria-labelledby": "keys-title" }, el("h2", { id: "keys-title" }, "Keys"),
    el("dl", { class: "keys" }, KEYS.map(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)])),
    el("label", { class: "switch", for: "keys-on" }, box, " Single keys are on"), el("div", { class: "end" }, close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
