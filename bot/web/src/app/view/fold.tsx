/** A part that is folded away until asked for. Printed unfolded, which <details> would not be. */

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./icons";

export function Fold(props: { title: string; count?: number; open?: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(props.open ?? false);
  const id = useId();
  return (
    <div class="fold">
      <button type="button" class="fold-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="fold" />
        <span>{props.title}</span>
        {props.count ? <span class="count">{props.count}</span> : null}
      </button>
      <div id={id} class="fold-body" hidden={!open}>
        {props.children}
      </div>
    </div>
  );
}
