// What is left to do: the running check, with a way to each place.

import { count, el } from "./dom.js";

/** The column beside the facts. */
export function sideView(state, does) {
  const jump = (target) => () => does.jump(target);
  const list = (items) => el("ul", { class: "todo-list" }, items);
  const decide = state.undecided
    ? el("li", {}, el("button", { type: "button", on: { click: () => does.nextUndecided() } },
        el("strong", {}, `${count(state.undecided, "fact")} to decide`), el("span", { class: "instead" }, "Go to the next one")))
    : null;
  const problems = [];
  let last = null;
  for (const one of state.problems) {
    const place = placeOf(state, one);
    if (place !== last) problems.push(el("li", { class: "place" }, place));
    last = place;
    problems.push(el("li", {}, el("button", { type: "button", title: `${one.file}, line ${one.line}`, on: { click: jump(one.target) } },
      el("strong", {}, capital(shortened(one.what))), el("span", { class: "instead" }, `${capital(shortened(one.instead))}.`))));
  }
  const ready = state.ready
    ? el("div", { class: "ready" }, el("strong", {}, "Ready to publish. "), "Everything is decided, and nothing is wrong.")
    : list([decide, ...problems].filter(Boolean));
  return [
    el("div", { class: "head" }, el("h2", {}, state.ready ? "Check" : `Check: ${state.undecided + state.problems.length} left`)),
    ready,
    unplaced(state, does),
  ];
}

function unplaced(state, does) {
  if (!state.unplaced.length) return null;
  const items = state.unplaced.map((one) =>
    el("li", {}, el("button", { type: "button", on: { click: () => does.choose(one.start, one.end) } },
      el("strong", {}, one.as_written), el("span", { class: "instead" }, one.why))));
  return [el("h3", {}, "Found, but not placed"), el("ul", { class: "todo-list" }, items)];
}

/** The heading that a problem stands under. */
function placeOf(state, problem) {
  if (problem.target === "front") return "About the article";
  const here = (one) => one.path === problem.target;
  const heading = state.headings.find((one) => one.facts.some(here) || one.passages.some(here));
  return heading ? heading.title : `${problem.file}, line ${problem.line}`;
}

/** A message of the checker without what only matters in the file. */
function shortened(text) {
  return text
    .replace(/^(?:the|this) passage "[^"]*"/, "this passage")
    .replace(" and take the line <!-- rewrite --> out", "")
    .replace(/^the number out or cite the passage/, "the number out, or cite the passage");
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
