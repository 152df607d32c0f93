// The page: a list of drafts, or one draft. Every edit goes to the server, which answers with the new state.

import * as api from "./api.js";
import { DraftPage } from "./draft.js";
import { count, el, fill } from "./dom.js";

const root = document.getElementById("app");
let page = null;

async function route() {
  page?.leave();
  page = null;
  const name = decodeURIComponent(location.hash.slice(2));
  try {
    if (name) {
      page = new DraftPage(root, await api.options(), await api.draft(name));
      return;
    }
    const drafts = await api.drafts();
    if (drafts.length === 1 && !drafts[0].broken) location.replace(`#/${encodeURIComponent(drafts[0].id)}`);
    else list(drafts);
  } catch (error) {
    fill(root, el("main", { class: "drafts" }, el("h1", {}, "Waypoint review"), el("p", { class: "trouble" }, error.message),
      el("p", {}, el("a", { href: "#/" }, "All drafts"))));
  }
}

function list(drafts) {
  document.title = "Drafts · Waypoint review";
  const none = el("p", {}, "There are no drafts yet. Import a page first: waypoint knowledge import FILE");
  fill(root, el("main", { class: "drafts" }, el("h1", {}, "Drafts to review"), drafts.length ? el("ul", {}, drafts.map(row)) : none));
}

function row(draft) {
  if (draft.broken) return el("li", {}, el("p", {}, el("strong", {}, draft.id), " ", el("span", { class: "trouble" }, draft.broken)));
  const left = draft.undecided ? `${draft.undecided} of ${count(draft.facts, "fact")} to decide` : "everything decided";
  return el("li", {}, el("a", { href: `#/${encodeURIComponent(draft.id)}` },
    el("span", {}, el("strong", {}, draft.title), el("br"), el("span", { class: "more" }, [draft.publisher, draft.file].filter(Boolean).join(" · "))),
    el("span", { class: `pill ${draft.undecided ? "" : "accepted"}` }, left)));
}

addEventListener("hashchange", route);
route();
