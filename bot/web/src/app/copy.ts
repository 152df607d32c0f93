/** An answer as text to paste elsewhere: always with its references. */

import type { Answer, Citation } from "./contract";
import { safeUrl } from "./links";

const SOURCES = "\n\nSources:\n";

/** As plain text: the answer's text is complete as the server wrote it. */
export function asText(answer: Answer): string {
  return answer.text;
}

/** As Markdown: the same words, with the passages as footnotes that link to the originals. */
export function asMarkdown(answer: Answer): string {
  const body = answer.text.split(SOURCES)[0]!;
  const known = new Set(answer.citations.map((citation) => citation.n));
  const marked = escaped(body).replace(/\\\[(\d{1,3})\\\]/g, (whole, n: string) =>
    known.has(Number(n)) ? `[^${n}]` : whole,
  );
  const used = answer.citations.filter((citation) => marked.includes(`[^${citation.n}]`));
  const notes = used.map((citation) => `[^${citation.n}]: ${reference(citation)}`);
  return [marked.replace(/\n(?=[^\n\d-])/g, "\n\n"), ...notes].join("\n\n");
}

function reference(citation: Citation): string {
  const { title, publisher, url, section, excerpt, verbatim, published, accessed } = citation;
  const address = safeUrl(url);
  const article = address ? `[${escaped(title)}](${address.replace(/\(/g, "%28").replace(/\)/g, "%29")})` : escaped(title);
  const dates = [published && `published ${published}`, accessed && `read ${accessed}`].filter(Boolean).join(", ");
  const kind = verbatim ? "" : " (our summary)";
  return `${article}, ${escaped([publisher, section, dates].filter(Boolean).join(", "))}: “${escaped(excerpt)}”${kind}`;
}

/** Text that Markdown shows as it is: no link, image, tag or heading can come of it. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&");
}

/** Puts a text on the clipboard; also where the modern way is not allowed (plain http, old browsers). */
export async function copyToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const back = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "off-screen";
  area.setAttribute("aria-hidden", "true");
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (back instanceof HTMLElement) back.focus();
  return done;
}

