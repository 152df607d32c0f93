/** Addresses that may become links, and the fragment that makes a browser jump to a text. */

/** The address if it is plain http or https without credentials in it, else null. */
export function safeUrl(address: string | null): string | null {
  if (!address) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const web = url.protocol === "https:" || url.protocol === "http:";
  return web && !url.username && !url.password ? url.href : null;
}

/**
 * A link that opens a page at the place where a text stands, as the page writes it.
 *
 * Browsers that do not know text fragments, and pages that changed, open at the top as usual.
 */
export function linkToText(address: string | null, texts: readonly string[]): string | null {
  const url = safeUrl(address);
  const wanted = texts.map((text) => text.trim()).filter(Boolean);
  if (!url || !wanted.length) return url;
  const directives = wanted.slice(0, 3).map((text) => `text=${encodeFragment(text)}`);
  return `${url}${url.includes("#") ? "" : "#"}:~:${directives.join("&")}`;
}

/** "-", "," and "&" have a meaning inside a text directive; encodeURIComponent leaves the first. */
function encodeFragment(text: string): string {
  return encodeURIComponent(text).replace(/-/g, "%2D");
}

/** A telephone number as a tel: address, or null when it has too few or too many digits. */
export function telephoneUrl(written: string): string | null {
  const digits = written.replace(/[^\d+]/g, "");
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null;
}
