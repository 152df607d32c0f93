// The page of one draft: what is drawn, what is open, and whether another program changed the files.

import * as api from "./api.js";
import { idOf } from "./cards.js";
import { el, fill } from "./dom.js";
import { factsView } from "./facts.js";
import { form } from "./forms.js";
import { Going } from "./going.js";
import { listen, openHelp } from "./keys.js";
import { openPublishing } from "./publishing.js";
import { sideView } from "./side.js";
import { SourceView } from "./source.js";

const LOOK_EVERY = 2500; // milliseconds between looks for changes by an editor

export class DraftPage extends Going {
  constructor(root, options, state) {
    super(options, state);
    this.root = root;
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

  build() {
    this.top = el("header", { class: "top" });
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
    const unsure = this.unsure().length;
    if (unsure || this.filter === "twice") filters.push(["twice", `Look twice (${unsure})`]);
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

  open(fact) {
    this.editing = idOf(fact);
    this.draw();
    const first = (part) => this.factsNode.querySelector(`.card form ${part} :is(input, select)`);
    (first(".unsure") ?? first(""))?.focus();
  }

  close = () => {
    this.editing = null;
    this.draw();
    this.factsNode.querySelector(".card.current")?.focus();
  };

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
