/** Starts the chat inside the frame's document. */

import { render } from "preact";
import { readableOn } from "../shared/protocol";
import { Api } from "./api";
import { Conversation } from "./conversation";
import { Host } from "./host";
import { Person } from "./person";
import { readSettings } from "./settings";
import { Shortlist } from "./shortlist";
import { Store, usableStorage } from "./store";
import { App } from "./view/app";

const settings = readSettings(location.search);
const root = document.documentElement;
root.lang = settings.lang;
document.title = settings.title;
if (settings.colour) {
  // Through the CSSOM, which a policy without 'unsafe-inline' allows.
  root.style.setProperty("--accent", settings.colour);
  root.style.setProperty("--on-accent", readableOn(settings.colour));
}

const host = new Host(settings.hostOrigin);
const storage = usableStorage();
const store = new Store(storage);
const api = new Api();
const person = new Person(storage);
const shortlist = new Shortlist(api, person);
const conversation = new Conversation(store, api, person, shortlist, {
  lang: settings.pageLang,
  hostToken: () => host.token,
  freshHostToken: (refused) => host.freshToken(refused),
});
render(<App {...{ settings, store, conversation, shortlist, host }} />, document.getElementById("app")!);
conversation.resume();
void shortlist.load();
