/** What the host page's script tag asked for, as the stub wrote it into the frame's address. */

import { validColour } from "../shared/protocol";
import { isTag, stringsFor, type Strings } from "./strings";

const LONGEST_TITLE = 60;
const LONGEST_GREETING = 500;

export interface Settings {
  title: string;
  greeting: string;
  colour: string | null;
  lang: string; // of the interface
  pageLang: string; // of the host page, told to the server
  strings: Strings;
  hostOrigin: string | null; // of the page that embeds the frame; null when it stands alone
}

export function readSettings(query: string): Settings {
  const given = new URLSearchParams(query);
  const { lang, strings } = stringsFor(given.get("lang"));
  return {
    title: given.get("title")?.trim().slice(0, LONGEST_TITLE) || strings.title,
    greeting: given.get("greeting")?.trim().slice(0, LONGEST_GREETING) || strings.welcome,
    colour: validColour(given.get("color")),
    lang,
    pageLang: isTag(given.get("lang")) ? given.get("lang")! : lang,
    strings,
    hostOrigin: window.parent === window ? null : originOf(given.get("host")),
  };
}

function originOf(address: string | null): string | null {
  try {
    const { origin } = new URL(address ?? "");
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}
