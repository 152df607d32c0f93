/** The channel's routes as functions. Knows HTTP and nothing of what is shown or kept. */

export const REQUEST_MS = 45_000; // a turn may take 30 s on the server

/** What went wrong, in the server's words where it had some. */
export class Problem extends Error {
  constructor(
    readonly code: string, // the server's code, or "network" | "timeout"
    text = "",
    readonly retryAfter: number | null = null, // seconds
  ) {
    super(text);
  }

  /** Whether the same request may well succeed soon. */
  get passing(): boolean {
    return this.code === "network" || this.code === "timeout" || this.code === "unavailable";
  }
}

export interface Reply {
  id: string;
  epoch: string;
  answers: unknown[];
}

export interface Opened {
  conversation: string;
  epoch: string;
  person: string; // the person's token; empty where the server gives none
}

export interface Remembered {
  epoch: string;
  last: number;
  messages: { id: string; message: string; answers: unknown[]; time: string }[];
}

interface CallOptions {
  token?: string | null;
  body?: unknown;
  signal?: AbortSignal;
  keepalive?: boolean;
  blob?: boolean; // the body is a file
}

/** Relative to the frame's own address, so it works under any prefix. */
export class Api {
  constructor(private readonly base: string = new URL(".", location.href).href) {}

  async open(hostToken: string | null, person: string | null, signal?: AbortSignal): Promise<Opened> {
    const body = await this.call("POST", "conversations", { token: hostToken, body: person ? { person } : {}, signal });
    if (typeof body.conversation !== "string" || !body.conversation) throw new Problem("bad_answer");
    const known = typeof body.person === "string" ? body.person : "";
    return { conversation: body.conversation, epoch: String(body.epoch ?? ""), person: known };
  }

  async send(
    token: string,
    message: { id: string; text: string; lang: string; person: string | null },
    signal?: AbortSignal,
  ): Promise<Reply> {
    const sent = {
      id: message.id,
      message: message.text,
      metadata: { lang: message.lang },
      ...(message.person ? { person: message.person } : {}),
    };
    const body = await this.call("POST", "messages", { token, body: sent, signal });
    if (!Array.isArray(body.answers)) throw new Problem("bad_answer");
    return { id: String(body.id ?? ""), epoch: String(body.epoch ?? ""), answers: body.answers };
  }

  async remembered(token: string, after: number): Promise<Remembered> {
    const body = await this.call("GET", `messages?after=${after}`, { token });
    const messages = Array.isArray(body.messages) ? body.messages : [];
    return {
      epoch: String(body.epoch ?? ""),
      last: typeof body.last === "number" ? body.last : 0,
      messages: messages.filter((m: any) => typeof m?.id === "string" && Array.isArray(m.answers)),
    };
  }

  async forget(token: string): Promise<void> {
    // keepalive: the request goes on where the page is closed.
    await this.call("DELETE", "conversations", { token, keepalive: true });
  }

  /** The person's shortlist as an answer of the contract. */
  async shortlist(person: string): Promise<Record<string, unknown>> {
    return await this.call("GET", "shortlist", { token: person });
  }

  async file(person: string, ending: string): Promise<Blob> {
    return await this.call("GET", `shortlist.${ending}`, { token: person, blob: true });
  }

  /** Deletes everything that was saved for the person. */
  async forgetPerson(person: string): Promise<void> {
    await this.call("DELETE", "person", { token: person, keepalive: true });
  }

  async rate(
    token: string,
    rating: { answer_id: string; rating: "up" | "down"; comment: string },
  ): Promise<void> {
    await this.call("POST", "feedback", { token, body: rating });
  }

  private async call(
    method: string,
    path: string,
    { token, body, signal, keepalive = false, blob = false }: CallOptions,
  ): Promise<any> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), REQUEST_MS);
    signal?.addEventListener("abort", () => late.abort());
    try {
      const response = await fetch(new URL(path, this.base), {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: late.signal,
        keepalive,
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
      });
      if (!response.ok) throw await problemOf(response);
      if (blob) return await response.blob();
      return response.status === 204 ? {} : ((await response.json()) ?? {});
    } catch (problem) {
      if (problem instanceof Problem) throw problem;
      if (signal?.aborted) throw new Problem("cancelled");
      throw new Problem(late.signal.aborted ? "timeout" : "network");
    } finally {
      clearTimeout(timer);
    }
  }
}

const CODES: Record<number, string> = { 401: "unauthorized", 404: "not_found", 413: "too_large", 429: "rate_limited" };

async function problemOf(response: Response): Promise<Problem> {
  const said = await response.json().catch(() => null);
  const error = (said?.error ?? {}) as { code?: unknown; text?: unknown; retry_after?: unknown };
  const header = Number(response.headers.get("Retry-After"));
  const code = (typeof error.code === "string" && error.code) || CODES[response.status];
  return new Problem(
    code ?? (response.status >= 500 ? "unavailable" : "bad_request"),
    typeof error.text === "string" ? error.text : "",
    typeof error.retry_after === "number" ? error.retry_after : header > 0 ? header : null,
  );
}
