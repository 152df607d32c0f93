/**
 * The stub that a host page loads: a launcher button and, once it is used, a frame with the chat.
 *
 * It works under a strict policy of the host page: styles are a constructed style sheet in a shadow
 * root (no inline style), and nothing is fetched before the launcher is used. The page needs
 * `script-src` and `frame-src` for the bot's address, nothing else.
 */

import { readableOn, validColour, type ToFrame, type ToHost } from "../shared/protocol";

interface Waypoint {
  open: () => void;
  close: () => void;
  remove: () => void;
  /** Gives a signed token later than by data-token, as after a sign-in. */
  setToken: (token: string) => void;
}

declare global {
  interface Window {
    Waypoint?: Waypoint;
  }
}

const TAG = "waypoint-chat";
const OPEN = "waypoint.open";
const TOKEN_NEEDED = "waypoint:token-needed";
const ICON = "M4 5h16v11H9l-5 4z";

const STYLES = `
:host{all:initial;position:fixed;z-index:2147483000;bottom:20px;right:20px}
:host([side=left]){right:auto;left:20px}
button{font:600 16px/1.2 system-ui,sans-serif;display:flex;align-items:center;gap:8px;min-height:48px;
 padding:0 18px;border:0;border-radius:24px;background:var(--c);color:var(--t);cursor:pointer;
 box-shadow:0 2px 12px rgb(0 0 0/.28)}
button:hover{filter:brightness(1.08)}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #1a2230}
svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
iframe{position:fixed;bottom:20px;right:20px;width:min(420px,calc(100vw - 40px));
 height:min(720px,calc(100vh - 40px));border:0;border-radius:14px;background:#fff;color-scheme:normal;
 box-shadow:0 8px 40px rgb(0 0 0/.32);visibility:hidden}
:host([side=left]) iframe{right:auto;left:20px}
:host([wide]) iframe{width:min(860px,calc(100vw - 40px));height:calc(100vh - 40px)}
:host([open]) iframe{visibility:visible}
:host([open]) button{visibility:hidden}
@media(max-width:520px),(max-height:480px){
 :host([open]) iframe,iframe{inset:0;width:100%;height:100vh;height:100dvh;border-radius:0}}
@media(prefers-color-scheme:dark){iframe{background:#12161c}}
@media(forced-colors:active){button{border:2px solid}}
@media print{:host{display:none}}
`;

function start(script: HTMLScriptElement): void {
  if (document.querySelector(TAG)) return; // included twice
  const data = script.dataset;
  // Where the script lies, unless told otherwise; a server may live under a path of its own.
  const base = data.server ? `${data.server.replace(/\/+$/, "")}/webhooks/web/` : new URL(".", script.src).href;
  const address = new URL("frame", base);
  if (!/^https?:$/.test(address.protocol)) return;
  const title = data.title?.trim() || "Waypoint";
  const colour = validColour(data.color) ?? "#0f5c6e";
  for (const name of ["title", "color", "greeting", "lang"] as const) {
    if (data[name]) address.searchParams.set(name, data[name]!);
  }
  address.searchParams.set("host", location.origin);

  const host = document.createElement(TAG);
  if (data.position === "left") host.setAttribute("side", "left");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const launcher = launcherButton(title);
  launcher.style.setProperty("--c", colour);
  launcher.style.setProperty("--t", readableOn(colour));
  root.append(launcher);
  document.body.append(host);

  const roomy = matchMedia("(min-width:900px)");
  let frame: HTMLIFrameElement | null = null;
  let ready = false;
  let token = data.token ?? "";

  const tell = (message: ToFrame): void => {
    if (ready) frame?.contentWindow?.postMessage(message, address.origin);
  };
  const tellSize = (): void =>
    tell({ waypoint: 1, type: "wide", wide: host.hasAttribute("wide"), possible: roomy.matches });
  const setOpen = (open: boolean): void => {
    if (open && !frame) {
      frame = document.createElement("iframe");
      frame.title = title;
      frame.allow = "clipboard-write";
      frame.src = address.href;
      root.append(frame);
    }
    host.toggleAttribute("open", open);
    launcher.setAttribute("aria-expanded", String(open));
    remember(open);
  };
  const show = (): void => {
    setOpen(true);
    frame?.focus();
    tell({ waypoint: 1, type: "shown" });
  };
  const close = (): void => {
    setOpen(false);
    launcher.focus();
  };
  const listen = (event: MessageEvent): void => {
    if (!host.isConnected) return remove(); // the page threw it away, as single-page apps do
    if (!frame || event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const message = event.data as ToHost;
    if (message?.waypoint !== 1) return;
    if (message.type === "close") close();
    if (message.type === "token-needed") dispatchEvent(new Event(TOKEN_NEEDED)); // the page calls setToken
    if (message.type === "widen") host.toggleAttribute("wide");
    if (message.type === "ready") {
      ready = true;
      if (token) tell({ waypoint: 1, type: "token", token });
      if (launched && host.hasAttribute("open")) {
        // A browser may drop the focus when the chat takes the place of the frame's empty document.
        frame.blur();
        frame.focus();
        tell({ waypoint: 1, type: "shown" });
      }
    }
    tellSize();
  };
  const remove = (): void => {
    removeEventListener("message", listen);
    roomy.removeEventListener("change", tellSize);
    host.remove();
    if (window.Waypoint === handle) delete window.Waypoint;
  };
  let launched = false; // by the person, so the chat may take the focus
  launcher.addEventListener("click", () => {
    launched = true;
    show();
  });
  addEventListener("message", listen);
  roomy.addEventListener("change", tellSize);
  const handle: Waypoint = {
    open: show,
    close,
    remove,
    setToken: (given) => {
      token = given;
      tell({ waypoint: 1, type: "token", token });
    },
  };
  window.Waypoint = handle;
  if (wasOpen()) setOpen(true);
}

function launcherButton(title: string): HTMLButtonElement {
  const namespace = "http://www.w3.org/2000/svg";
  const button = document.createElement("button");
  const icon = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICON);
  icon.append(path);
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-expanded", "false");
  button.append(icon, title);
  return button;
}

/** Whether it was open is remembered for the tab, on the host's side; the conversation is not. */
function remember(open: boolean): void {
  try {
    sessionStorage.setItem(OPEN, open ? "1" : "");
  } catch {
    // Without storage it opens closed.
  }
}

function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(OPEN) === "1";
  } catch {
    return false;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  // In the head without defer there is no body yet.
  if (document.body) start(script);
  else addEventListener("DOMContentLoaded", () => start(script));
}
