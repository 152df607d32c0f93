/** The exact passage behind a citation mark: whose words, from where, and the way to the original. */

import { useState } from "preact/hooks";
import type { Citation } from "../contract";
import { linkToText, safeUrl } from "../links";
import { useShared } from "./context";
import { Icon } from "./icons";
import { Modal } from "./modal";

export interface Opened {
  citations: readonly Citation[];
  n: number;
  figures: readonly string[];
}

export function SourceDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { strings } = useShared();
  const [n, setN] = useState(opened.n);
  const at = opened.citations.findIndex((citation) => citation.n === n);
  const citation = opened.citations[at];
  if (!citation) return null;
  const previous = opened.citations[at - 1];
  const next = opened.citations[at + 1];
  const figures = n === opened.n ? opened.figures : [];
  return (
    <Modal title={strings.sourceOf(n, opened.citations.length)} onClose={onClose} class="source">
      <p class="kind">{citation.verbatim ? strings.verbatim : strings.summary}</p>
      <blockquote>{citation.excerpt}</blockquote>
      <Origin citation={citation} />
      <OriginalLink citation={citation} figures={figures} />
      <div class="dialog-buttons">
        <button type="button" class="choice icon-only" disabled={!previous} aria-label={strings.previousSource} onClick={() => previous && setN(previous.n)}>
          <Icon name="back" />
        </button>
        <button type="button" class="choice icon-only" disabled={!next} aria-label={strings.nextSource} onClick={() => next && setN(next.n)}>
          <Icon name="next" />
        </button>
        <button type="button" class="choice" onClick={onClose}>
          {strings.closeSource}
        </button>
      </div>
    </Modal>
  );
}

function Origin({ citation }: { citation: Citation }) {
  const { strings } = useShared();
  const lines: [string, string][] = [
    [strings.article, citation.title],
    [strings.publisher, citation.publisher],
    [strings.section, citation.section],
    [strings.published, citation.published ?? strings.undated],
    [strings.accessed, citation.accessed],
  ];
  return (
    <dl>
      {lines
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function OriginalLink({ citation, figures }: { citation: Citation; figures: readonly string[] }) {
  const { strings } = useShared();
  const address = linkToText(citation.url, figures);
  if (!address) return <p class="notice">{strings.noAddress}</p>;
  return (
    <p>
      <a class="original" href={address} target="_blank" rel="noopener noreferrer">
        {figures[0] ? strings.openAtFigure(figures[0]) : strings.openOriginal}
        <Icon name="out" />
        <span class="visually-hidden"> {strings.newTab}</span>
      </a>
      <span class="host">{new URL(safeUrl(citation.url)!).hostname}</span>
    </p>
  );
}
