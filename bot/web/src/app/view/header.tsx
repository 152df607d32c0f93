/** The bar on top: whose chat it is, and what can be done with the conversation as a whole. */

import type { Host } from "../host";
import { useShared, useShortlist } from "./context";
import { Icon } from "./icons";

interface Props {
  host: Host;
  empty: boolean;
  onRestart: () => void;
  onShortlist: () => void;
}

export function Header({ host, empty, onRestart, onShortlist }: Props) {
  const { settings, strings } = useShared();
  const { count } = useShortlist();
  return (
    <header>
      <h1>{settings.title}</h1>
      <div class="tools">
        <Tool icon="star" name={strings.shortlistOf(count)} onClick={onShortlist} badge={count} />
        <Tool icon="restart" name={strings.restart} onClick={onRestart} off={empty} />
        <Tool icon="print" name={strings.print} onClick={() => window.print()} off={empty} />
        {host.canWiden ? (
          <Tool
            icon={host.wide ? "narrow" : "widen"}
            name={host.wide ? strings.narrow : strings.widen}
            onClick={() => host.widen()}
          />
        ) : null}
        {host.embedded ? <Tool icon="close" name={strings.close} onClick={() => host.close()} /> : null}
      </div>
    </header>
  );
}

interface ToolProps {
  icon: Parameters<typeof Icon>[0]["name"];
  name: string;
  onClick: () => void;
  off?: boolean;
  badge?: number;
}

function Tool(props: ToolProps) {
  return (
    <button type="button" class="tool" aria-label={props.name} title={props.name} disabled={props.off} onClick={props.onClick}>
      <Icon name={props.icon} />
      {props.badge ? (
        <span class="badge" aria-hidden="true">
          {props.badge}
        </span>
      ) : null}
    </button>
  );
}
