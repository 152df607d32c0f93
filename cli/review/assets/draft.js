// One draft: what is selected, open and typed, and what each key and button does.

import { openAdding } from "./adding.js";
import * as api from "./api.js";
import { idOf } from "./cards.js";
import { el, fill, say, show } from "./dom.js";
import { factsView, shownFacts } from "./facts.js";
import { form } from "./forms.js";
import { listen, openHelp } from "./keys.js";
import { openPublishing } from "./publishing.js";
import { sideView } from "./side.js";
import { SourceView } from "./source.js";

const LOOK_EVERY = 2500; // milliseconds between looks for changes by an editor

export class DraftPage {
  constructor(root, options, state) {
    Object.assign(this, { root, options, state, filter: "all", editing: null, current: null, typed: new Map() });
    this.calm = Promise.resolve();
    this.pending = Promise.resolve(); // edits go one after the other, each with the version that the one before made
    this.source = new SourceView({ onFact: (path) => this.select(path), onSentence: (a, b) => this.choose(a, b, false) });
    this.build();
    this.current = this.undecided()[0]?.path ?? this.facts()[0]?.path ?? null;
    this.draw();
    this.source.reveal(this.fact()?.start);
    this.unlisten = listen(this);
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    document.title = `${state.title} · Waypoint review`;
  }

  leave() {
    clearInterval(this.timer);
    this.unlisten();
  }

  facts() {
    return this.state.headings.flatMap((heading) => heading.facts);
  }

  undecided() {
    const gone = new Set(this.state.headings.filter((h) => h.facts.some((f) => f.kind === "role" && f.review === "rejected")));
    return this.state.headings.filter((h) => !gone.has(h)).flatMap((h) => h.facts).filter((f) => f.review === "proposed");
  }

  fact(path = this.current) {
    return this.facts().find((fact) => fact.path === path) ?? null;
  }

  // What is seen

  build() {
    this.top = el("header", { class: "top" });
    this.banner = el("div", { role: "alert" });
    this.chosenBar = el("div", { class: "chosen-bar", hidden: true });
    const kept = el("div", { class: "column source", tabindex: "-1" },
      el("div", { class: "head" }, el("h2", {}, "Source"), this.sourceLink()), this.warnings(), this.source.node, this.chosenBar);
    this.factsHead = el("div", { class: "head" });
    this.factsNode = el("div", { class: "facts" });
    this.factsColumn = el("main", { class: "column", "aria-label": "Facts" }, this.factsHead, this.factsNode);
    this.side = el("aside", { class: "column side", "aria-label": "Check" });
    const columns = el("div", { class: "columns" }, el("section", { "aria-label": "Source", class: "column-box" }, kept), this.factsColumn, this.side);
    columns.firstChild.replaceWith(kept);
    kept.setAttribute("role", "region");
    kept.setAttribute("aria-label", "Source");
    kept.setAttribute("tabindex", "0");
    kept.addEventListener("keydown", (event) => this.sourceKey(event));
    fill(this.root, el("div", { class: "page" }, this.top, this.banner, columns));
  }

  sourceLink() {
    const { url, name } = this.state.source;
    if (!/^https?:\/\//.test(url ?? "")) return el("span", { class: "more" }, name);
    return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name);
  }

  warnings() {
    const list = this.state.source.warnings;
    return list.length ? el("ul", { class: "plain-list" }, list.map((text) => el("li", { class: "changed" }, text))) : null;
  }

  draw() {
    const { state } = this;
    this.drawTop();
    this.source.update(state, this.current);
    this.drawChosen();
    const filters = [["all", "All"], ["decide", `To decide (${this.undecided().length})`], ["fix", `To fix (${state.problems.length})`]];
    fill(this.factsHead, el("h2", {}, "Facts"), el("div", { class: "filters", role: "group", "aria-label": "Show" },
      filters.map(([name, label]) => el("button", {
        type: "button", "aria-pressed": String(this.filter === name), on: { click: () => this.show(name) },
      }, label))));
    const focused = this.factsNode.contains(document.activeElement) ? document.activeElement.closest("[data-path]")?.dataset.path : null;
    fill(this.factsNode, factsView(this));
    if (focused && this.editing === null) this.factsNode.querySelector(".card.current")?.focus({ preventScroll: true });
    fill(this.side, ...sideView(state, this).flat(2).filter(Boolean));
  }

  drawTop() {
    const { state } = this;
    const all = state.facts;
    const done = all - state.undecided;
    const button = (label, key, run, about = {}) =>
      el("button", { type: "button", "aria-keyshortcuts": key, ...about, on: { click: run } }, label, el("kbd", { "aria-hidden": "true" }, key));
    fill(this.top,
      el("a", { href: "#/", class: "button" }, "Drafts"),
      el("div", { class: "names" }, el("h1", {}, state.title),
        el("p", { class: "under" }, [state.publisher, state.rights, state.id].filter(Boolean).join(" · "))),
      el("div", { class: "progress" }, `${done} of ${all} decided`,
        el("div", { class: "bar" }, this.barPart(all ? done / all : 1))),
      button("About the article", "F", () => this.openFront()),
      button("Undo", "U", () => this.undo(), { disabled: !state.undo }),
      button("Keys", "?", () => openHelp(this)),
      button("Publish …", "P", () => openPublishing(state, { refresh: () => this.refresh() }), { class: state.ready ? "main" : "" }));
  }

