// Requests to the server that served this page. The token is part of the page's own address.

export class Trouble extends Error {}

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(path, { ...options, cache: "no-store" });
  } catch {
    throw new Trouble("The review command does not run any more. Start it again; every edit up to now is saved.");
  }
  const json = response.headers.get("Content-Type")?.startsWith("application/json");
  const value = json ? await response.json() : { error: await response.text() };
  if (!response.ok && response.status !== 409) throw new Trouble(value.error ?? "That did not work.");
  return value;
}

const named = (what, name) => `${what}/${encodeURIComponent(name)}`;

export const drafts = () => ask("drafts");
export const options = () => ask("options");
export const draft = (name) => ask(named("draft", name));
export const version = (name) => ask(named("version", name));
export const edit = (name, body) => ask(named("edit", name), body);
export const words = (name, text) => ask(named("words", name), { text });
export const preview = (name) => ask(named("preview", name));
export const publish = (name, version) => ask(named("publish", name), { version });
export const progress = () => ask("progress");
