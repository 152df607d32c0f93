// Adding a fact that extraction did not find: a sentence of the source, and what it says.

import { el, say } from "./dom.js";
import { form } from "./forms.js";

const TITLES = { figure: "Add pay", attribute: "Add a property", poll: "Add a poll", role: "Add a role" };
const DEFAULTS = {
  figure: { statistic: "unspecified", kind: "salary", unit: "year", unit_basis: "stated" },
  attribute: { basis: "stated" },
  poll: { multi_select: "unknown" },
  role: {},
};

/**
 * Open the form for a new fact.
 * @param {object} page The draft's page.
 * @param {string} kind What it is.
 * @param {[number, number]} at Where its sentence stands in the source.
 */
export function openAdding(page, kind, at) {
  const { state, options } = page;
  const roles = state.headings.flatMap((heading) => heading.facts).filter((one) => one.kind === "role" && one.review !== "rejected");
  const needsRole = kind === "figure" || kind === "attribute";
  const quote = page.words(...at);
  const role = el("select", { id: "add-role" }, roles.map((one) => el("option", { value: one.path }, one.values.title ?? one.path)));
  const near = nearest(roles, at[0]);
  if (near) role.value = near.path;
  const fields = options.forms[kind].filter((field) => field.type !== "passage");
  const kinds = [...options.kinds, ...Object.entries(state.kinds).map(([id, one]) => ({ id, title: one.title }))];
  const save = async (values) => {
    const body = { action: "add", kind, values, start: at[0], end: at[1], role: needsRole ? role.value : null };
    const before = new Set(page.facts().map((one) => one.values.key));
    const after = await page.edit(body);
    if (!after) return [{ what: "It was not added", instead: page.banner.textContent.replace(/Close$/, "") }];
    dialog.close();
    page.choose(null);
    const made = page.facts().find((one) => !before.has(one.values.key));
    if (made) page.go(made.path);
    say("Added.");
    return null;
  };
  const body = needsRole && !roles.length
    ? el("p", {}, "Add the role first that this belongs to.")
    : [
        needsRole ? el("label", { class: "form", for: "add-role" }, "Role", role) : null,
        form(fields, { ...DEFAULTS[kind], ...guess(kind, quote) }, { kinds, passages: [] }, {
          save, cancel: () => dialog.close(), label: "Add",
        }),
      ];
  const dialog = el("dialog", { "aria-labelledby": "add-title" }, el("h2", { id: "add-title" }, TITLES[kind]),
    el("p", { class: "quote", lang: "und" }, `“${quote}”`), body);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("form input, form select")?.focus();
}

/** The role whose name stands nearest before a place of the text. */
function nearest(roles, start) {
  const before = roles.filter((one) => one.start !== null && one.start <= start);
  return before.sort((a, b) => b.start - a.start)[0] ?? roles[0];
}

/** What the sentence itself gives away. */
function guess(kind, quote) {
  const money = quote.match(/[$€£]\s?\d[\d,. ]*\d?(?:\s?(?:k|K|million))?/)?.[0].trim().replace(/[.,]$/, "");
  const percent = quote.match(/\d+(?:\.\d+)?\s?%/)?.[0];
  if (kind === "figure" && money) {
    const digits = money.replace(/[^\d.kK]/g, "");
    const amount = /k$/i.test(digits) ? String(parseFloat(digits) * 1000) : digits;
    return { as_written: money, amount };
  }
  if (kind === "poll" && percent) return { as_written: percent, percent: parseFloat(percent).toString() };
  if (kind === "role") return { title: quote.length < 60 ? quote : "" };
  return {};
}