  barPart(share) {
    const part = el("span");
    part.style.width = `${Math.round(share * 100)}%`;
    return part;
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

  // Going about

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
    const at = all.findIndex((fact) => fact.path === this.current);
    const waiting = this.undecided().filter((fact) => all.includes(fact));
    const next = waiting.find((fact) => all.indexOf(fact) > at) ?? waiting[0];
    if (next) this.go(next.path);
    else if (!this.undecided().length) say("Everything is decided.");
  };

  show(filter) {
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

  // Edits

  /**
   * Send an edit; gives the new state, or null where it was not made.
   * @param {object} body What to do.
   * @param {(state: object) => void} [before] Called before the new state is drawn.
   */
  edit(body, before) {
    const target = this.nameOf(body.path);
    const sent = this.pending.then(() => this.send({ ...body, path: this.pathOf(target) ?? body.path }, before));
    this.pending = sent.catch(() => null);
    return sent;
  }

  /** Do something when all edits are made, and what follows from them on the page. */
  whenCalm(act) {
    this.calm = this.calm.then(() => this.pending).then(() => new Promise((done) => setTimeout(done))).then(act);
  }

  /** What a fact or a passage is known by while edits before it may shift its path. */
  nameOf(path) {
    const fact = this.fact(path);
    return fact ? idOf(fact) : this.state.headings.flatMap((one) => one.passages).find((one) => one.path === path)?.anchor;
  }

  pathOf(name) {
    const passages = this.state.headings.flatMap((heading) => heading.passages);
    return (this.facts().find((fact) => idOf(fact) === name) ?? passages.find((one) => one.anchor === name))?.path;
  }

  async send(body, before) {
    const shown = idOf(this.fact() ?? { values: {}, path: null });
    try {
      const state = await api.edit(this.state.id, { ...body, version: this.state.version });
      this.state = state;
      const again = this.facts().find((fact) => idOf(fact) === shown);
      if (again) this.current = again.path;
      before?.(state);
      if (state.changed) this.warn("article.md was changed in another program. This is how it is now; your edit was not made.");
      else fill(this.banner);
      this.draw();
      return state.changed ? null : state;
    } catch (error) {
      this.warn(error.message);
      return null;
    }
  }

  warn(text) {
    const close = el("button", { type: "button", class: "plain", on: { click: () => fill(this.banner) } }, "Close");
    fill(this.banner, el("div", { class: "banner" }, el("span", {}, text), close));
  }

  async decide(fact, review) {
    const was = fact.review;
    const state = await this.edit({ action: "decide", path: fact.path, review });
    if (!state) return;
    say(review === "accepted" ? "Accepted." : "Rejected.");
    if (was === "proposed") this.nextUndecided(shownFacts(this));
  }

  async decideAll(fact) {
    const state = await this.edit({ action: "decide_all", path: fact.path, review: "accepted" });
    if (state) this.nextUndecided(shownFacts(this));
  }

  async remove(fact) {
    if (await this.edit({ action: "remove", path: fact.path })) say("Removed.");
  }

  open(fact) {
    this.editing = idOf(fact);
    this.draw();
    this.factsNode.querySelector(".card form input, .card form select")?.focus();
  }

  close = () => {
    this.editing = null;
    this.draw();
    this.factsNode.querySelector(".card.current")?.focus();
  };

  /** Save a correction; the form stays open while something is wrong with it. */
  async correct(fact, values) {
    const id = idOf(fact);
    const wrongIn = (state) => {
      const now = state.headings.flatMap((heading) => heading.facts).find((one) => idOf(one) === id);
      return state.problems.filter((one) => one.target === now?.path);
    };
    const settle = (state) => {
      if (!state.changed && !wrongIn(state).length) this.editing = null;
    };
    const state = await this.edit({ action: "correct", path: fact.path, values }, settle);
    if (!state) return [];
    const wrong = wrongIn(state);
    say(wrong.length ? `Saved, but ${wrong[0].what}.` : "Saved and accepted.");
    if (!wrong.length) this.factsNode.querySelector(".card.current")?.focus();
    return wrong;
  }

  async rewrite(passage, text) {
    const state = await this.edit({ action: "rewrite", path: passage.path, text });
    return state !== null;
  }

  async undo() {
    if (!this.state.undo) return;
    if (await this.edit({ action: "undo" })) say("Undone.");
  }

  openFront() {
    const { front } = this.state;
    const values = { ...front, specialties: (front.specialties ?? []).join(", ") };
    const save = async (given) => {
      const state = await this.edit({ action: "front", values: given });
      const wrong = state?.problems.filter((one) => one.target === "front") ?? [];
      if (state && !wrong.length) dialog.close();
      return wrong;
    };
    const dialog = el("dialog", { "aria-labelledby": "front-title" }, el("h2", { id: "front-title" }, "About the article"),
      form(this.options.front, values, {}, { save, cancel: () => dialog.close() }));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  async refresh() {
    this.state = await api.draft(this.state.id);
    this.draw();
  }

  /** Has another program changed the files? What is being typed stays. */
  async look() {
    if (document.hidden || this.looking) return;
    this.looking = true;
    try {
      await this.pending;
      const { version } = await api.version(this.state.id);
      if (version !== this.state.version && this.editing === null && !this.factsNode.querySelector("textarea:focus")) {
        await this.refresh();
        this.warn("article.md was changed in another program. This is how it is now.");
      }
    } catch (error) {
      this.warn(error.message);
    } finally {
      this.looking = false;
    }
  }
}
