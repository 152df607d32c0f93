/**
 * Roles as cards. What a card says of pay comes from the answer's own line, word for word; the
 * fields of the role add what the line leaves out, and tell which word belongs where.
 */

import type { Attribute, Role } from "../contract";
import { labelled, segments, type Segment } from "../marks";
import { useShared, useShortlist } from "./context";
import { Fold } from "./fold";
import { Icon } from "./icons";
import { Marked, Marks, Pay } from "./text";

type Item = { role: Role; line: string | null; number: string | null } | { note: string };

/** Pairs the lines of a block with its roles; lines between them stay as notes. */
export function pairLines(text: string | null, roles: readonly Role[]): Item[] {
  const waiting = [...roles];
  const items: Item[] = [];
  for (const line of (text ?? "").split("\n").filter((l) => l.trim())) {
    const [, number, rest] = /^(?:(\d+)\. |- )?([^]*)$/.exec(line)!;
    if (waiting.length && rest!.startsWith(waiting[0]!.title)) {
      items.push({ role: waiting.shift()!, line: rest!, number: number ?? null });
    } else items.push({ note: line });
  }
  return [...items, ...waiting.map((role) => ({ role, line: null, number: null }))];
}

export function RoleItems({ items }: { items: readonly Item[] }) {
  return (
    <div class="cards">
      {items.map((item, at) =>
        "note" in item ? (
          <p key={at} class="between">
            <Marked text={item.note} />
          </p>
        ) : (
          <RoleCard key={at} {...item} />
        ),
      )}
    </div>
  );
}

/** Roles that are not the answer itself: folded, under the block's own first line. */
export function FoldedRoles(props: { text: string | null; roles: readonly Role[]; open: boolean; fallback: string }) {
  const [first, ...rest] = pairLines(props.text, props.roles);
  const heading = first && "note" in first ? first.note : null;
  const items = heading || !first ? rest : [first, ...rest];
  return (
    <Fold title={(heading ?? props.fallback).replace(/:$/, "")} count={props.roles.length} open={props.open}>
      <RoleItems items={items} />
    </Fold>
  );
}

export function RoleCard({ role, line, number }: { role: Role; line: string | null; number: string | null }) {
  const label = line ? labelOf(line, role) : role.title;
  const said = line ? segments(line.slice(label.length).replace(/^:\s*/, "")) : fieldsOf(role);
  const pay = said.filter((segment) => figureOf(segment, role) || isSilentPay(segment));
  const facts = said.filter((segment) => !pay.includes(segment) && attributeOf(segment, role));
  const others = said.filter((segment) => !pay.includes(segment) && !facts.includes(segment));
  const shown = said.map((segment) => segment.raw).join("").toLowerCase();
  const further = role.attributes.filter((attribute) => !shown.includes(attribute.display.toLowerCase()));
  const specialty = label.slice(role.title.length).trim().replace(/^\(|\)$/g, "");
  return (
    <div role="group" class="card" aria-label={label}>
      <h3>
        {number ? <span class="rank">{number}. </span> : null}
        {role.title} {specialty ? <span class="tag">{specialty}</span> : null}
      </h3>
      <Star role={role} label={label} />
      {pay.map((segment, at) => (
        <p key={at} class="pay">
          <Pay text={segment.text} /> <Marks of={segment.marks} figures={figureOf(segment, role)} />
        </p>
      ))}
      {labelled(others.map((segment) => segment.raw).join("")).map((sentence, at) => (
        <p key={at} class="card-note">
          <Marked text={sentence} />
        </p>
      ))}
      <Criteria role={role} />
      {role.summary ? <p class="summary">{sentence(role.summary)}</p> : null}
      <Facts asked={facts} further={further} silent={role.silent} />
    </div>
  );
}

/** Saves the role, or takes it off the shortlist, in the words that a person would type. */
function Star({ role, label }: { role: Role; label: string }) {
  const { strings, send } = useShared();
  const saved = useShortlist().holds(role);
  const bare = label === role.title && role.specialties.length > 0;
  const name = bare ? `${role.title} (${role.specialties.join(", ").replace(/-/g, " ")})` : label;
  const words = saved ? strings.removeMessage(name) : strings.saveMessage(name);
  return (
    <button
      type="button"
      class="small star"
      aria-pressed={saved}
      aria-label={strings.saveRole(name)}
      title={saved ? strings.unsave : strings.save}
      onClick={() => send(words, true)}
    >
      <Icon name="star" />
    </button>
  );
}

/** The failed wishes of a near miss, in the payload's words. */
function Criteria({ role }: { role: Role }) {
  const { strings } = useShared();
  return (
    <>
      {role.criteria.map((criterion, at) => (
        <p key={at} class={`criterion ${criterion.status === "fails" ? "fails" : "silent"}`}>
          {strings.wanted(criterion.wanted)};{" "}
          {criterion.actual ? strings.actual(criterion.actual) : strings.silent}
        </p>
      ))}
    </>
  );
}

function Facts(props: { asked: readonly Segment[]; further: readonly Attribute[]; silent: readonly string[] }) {
  const { strings } = useShared();
  const silent = props.silent.map((name) => strings.attributes[name] ?? name.replace(/_/g, " "));
  return (
    <ul class="facts">
      {props.asked.map((segment, at) => (
        <li key={at} class="asked">
          {segment.text} <Marks of={segment.marks} />
        </li>
      ))}
      {props.further.map((attribute) => (
        <li key={attribute.name + attribute.value}>
          {attribute.display} <Marks of={[attribute.citation]} />
        </li>
      ))}
      {silent.length ? <li class="silent">{strings.notStated(silent.join(", "))}</li> : null}
    </ul>
  );
}

/** `Telecardiology (cardiology)`: the title with what the line puts in brackets after it. */
function labelOf(line: string, role: Role): string {
  const colon = line.indexOf(": ", role.title.length);
  return colon < 0 ? role.title : line.slice(0, colon);
}

/** What a card says where the answer has no line for it. */
function fieldsOf(role: Role): Segment[] {
  if (role.figures.length) {
    return role.figures.map((f) => ({ text: f.display, raw: f.display, marks: f.citation === null ? [] : [f.citation] }));
  }
  const note = role.payNote ? `; the article says: ${role.payNote}` : "";
  const text = `no figure given${note}`;
  return [{ text, raw: text, marks: role.citations.slice(0, 1) }];
}

/** The yearly value of an hourly rate is said only where the question was about years. */
const CONVERSION = / \(about [^()]* not a salary\)/;

/** What the article wrote for the figure that a segment states; undefined if it states none. */
function figureOf(segment: Segment, role: Role): string[] | undefined {
  const figure = role.figures.find(
    ({ display }) => segment.text === display || segment.text === display.replace(CONVERSION, ""),
  );
  return figure && [figure.asWritten];
}

const isSilentPay = (segment: Segment): boolean => segment.text.startsWith("no figure given");

const attributeOf = (segment: Segment, role: Role): boolean =>
  role.attributes.some((attribute) => attribute.display === segment.text);

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;

