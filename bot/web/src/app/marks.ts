/** Takes texts apart: citation marks, amounts, telephone numbers. Pure functions of text. */

import { safeUrl, telephoneUrl } from "./links";

export type Token =
  | { kind: "text"; text: string }
  | { kind: "mark"; n: number }
  | { kind: "amount"; text: string }
  | { kind: "link"; text: string; href: string };

const MARK = /\[(\d{1,3})\]/;
const AMOUNT =
  /(?:[$€£]|\b[A-Z]{3} )\d[\d,.]*(?: to (?:[$€£]|[A-Z]{3} )\d[\d,.]*)?(?: or more)? an? [a-z]+/;
const TELEPHONE = /\+?\d[\d\s().-]*\d/;
const SITE = /\b(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?\b/i;

/** Splits a text by what a pattern finds; `make` may refuse a find by giving null. */
function split(text: string, pattern: RegExp, make: (found: RegExpExecArray) => Token | null): Token[] {
  const tokens: Token[] = [];
  const search = new RegExp(pattern.source, `g${pattern.flags}`);
  let from = 0;
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const token = make(found);
    if (!token) continue;
    if (found.index > from) tokens.push({ kind: "text", text: text.slice(from, found.index) });
    tokens.push(token);
    from = found.index + found[0].length;
  }
  if (from < text.length) tokens.push({ kind: "text", text: text.slice(from) });
  return tokens;
}

/** Text and citation marks; a bracketed number that is no citation of the answer stays text. */
export function withMarks(text: string, known: ReadonlySet<number>): Token[] {
  return split(text, MARK, (found) => {
    const n = Number(found[1]);
    return known.has(n) ? { kind: "mark", n } : null;
  });
}

/** Sets the first amount apart (`$357,482 a year`), so that it can stand out. */
export function withAmount(text: string): Token[] {
  let seen = false;
  return split(text, AMOUNT, (found) => {
    if (seen) return null;
    seen = true;
    return { kind: "amount", text: found[0] };
  });
}

/** Telephone numbers and sites as links: for safety texts, which only the server's owner writes. */
export function withHelpLinks(text: string): Token[] {
  return split(text, SITE, (found) => {
    const href = safeUrl(/^https?:/i.test(found[0]) ? found[0] : `https://${found[0]}`);
    return href ? { kind: "link", text: found[0], href } : null;
  }).flatMap((token) =>
    token.kind === "text"
      ? split(token.text, TELEPHONE, (found) => {
          const href = telephoneUrl(found[0]);
          return href ? { kind: "link", text: found[0], href } : null;
        })
      : [token],
  );
}

/** A piece of a line that ends in citation marks: `Remote (stated) [2].` */
export interface Segment {
  text: string;
  marks: number[];
  raw: string; // as it stands in the line
}

/** The pieces of a line, each with the marks that follow it; nothing of the line is lost. */
export function segments(line: string): Segment[] {
  const found = line.matchAll(/([^]*?)((?:\s*\[\d{1,3}\])+|$)[.;]?\s*/g);
  return [...found]
    .map(([raw, text, marks]) => ({
      raw,
      text: (text ?? "").trim(),
      marks: [...(marks ?? "").matchAll(/\d+/g)].map((digits) => Number(digits[0])),
    }))
    .filter((segment) => segment.text || segment.marks.length);
}

/** Sentences that begin with a label (`Meets: …. Misses: ….`), one by one. */
export function labelled(text: string): string[] {
  return text.trim().replace(/\. (?=[A-Z][a-z ]*: )/g, ".\n").split("\n").filter(Boolean);
}

/** A text without its citation marks, for reading aloud. */
export function withoutMarks(text: string): string {
  return text.replace(/\s*\[\d{1,3}\]/g, "");
}
