// Going about one draft: which fact is the current one, what comes next, which sentence of the source is chosen.

import { openAdding } from "./adding.js";
import { el, fill, say, show } from "./dom.js";
import { Edits } from "./edits.js";
import { shownFacts } from "./facts.js";

export class Going extends Edits {
  /** Make a fact the current one. */
  select(path, reveal = true) {
    const before = this.current;
    this.current = path;
    if (before !== path) {
      const was = this.factsNode.querySelector(".card.current");
      was?.classList.remove("current");
      was?.setAttribute("tabindex", "-1");
      was?.removeAttribute("aria-current");
      this.source.update(this.state, path);
    }
    const card = this.factsNode.querySelector(`.card[data-path="${path}"]`);
    if (!card) {
      if (this.filter !== "all") {
        this.filter = "all";
        this.draw();
        this.select(path, reveal);
      }
      return;
    }
    card.classList.add("current");
    card.setAttribute("tabindex", "0");
    card.setAttribute("aria-current", "true");
    if (reveal) this.source.reveal(this.fact()?.start);
  }

  go(path) {
    this.select(path);
    const card = this.factsNode.querySelector(".card.current");
    card?.focus({ preventScroll: true });
    show(card);
  }

  step(by) {
    const paths = shownFacts(this).map((fact) => fact.path);
    const at = paths.indexOf(this.current);
    const next = paths[at < 0 ? 0 : Math.min(Math.max(at + by, 0), paths.length - 1)];
    if (next) this.go(next);
  }

  /** Go to the next fact to decide, in the order in which they are shown. */
  nextUndecided = (all = this.facts()) => {
    if (!this.goToNext(this.undecided(), all) && !this.undecided().length) say("Everything is decided.");
  };

  /** Go to the next fact with a field to look at twice. */
  nextUnsure() {
    if (!this.goToNext(this.unsure(), this.facts())) say("There is nothing to look at twice.");
  }

  /** Go to the next one of some facts in the order of all, from the last one to the first; gives whether there is one. */
  goToNext(some, all) {
    const at = all.findIndex((fact) => fact.path === this.current);
    const waiting = some.filter((fact) => all.includes(fact));
    const next = waiting.find((fact) => all.indexOf(fact) > at) ?? waiting[0];
    if (next) this.go(next.path);
    return Boolean(next);
  }

  show(filter) {
    if (filter === "twice" && !this.unsure().includes(this.fact())) this.nextUnsure();
    if (filter === "twice" && !this.unsure().length) return;
    this.filter = filter;
    this.draw();
  }

  /** Go to a fact or a passage that the check names. */
  jump(target) {
    if (target === "front") this.openFront();
    else if (target?.startsWith("p/")) {
      this.filter = "all";
      this.draw();
      const area = this.factsNode.querySelector(`.passage[data-path="${target}"] textarea`);
      area?.closest("details")?.setAttribute("open", "");
      show(area);
      area?.focus({ preventScroll: true });
    } else if (target) this.go(target);
  }

  nextPassage(anchor) {
    const areas = [...this.factsNode.querySelectorAll(".passage.todo textarea")];
    const next = areas.find((area) => !area.closest(`[data-anchor="${anchor}"]`)) ?? null;
    show(next);
    if (next) next.focus({ preventScroll: true });
    else this.factsNode.querySelector(".card.current")?.focus();
  }

  reveal(start) {
    this.source.reveal(start);
  }

  choose(start, end, reveal = true) {
    this.source.chosen = start === null ? null : [start, end];
    this.source.update(this.state, this.current);
    this.drawChosen();
    if (reveal && start !== null) this.source.reveal(start);
  }

  sourceKey(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && event.target === event.currentTarget) {
      const next = this.source.step(this.state, by);
      if (next) this.choose(...next);
      say(next ? this.words(...next) : "");
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === event.currentTarget && this.source.chosen) {
      this.chosenBar.querySelector("button").focus();
      event.preventDefault();
    } else if (event.key === "Escape") this.choose(null);
  }

  words(start, end) {
    const block = this.state.source.blocks.find((one) => one.start <= start && start < one.start + one.text.length);
    return block ? block.text.slice(start - block.start, end - block.start) : "";
  }

  drawChosen() {
    const at = this.source.chosen;
    this.chosenBar.hidden = !at;
    if (!at) return;
    const add = (kind, label) => el("button", { type: "button", on: { click: () => openAdding(this, kind, at) } }, label);
    fill(this.chosenBar, el("p", {}, "Add what this sentence says:"),
      add("figure", "Pay"), add("attribute", "Property"), add("poll", "Poll"), add("role", "Role"),
      el("button", { type: "button", class: "plain", on: { click: () => this.choose(null) } }, "Close"));
  }
}
