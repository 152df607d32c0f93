/** The sources of one answer: folded on screen, always printed. */

import { linkToText } from "../links";
import { useAnswer, useShared } from "./context";
import { Fold } from "./fold";
import { Mark } from "./text";

export function References() {
  const { answer, figures } = useAnswer();
  const { strings } = useShared();
  return (
    <Fold title={strings.references} count={answer.citations.length}>
      <ol class="references">
        {answer.citations.map((citation) => {
          const address = linkToText(citation.url, figures.get(citation.n) ?? []);
          return (
            <li key={citation.n}>
              <Mark n={citation.n} />
              <div>
                <p class="excerpt">{citation.excerpt}</p>
                <p class="from">
                  {citation.verbatim ? strings.verbatim : strings.summary}.{" "}
                  {address ? (
                    <a href={address} target="_blank" rel="noopener noreferrer">
                      {citation.title}
                      <span class="visually-hidden"> {strings.newTab}</span>
                    </a>
                  ) : (
                    citation.title
                  )}
                  , {[citation.publisher, citation.section].filter(Boolean).join(", ")}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Fold>
  );
}
