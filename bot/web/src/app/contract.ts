/**
 * The answer contract `answer/1` as this app reads it (actions/answer.schema.json).
 *
 * What a server sends is not believed: `readAnswer` takes what has the right shape and leaves the
 * rest out, so a strange payload shows less and never breaks the page.
 */

export interface Button {
  title: string;
  message: string;
}

export interface Block {
  type: string;
  text: string | null;
}

export interface Filter {
  id: string;
  label: string;
  name: string;
  value: string | null;
  negated: boolean;
  remove: string;
}

export interface Attribute {
  name: string;
  value: string;
  basis: string;
  display: string;
  citation: number | null;
}

export interface Figure {
  id: string;
  display: string;
  asWritten: string;
  citation: number | null;
}

export interface Criterion {
  filter: string;
  wanted: string;
  actual: string | null;
  status: string;
}

export interface Role {
  id: string;
  title: string;
  specialties: string[];
  summary: string;
  payNote: string | null;
  attributes: Attribute[];
  silent: string[]; // names of the attributes that the article does not state
  figures: Figure[];
  citations: number[];
  criteria: Criterion[];
  saved: boolean; // on the person's shortlist when this was said
}

export interface Poll {
  id: string;
  display: string;
  statement: string;
  citation: number | null;
}

export interface Reason {
  driver: string;
  summary: string;
  citations: number[];
}

export interface Passage {
  text: string;
  section: string;
  citation: number | null;
}

export interface Comparison {
  columns: { id: string; title: string }[];
  rows: { name: string; cells: { text: string; citation: number | null }[]; differs: boolean }[];
  notes: string[];
}

export interface Question {
  id: string;
  text: string;
  options: Button[];
  step: number | null;
  steps: number | null;
  skippable: boolean;
  why: string | null;
}

export interface Citation {
  n: number;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  accessed: string;
  section: string;
  excerpt: string;
  verbatim: boolean;
}

export interface Page {
  total: number;
  first: number;
  last: number;
  next: string | null;
  previous: string | null;
}

export interface Answer {
  id: string;
  kind: string;
  text: string;
  blocks: Block[];
  filters: Filter[];
  roles: Role[];
  notStated: Role[];
  nearMisses: Role[];
  polls: Poll[];
  reasons: Reason[];
  passages: Passage[];
  comparison: Comparison | null;
  question: Question | null;
  citations: Citation[];
  page: Page | null;
  suggestions: Button[];
  file: { name: string; type: string; content: string } | null; // the shortlist to take away
  personal: boolean; // tells of what the person keeps, or has changed it
  forgotten: "all" | "talk" | null; // what was deleted at the person's wish
}

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const textOrNull = (value: unknown): string | null => (typeof value === "string" && value ? value : null);
const number = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((item): item is number => number(item) !== null) : [];

function list<T>(value: unknown, read: (item: Loose) => T): T[] {
  return Array.isArray(value) ? value.filter(isObject).map(read) : [];
}

function object<T>(value: unknown, read: (item: Loose) => T): T | null {
  return isObject(value) ? read(value) : null;
}

const button = (o: Loose): Button => ({ title: text(o.title), message: text(o.message) });
const sendable = (b: Button): boolean => b.title !== "" && b.message !== "" && !b.message.startsWith("/");

const attribute = (name: string, o: Loose): Attribute => ({
  name,
  value: text(o.value),
  basis: text(o.basis),
  display: text(o.display) || `${text(o.value).replace(/_/g, " ")} (${text(o.basis).replace(/_/g, " ")})`,
  citation: number(o.citation),
});

function attributes(value: unknown): { stated: Attribute[]; silent: string[] } {
  const stated: Attribute[] = [];
  const silent: string[] = [];
  for (const [name, item] of isObject(value) ? Object.entries(value) : []) {
    if (!isObject(item)) continue;
    if (text(item.basis) === "not_stated") silent.push(name);
    else stated.push(attribute(name, item), ...list(item.also, (o) => attribute(name, o)));
  }
  return { stated, silent };
}

const figure = (o: Loose): Figure => ({
  id: text(o.id),
  // Every current server words its figures; without that, what the article wrote says least wrong.
  display: text(o.display) || [text(o.as_written), text(o.attributed_to)].filter(Boolean).join(", "),
  asWritten: text(o.as_written),
  citation: number(o.citation),
});

