/** When laying out an answer fails, the person gets its text, which is complete on its own. */

import { Component, type ComponentChildren } from "preact";

interface Props {
  text: string;
  note: string;
  children: ComponentChildren;
}

export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    console.error("Waypoint: an answer could not be laid out", error);
    this.setState({ broken: true });
  }

  override render({ text, note, children }: Props) {
    if (!this.state.broken) return children;
    return (
      <div class="answer">
        <p class="notice">{note}</p>
        <p class="plain">{text}</p>
      </div>
    );
  }
}
