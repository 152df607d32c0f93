/** For someone in need: the words, and the numbers to call as large buttons. Nothing else around them. */

import { withHelpLinks, type Token } from "../marks";
import { useShared } from "./context";
import { Icon } from "./icons";

export function Safety({ text }: { text: string }) {
  const { strings } = useShared();
  const tokens = withHelpLinks(text);
  const links = tokens.filter((token): token is Token & { kind: "link" } => token.kind === "link");
  const telephones = unique(links.filter((link) => link.href.startsWith("tel:")));
  return (
    <div class="safety">
      <p class="words">
        {tokens.map((token, at) => {
          if (token.kind !== "link") return "text" in token ? token.text : "";
          const outside = token.href.startsWith("http");
          return (
            <a key={at} href={token.href} {...(outside ? { target: "_blank", rel: "noopener noreferrer" } : {})}>
              {token.text}
              {outside ? <span class="visually-hidden"> {strings.newTab}</span> : null}
            </a>
          );
        })}
      </p>
      {telephones.length ? (
        <ul class="calls">
          {telephones.map(({ href, text: number }) => (
            <li key={href}>
              <a class="call" href={href}>
                <Icon name="phone" /> {strings.call(number)}
              </a>
              {mayText(text, number) ? (
                <a class="call" href={href.replace(/^tel:/, "sms:")}>
                  {strings.textTo(number)}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Only a number that the text itself says can be texted. */
function mayText(text: string, number: string): boolean {
  return text.includes(`text ${number}`);
}

function unique<T extends { href: string }>(links: readonly T[]): T[] {
  return links.filter((link, at) => links.findIndex((other) => other.href === link.href) === at);
}