function role(o: Loose): Role {
  const { stated, silent } = attributes(o.attributes);
  return {
    id: text(o.id),
    title: text(o.title),
    specialties: texts(o.specialties),
    summary: text(o.summary),
    payNote: textOrNull(o.pay_note),
    attributes: stated,
    silent,
    figures: list(o.figures, figure),
    citations: numbers(o.citations),
    criteria: list(o.criteria, (c) => ({
      filter: text(c.filter),
      wanted: text(c.wanted),
      actual: textOrNull(c.actual),
      status: text(c.status),
    })),
    saved: o.saved === true,
  };
}

const poll = (o: Loose): Poll => ({
  id: text(o.id),
  display: text(o.display) || `${number(o.percent) ?? ""}% ${text(o.statement)} (${text(o.attributed_to)})`,
  statement: text(o.statement),
  citation: number(o.citation),
});

const comparison = (o: Loose): Comparison => ({
  columns: list(o.columns, (c) => ({ id: text(c.id), title: text(c.title) })),
  rows: list(o.rows, (r) => ({
    name: text(r.name),
    cells: list(r.cells, (c) => ({ text: text(c.text), citation: number(c.citation) })),
    differs: r.differs === true,
  })),
  notes: texts(o.notes),
});

const question = (o: Loose): Question => ({
  id: text(o.id),
  text: text(o.text),
  options: list(o.options, button).filter(sendable),
  step: number(o.step),
  steps: number(o.steps),
  skippable: o.skippable === true,
  why: textOrNull(o.why),
});

function citation(o: Loose): Citation {
  const article = isObject(o.article) ? o.article : {};
  return {
    n: number(o.n) ?? 0,
    title: text(article.title),
    publisher: text(article.publisher),
    url: textOrNull(article.url),
    published: textOrNull(article.published),
    accessed: text(article.accessed),
    section: text(o.section),
    excerpt: text(o.excerpt),
    verbatim: text(o.excerpt_kind) === "verbatim",
  };
}

const page = (o: Loose): Page => ({
  total: number(o.total) ?? 0,
  first: number(o.first) ?? 0,
  last: number(o.last) ?? 0,
  next: textOrNull(o.next),
  previous: textOrNull(o.previous),
});

/** Reads one answer as the server sent it: {"text", "custom"}. */
export function readAnswer(raw: unknown): Answer {
  const outer = isObject(raw) ? raw : {};
  const o = isObject(outer.custom) ? outer.custom : {};
  const whole = text(o.text) || text(outer.text);
  const blocks = list(o.blocks, (b) => ({ type: text(b.type), text: textOrNull(b.text) }));
  return {
    id: text(o.answer_id),
    kind: text(o.kind) || "smalltalk",
    text: whole,
    blocks: blocks.length ? blocks : [{ type: "lead", text: whole }],
    filters: list(o.filters, (f) => ({
      id: text(f.id),
      label: text(f.label),
      name: text(f.name),
      value: textOrNull(f.value),
      negated: f.negated === true,
      remove: text(f.remove),
    })).filter((f) => f.label !== ""),
    roles: list(o.roles, role),
    notStated: list(o.not_stated, role),
    nearMisses: list(o.near_misses, role),
    polls: list(o.polls, poll),
    reasons: list(o.reasons, (r) => ({
      driver: text(r.driver),
      summary: text(r.summary),
      citations: numbers(r.citations),
    })),
    passages: list(o.passages, (p) => ({
      text: text(p.text),
      section: text(p.section),
      citation: number(p.citation),
    })),
    comparison: object(o.comparison, comparison),
    question: object(o.question, question),
    citations: list(o.citations, citation).filter((c) => c.n > 0),
    page: object(o.page, page),
    suggestions: list(o.suggestions, button).filter(sendable),
    file: object(o.export, (f) => ({
      // A name of a file, and no way to anywhere.
      name: text(f.filename).replace(/[^\w.-]/g, "_") || "shortlist.txt",
      type: text(f.media_type) || "text/plain",
      content: text(f.content),
    })),
    personal: o.personal === true || o.kind === "shortlist",
    forgotten: o.forgotten === true ? "all" : o.forgotten === "talk" ? "talk" : null,
  };
}
