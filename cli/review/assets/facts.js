// The facts in the order of the article: each heading with its facts and its passages.

import { card } from "./cards.js";
import { count, el } from "./dom.js";
import { passageView } from "./passages.js";

/** The facts that the filter shows, in their order. */
export function shownFacts(page) {
  return page.state.headings.flatMap((heading) => ordered(heading).filter((fact) => isShown(page, fact)));
}

/** All headings that have something to show. */
export function factsView(page) {
  const groups = page.state.headings.map((heading) => group(page, heading)).filter(Boolean);
  if (groups.length) return groups;
  const none = { all: "Nothing was found. Choose a sentence of the source to add what it says.", decide: "Everything is decided.",
    fix: "Nothing is wrong." }[page.filter];
  return [el("p", { class: "group" }, none)];
}

function ordered(heading) {
  const rank = { role: 0, figure: 1, attribute: 2, poll: 3, driver: 4 };
  return [...heading.facts].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

const troubles = (page, path) => page.state.problems.filter((one) => one.target === path);

function isShown(page, fact) {
  if (page.filter === "decide") return page.undecided().includes(fact) || fact.path === page.current;
  if (page.filter === "twice") return page.unsure().includes(fact) || fact.path === page.current;
  if (page.filter === "fix") return troubles(page, fact.path).length > 0;
  return true;
}

function group(page, heading) {
  const facts = ordered(heading).filter((fact) => isShown(page, fact));
  const passages = heading.passages.filter((one) => passageShown(page, one));
  if (!facts.length && !passages.length) return null;
  const role = heading.facts.find((fact) => fact.kind === "role");
  const waiting = heading.facts.filter((fact) => fact !== role && fact.review === "proposed");
  if (role) Object.assign(role, { waiting: waiting.length, doubted: waiting.filter((fact) => fact.unsure.length).length });
  const rejected = role?.review === "rejected";
  const cards = facts.map((fact) => card(fact, {
    state: page.state, options: page.options, heading, does: page, editing: page.editing,
    current: fact.path === page.current, problems: troubles(page, fact.path),
  }));
  const used = passages.filter((one) => !one.left_out);
  const unused = passages.filter((one) => one.left_out);
  return el("section", { class: `group${role ? "" : " section"}` }, el("h3", {}, heading.title), cards,
    rejected ? null : used.map((one) => view(page, one)), unused.length ? leftOut(page, unused) : null);
}

function passageShown(page, passage) {
  if (page.filter === "decide" || page.filter === "twice") return false;
  return page.filter === "all" || troubles(page, passage.path).length > 0;
}

function view(page, passage) {
  const node = passageView(passage, { state: page.state, typed: page.typed, problems: troubles(page, passage.path), does: page });
  node.dataset.anchor = passage.anchor;
  return node;
}

/** Source text that no fact rests on: it stays out of the article unless somebody writes it in their own words. */
function leftOut(page, passages) {
  const open = passages.some((one) => page.typed.has(one.anchor));
  return el("details", { class: "unused", open }, el("summary", {}, `${count(passages.length, "passage")} not used`),
    passages.map((one) => view(page, one)));
}
