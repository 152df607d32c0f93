/** The bar on top: whose chat it is, and what can be done with the conversation as a whole. */

import type { Host } from "../host";
import { useShared } from "./context";
import { Icon } from "./icons";

interface Props {
  host: Host;
  empty: boolean;
  onRestart: () => void;
}

export function Header({ host, empty, onRestart }: Props) {
  const { settings, strings } = useShared();
  return (
    <header>
      <h1>{settings.title}</h1>
      <div class="tools">
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

function Tool(props: { icon: Parameters<typeof Icon>[0]["name"]; name: string; onClick: () => void; off?: boolean }) {
  return (
    <button type="button" class="tool" aria-label={props.name} title={props.name} disabled={props.off} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}
