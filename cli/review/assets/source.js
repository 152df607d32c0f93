// The source text with a mark on every quote. Only blocks whose marks changed are drawn again.

import { el, show } from "./dom.js";

const TAGS = { heading: "h3", paragraph: "p", list_item: "div", table_row: "div", caption: "p" };
const CLASSES = { list_item: "item", table_row: "row" };

export class SourceView {
  /** @param {{onFact: (path: string) => void, onSentence: (start: number, end: number) => void}} told */
  constructor(told) {
    this.told = told;
    this.node = el("div", { class: "text", lang: "und" });
    this.drawn = new Map();
    this.chosen = null;
    this.now = null;
  }

  /** Draw what changed. */
  update(state, now) {
    this.now = now;
    const marks = marksOf(state, now);
    state.source.blocks.forEach((block, index) => {
      const end = block.start + block.text.length;
      const here = marks.filter((mark) => mark.start < end && block.start < mark.end);
      const chosen = this.chosen && block.start <= this.chosen[0] && this.chosen[0] < end ? this.chosen[0] : null;
      const key = JSON.stringify([here, chosen, block.start]);
      const before = this.drawn.get(index);
      if (before?.key === key) return;
      const node = this.block(block, here);
      if (before) before.node.replaceWith(node);
      else this.node.append(node);
      this.drawn.set(index, { key, node });
    });
  }

  block(block, marks) {
    const level = block.kind === "heading" ? ` l${block.level}` : "";
    const node = el(TAGS[block.kind] ?? "p", { class: `${CLASSES[block.kind] ?? ""}${level}` });
    for (const [start, end] of block.sentences) {
      const chosen = this.chosen?.[0] === start;
      const about = { class: `sentence${chosen ? " chosen" : ""}`, "data-start": start, "data-end": end };
      const sentence = el("span", about, pieces(block, start, end, marks));
      sentence.addEventListener("click", () => this.click(start, end, marks));
      node.append(sentence, " ");
    }
    return node;
  }

  click(start, end, marks) {
    const here = marks.filter((mark) => mark.path && mark.start < end && start < mark.end);
    if (here.length) {
      const after = here.findIndex((mark) => mark.path === this.now);
      this.told.onFact(here[(after + 1) % here.length].path);
    }
    this.told.onSentence(start, end);
  }

  /** Move the choice by so many sentences; gives the place of the chosen one. */
  step(state, by) {
    const all = state.source.blocks.flatMap((block) => block.sentences);
    const from = all.findIndex(([start]) => start === this.chosen?.[0]);
    const next = all[Math.min(Math.max(from + by, 0), all.length - 1)];
    return next ?? null;
  }

  /** Bring a place of the text into view. */
  reveal(start) {
    if (start === null || start === undefined) return;
    const nodes = [...this.node.querySelectorAll(".sentence")];
    show(nodes.find((node) => Number(node.dataset.start) <= start && start < Number(node.dataset.end)));
  }
}

function marksOf(state, now) {
  const facts = state.headings.flatMap((heading) => heading.facts).filter((fact) => fact.start !== null);
  const marks = facts.map((fact) => ({
    start: fact.start, end: fact.end, path: fact.path, kind: fact.review, now: fact.path === now,
  }));
  return marks.concat(state.unplaced.map(({ start, end }) => ({ start, end, path: null, kind: "unplaced", now: false })));
}

/** The text from start to end, cut where a mark begins or ends. */
function pieces(block, start, end, marks) {
  const inside = marks.filter((mark) => mark.start < end && start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) for (const cut of [mark.start, mark.end]) if (start < cut && cut < end) cuts.add(cut);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, index) => {
    const text = block.text.slice(from - block.start, at[index + 1] - block.start);
    const over = inside.filter((mark) => mark.start <= from && at[index + 1] <= mark.end);
    if (!over.length) return document.createTextNode(text);
    const kind = ["proposed", "accepted", "unplaced", "rejected"].find((name) => over.some((m) => m.kind === name));
    return el("mark", { class: `${kind}${over.some((mark) => mark.now) ? " now" : ""}` }, text);
  });
}

