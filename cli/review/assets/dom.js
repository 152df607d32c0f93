// Elements are built one by one, and text only ever becomes text: what a source says is never markup.

/**
 * Make an element.
 * @param {string} tag Its name.
 * @param {object} [about] Attributes; `on` is a table of listeners, `class` its classes, null and false leave out.
 * @param {...(Node|string|null|false|Array)} children What is in it.
 */
export function el(tag, about = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(about ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Put other children into an element. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return node;
}

/** Say something to those who listen to the page. */
export function say(text) {
  document.getElementById("status").textContent = text;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Scroll within a column, not the page. */
export function show(node) {
  node?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

/** `3 facts`, `1 fact`. */
export const count = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;

let ids = 0;
export const newId = () => `n${++ids}`;
