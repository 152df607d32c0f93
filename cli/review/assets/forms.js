// Forms for a fact or the front matter, made from the server's table of fields.

import { el, newId } from "./dom.js";

const WIDE = new Set(["title", "summary", "statement", "question", "population", "names", "pay_note", "qualifier", "url"]);

/**
 * A form.
 * @param {Array} fields As the server's options have them.
 * @param {object} values Values by field name.
 * @param {{kinds: Array, passages: Array<string>}} offers What choices offer.
 * @param {{save: (values: object) => Promise<Array|null>, cancel: () => void, label?: string, wrong?: Array, unsure?: Array<string>}} does
 *   `save` gives what is wrong, or null; `wrong` is what was wrong when it was saved last; `unsure` names fields to look at twice.
 */
export function form(fields, values, offers, does) {
  const wrong = el("ul", { class: "trouble" });
  const inputs = new Map(fields.map((field) => [field.name, control(field, values[field.name], offers)]));
  const rows = fields.map((field) => {
    const input = inputs.get(field.name);
    const id = (input.id = newId());
    if (field.hint) input.setAttribute("aria-describedby", `${id}-h`);
    const unsure = does.unsure?.includes(field.name);
    return el("div", { class: `field${WIDE.has(field.name) ? " wide" : ""}${unsure ? " unsure" : ""}` },
      el("label", { for: id }, field.label, field.needed ? "" : el("span", { class: "hint" }, " (optional)"), unsure ? [" ", lookTwice()] : null),
      field.hint ? el("span", { class: "hint", id: `${id}-h` }, field.hint) : null, input);
  });
  const read = () => Object.fromEntries([...inputs].map(([name, input]) => [name, input.value]));
  const node = el(
    "form",
    { class: "form" },
    rows,
    el("div", { class: "wide", role: "alert" }, wrong),
    el(
      "div",
      { class: "actions wide" },
      el("button", { class: "main", type: "submit" }, does.label ?? "Save", el("kbd", { "aria-hidden": "true" }, "Ctrl ⏎")),
      el("button", { type: "button", on: { click: does.cancel } }, "Cancel", el("kbd", { "aria-hidden": "true" }, "Esc")),
    ),
  );
  mark(inputs, does.wrong ?? [], wrong, fields);
  const submit = async () => {
    const lacking = fields.filter((field) => field.needed && !inputs.get(field.name).value.trim());
    const told = lacking.length
      ? lacking.map((field) => ({ what: `"${field.name}" is empty`, instead: field.hint || "fill it in" }))
      : await does.save(read());
    mark(inputs, told ?? [], wrong, fields);
  };
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === "Escape") does.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return node;
}

/** What marks a field that the machine is not sure of. */
export const lookTwice = () => el("span", { class: "tag" }, "look twice", el("span", { class: "unseen" }, ", the machine is not sure"));

/** Say at each field what is wrong with it. */
function mark(inputs, told, wrong, fields) {
  wrong.replaceChildren(...told.map((one) => el("li", {}, `${labelled(one.what, fields)}: ${labelled(one.instead, fields)}.`)));
  let first = null;
  for (const [name, input] of inputs) {
    const bad = told.some((one) => one.what.includes(`"${name}"`));
    input.toggleAttribute("aria-invalid", false);
    if (bad) {
      input.setAttribute("aria-invalid", "true");
      first ??= input;
    }
  }
  if (first) queueMicrotask(() => first.focus());
}

function labelled(text, fields) {
  let said = text;
  for (const field of fields) said = said.replace(`"${field.name}"`, `“${field.label}”`);
  return said;
}

function control(field, value, offers) {
  const text = value ?? "";
  if (field.type === "choice") return select(field.choices.map((one) => [one, one]), text);
  if (field.type === "property") {
    return select(field.choices.map(([name, one]) => [`${name}=${one}`, `${plain(name)}: ${plain(one)}`]), text);
  }
  if (field.type === "passage") return select(offers.passages.map((one) => [one.anchor, beginning(one.text)]), text);
  if (field.type === "kind") return kindInput(text, offers.kinds);
  const kind = field.type === "number" ? { inputmode: "decimal" } : {};
  return el("input", { type: "text", value: text, autocomplete: "off", spellcheck: "false", ...kind });
}

function select(choices, value) {
  const known = choices.some(([one]) => one === value);
  const all = known ? choices : [[value, value || "…"], ...choices];
  const node = el("select", {}, all.map(([one, label]) => el("option", { value: one }, label)));
  node.value = value;
  return node;
}

function kindInput(value, kinds) {
  const id = newId();
  const list = el("datalist", { id }, kinds.map((kind) => el("option", { value: kind.id }, kind.title)));
  const input = el("input", { type: "text", value, list: id, autocomplete: "off", spellcheck: "false" });
  input.append(list);
  queueMicrotask(() => input.after(list));
  return input;
}

const beginning = (text) => (text.length > 60 ? `${text.slice(0, 60)} …` : text);

export const plain = (name) => String(name ?? "").replaceAll("_", " ");
