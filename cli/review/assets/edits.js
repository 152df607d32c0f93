// What is known of one draft, and every edit of it: one after the other, each on top of the one before.

import * as api from "./api.js";
import { idOf } from "./cards.js";
import { el, fill, say } from "./dom.js";
import { shownFacts } from "./facts.js";

export class Edits {
  constructor(options, state) {
    Object.assign(this, { options, state, filter: "all", editing: null, current: null, typed: new Map() });
    this.calm = Promise.resolve();
    this.pending = Promise.resolve(); // edits go one after the other, each with the version that the one before made
    this.banner = el("div", { role: "alert" });
  }

  facts() {
    return this.state.headings.flatMap((heading) => heading.facts);
  }

  undecided() {
    const gone = new Set(this.state.headings.filter((h) => h.facts.some((f) => f.kind === "role" && f.review === "rejected")));
    return this.state.headings.filter((h) => !gone.has(h)).flatMap((h) => h.facts).filter((f) => f.review === "proposed");
  }

  /** Facts with a field to look at twice. */
  unsure() {
    return this.undecided().filter((fact) => fact.unsure.length);
  }

  fact(path = this.current) {
    return this.facts().find((fact) => fact.path === path) ?? null;
  }

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
}
