// The passages of a heading: the person writes them, and sees at once what still repeats the source.

import * as api from "./api.js";
import { el, newId, say } from "./dom.js";

const PAUSE = 250; // milliseconds after the last key before words are compared with the source

/**
 * A passage to write.
 * @param {object} passage As the server's state has it.
 * @param {object} about {state, typed, problems, does}: `typed` keeps unsaved words by anchor.
 */
export function passageView(passage, { state, typed, problems, does }) {
  const id = newId();
  const held = typed.get(passage.anchor);
  const own = state.rights === "own" || state.rights === "licensed";
  const text = held ?? passage.text;
  const area = el("textarea", { id, rows: Math.min(8, Math.ceil(text.length / 72) + 1), lang: "en" }, text);
  const words = el("div", { class: "words", id: `${id}-w`, role: "status" });
  area.setAttribute("aria-describedby", `${id}-w`);
  let timer = 0;
  const judge = () => {
    clearTimeout(timer);
    timer = setTimeout(() => hint(passage, area.value, words, state, own), PAUSE);
  };
  const keep = () => (area.value === passage.text ? typed.delete(passage.anchor) : typed.set(passage.anchor, area.value));
  area.addEventListener("input", () => {
    keep();
    judge();
  });
  area.addEventListener("focus", () => {
    does.reveal(passage.start);
    judge();
  });
  area.addEventListener("change", () => save(passage, area, typed, does));
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(passage, area, typed, does, true);
    else if (event.key === "Escape") area.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const label = own ? "Passage" : passage.rewrite ? "Passage: the source's words. Write it in your own" : "Passage: in your own words";
  const node = el(
    "div",
    { class: `passage${passage.rewrite && !passage.left_out ? " todo" : ""}`, "data-path": passage.path },
    el("label", { for: id }, label),
    area,
    words,
    problems.length && !passage.rewrite
      ? el("ul", { class: "trouble" }, problems.map((one) => el("li", {}, `${one.what}: ${one.instead}.`)))
      : null,
  );
  if (held !== undefined || passage.must_say.length) hint(passage, text, words, state, own, held === undefined);
  return node;
}

async function save(passage, area, typed, does, next = false) {
  if (area.value !== passage.text) {
    const saved = await does.rewrite(passage, area.value);
    if (saved) typed.delete(passage.anchor);
  }
  if (next) does.nextPassage(passage.anchor);
}

async function hint(passage, text, words, state, own, quiet = false) {
  const must = passage.must_say.map((word) => {
    const has = occurs(word, text);
    return el("span", { class: `must ${has ? "has" : "lacks"}` }, has ? "✓ " : "needs ", word);
  });
  let said = null;
  if (!own && !quiet) {
    try {
      const { repeats } = await api.words(state.id, text);
      said = repeats.length
        ? el("span", { class: "bad" }, `Repeats the source: “${repeats.map((one) => one.words).join("”, “")}” `)
        : el("span", { class: "good" }, "In your own words. ");
    } catch (error) {
      say(error.message);
    }
  }
  words.replaceChildren(...[said, ...must].filter(Boolean));
}

/** As the checker looks for it: `$36` does not stand in `$360`. */
function occurs(word, text) {
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return occurs(word.replace(/,/g, ""), ungrouped(text));
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return false;
  if (/^\d/.test(word) && /\d[.,]?$/.test(text.slice(0, at))) return occurs(word, text.slice(at + word.length));
  const digits = /\d$/.test(word) && /^(?:\d|[.,]\d)/.test(text.slice(at + word.length));
  return !digits || occurs(word, text.slice(at + word.length));
}

/** Thousands as they are counted, however they are set apart: "1,204", "1 204". */
function ungrouped(text) {
  return text.replace(/(\d)[,\s](?=\d{3}(?!\d))/g, "$1");
}
