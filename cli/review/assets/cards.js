// One card a fact: what it says, where it says so, and what a person may do with it.

import { el } from "./dom.js";
import { form, lookTwice, plain } from "./forms.js";

const LABELS = { role: "Role", figure: "Pay", attribute: "Property", poll: "Poll", driver: "Reason" };
const STATES = { proposed: "To decide", accepted: "Accepted", rejected: "Rejected" };
const PASSAGE_FIRST = { role: "pay_note_passage" };

/** What a fact is known by as long as the draft lives; its path shifts when others come and go. */
export const idOf = (fact) => fact.values.key ?? fact.path;

/**
 * A card.
 * @param {object} fact As the server's state has it.
 * @param {object} about {state, options, problems, current, editing, does}
 */
export function card(fact, about) {
  const { current, problems, does } = about;
  const editing = about.editing === idOf(fact);
  const node = el("article", {
    class: `card ${fact.kind} ${fact.review}${current ? " current" : ""}`,
    tabindex: current ? "0" : "-1",
    "data-path": fact.path,
    "aria-label": `${LABELS[fact.kind]}: ${wordsOf(fact).join(", ")}. ${STATES[fact.review]}.${fact.unsure.length ? " Look twice." : ""}`,
    "aria-current": current ? "true" : null,
  });
  node.addEventListener("focusin", () => does.select(fact.path, false));
  node.addEventListener("click", () => does.select(fact.path, true));
  const [says, ...more] = wordsOf(fact);
  node.append(
    el(
      "div",
      { class: "line" },
      el("span", { class: "label" }, LABELS[fact.kind]),
      el("span", {}, el("span", { class: "says" }, says), " ", more.length ? el("span", { class: "more" }, more.join(" · ")) : null),
      el("span", { class: `pill ${fact.review}` }, stateOf(fact)),
    ),
    fact.unsure.length && !editing ? twice(fact, about.options.forms[fact.kind] ?? []) : "",
    fact.quote ? el("p", { class: "quote", lang: "und" }, `“${fact.quote}”`) : "",
    fact.changed ? el("p", { class: "changed" }, `The source has changed: ${fact.changed}.`) : "",
    problems.length && !editing ? troubles(problems) : "",
    editing ? editor(fact, about) : buttons(fact, does),
  );
  return node;
}

function stateOf(fact) {
  if (fact.review !== "proposed") return STATES[fact.review];
  return `To decide · ${Math.round(fact.confidence * 100)} % sure`;
}

/** The fields that the machine is not sure of, also where it found nothing. */
function twice(fact, fields) {
  const unsure = fields.filter((field) => fact.unsure.includes(field.name));
  return el("p", { class: "twice" }, lookTwice(), unsure.map((field) => el("span", { class: "unsure" },
    `${field.label}: `, el("b", {}, fact.values[field.name] ?? "nothing found"))));
}

function troubles(problems) {
  return el("ul", { class: "trouble" }, problems.map((one) => el("li", {}, `${one.what}: ${one.instead}.`)));
}

function buttons(fact, does) {
  const button = (label, key, run, kind = "") =>
    el(
      "button",
      {
        type: "button", class: kind, "aria-keyshortcuts": key,
        on: { click: (event) => { event.stopPropagation(); run(); } },
      },
      label,
      el("kbd", { "aria-hidden": "true" }, key),
    );
  const decide = (review) => () => does.decide(fact, review);
  const accept = button("Accept", "A", decide("accepted"), "yes");
  const reject = button("Reject", "R", decide("rejected"), "no");
  const correct = button("Correct", "C", () => does.open(fact));
  if (!fact.extracted) return el("div", { class: "actions" }, correct, button("Remove", "R", () => does.remove(fact), "no"));
  const choices = {
    proposed: [accept, correct, reject],
    accepted: [correct, reject],
    rejected: [accept],
  }[fact.review];
  if (fact.review === "accepted" && fact.changed) choices.unshift(button("Still holds", "A", decide("accepted"), "yes"));
  if (fact.kind === "role" && fact.waiting > 0 && fact.review !== "rejected") {
    const some = fact.doubted ? `, ${fact.doubted} to look at twice` : "";
    choices.push(button(`Accept with all ${fact.waiting} of it${some}`, "Shift+A", () => does.decideAll(fact), "plain"));
  }
  return el("div", { class: "actions" }, choices);
}

function editor(fact, about) {
  const { state, options, does, heading } = about;
  const values = { ...fact.values };
  if (fact.kind === "role") values.names = state.kinds[values.kind]?.names.join(", ") ?? "";
  const key = PASSAGE_FIRST[fact.kind] ?? "passage";
  values.passage ??= values[key] ?? fact.passage;
  const others = state.headings.flatMap((one) => (one === heading ? [] : one.passages));
  const passages = [...heading.passages, ...others];
  const kinds = [...options.kinds, ...Object.entries(state.kinds).map(([id, kind]) => ({ id, title: kind.title }))];
  const fields = options.forms[fact.kind];
  return form(fields, values, { kinds, passages }, {
    save: (given) => does.correct(fact, given),
    cancel: does.close,
    wrong: about.problems,
    unsure: fact.unsure,
  });
}

/** What a fact says, in a few words: the first are the most important. */
export function wordsOf(fact) {
  const { values } = fact;
  if (fact.kind === "figure") return figureWords(values);
  if (fact.kind === "attribute") {
    const [name, value] = (values.property ?? "=").split("=");
    return [`${plain(name)}: ${plain(value)}`, values.basis];
  }
  if (fact.kind === "poll") {
    return [`${values.as_written} ${values.statement ?? ""}`, values.population, values.attributed_to].filter(Boolean);
  }
  if (fact.kind === "role") {
    return [values.title ?? "no title", values.kind, values.summary ?? "no summary yet", values.pay_note && `pay: ${values.pay_note}`]
      .filter(Boolean);
  }
  return [fact.says || values.name || ""];
}

function figureWords(values) {
  const open = !values.amount && (!values.low || !values.high);
  const bound = open ? (values.low ? "at least" : "at most") : null;
  const kind = values.statistic === "unspecified" ? values.kind : `${values.statistic} ${values.kind}`;
  const unit = `a ${values.unit}${values.unit_basis === "inferred" ? " (inferred)" : ""}`.replace(/^a (?=[aeh])/, "an ");
  const amount = values.amount ?? [values.low, values.high].filter(Boolean).join(" to ");
  const digits = amount.replace(/\d+/g, (run) => (run.length > 3 ? Number(run).toLocaleString("en-US") : run));
  return [
    values.as_written, `${bound ? `${bound} ` : ""}${digits} ${values.currency ?? "USD"}`, kind, unit,
    values.attributed_to, values.qualifier, values.geography,
  ].filter(Boolean);
}
