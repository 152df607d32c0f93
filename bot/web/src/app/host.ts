/** The page that embeds the frame. Only its stub is listened to, and only it is spoken to. */

import type { ToFrame, ToHost } from "../shared/protocol";

const TOKEN_MS = 4_000; // the page may have to ask its own server

export class Host {
  token: string | null = null; // the host's signed token, if it gave one
  wide = false;
  canWiden = false;
  private onToken: (token: string) => void = () => undefined;
  onShown: () => void = () => undefined;
  onChange: () => void = () => undefined;

  /** `origin` is null where the frame is no frame but a page of its own. */
  constructor(private readonly origin: string | null) {
    if (!origin) return;
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.origin !== origin) return;
      this.receive(event.data as ToFrame);
    });
  }

  get embedded(): boolean {
    return this.origin !== null;
  }

  ready(): void {
    this.tell({ waypoint: 1, type: "ready" });
  }

  close(): void {
    this.tell({ waypoint: 1, type: "close" });
  }

  widen(): void {
    this.tell({ waypoint: 1, type: "widen" });
  }

  /** Another token than the one that was refused, asked of the page; null where none comes in time. */
  async freshToken(refused: string | null): Promise<string | null> {
    if (this.token !== refused) return this.token; // it came in the meantime
    if (!this.origin) return null;
    const given = await new Promise<string | null>((done) => {
      this.onToken = done;
      setTimeout(() => done(null), TOKEN_MS);
      this.tell({ waypoint: 1, type: "token-needed" });
    });
    return given !== refused ? given : null;
  }

  private receive(message: ToFrame): void {
    if (message?.waypoint !== 1) return;
    if (message.type === "shown") this.onShown();
    if (message.type === "token" && typeof message.token === "string") {
      this.token = message.token;
      this.onToken(message.token);
    }
    if (message.type === "wide") {
      this.wide = message.wide === true;
      this.canWiden = message.possible === true;
      this.onChange();
    }
  }

  private tell(message: ToHost): void {
    if (this.origin) window.parent.postMessage(message, this.origin);
  }
}
