/** Roles side by side. A table that turns into stacked rows where the frame is narrow, by CSS alone. */

import type { Comparison } from "../contract";
import { useAnswer, useShared } from "./context";
import { Marks, Pay } from "./text";

// The roles are spelled out, since `display: block` on a narrow frame would take the table's own away.
export function ComparisonTable({ comparison, label }: { comparison: Comparison; label: string }) {
  const { strings } = useShared();
  const { answer } = useAnswer();
  const specialty = (id: string): string =>
    answer.roles.find((role) => role.id === id)?.specialties.join(", ") ?? "";
  const same = new Set(comparison.columns.map((column) => column.title)).size < comparison.columns.length;
  return (
    <>
      <table class="comparison" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {strings.aspect}
            </th>
            {comparison.columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col">
                {column.title} {specialty(column.id) ? <span class="tag">{specialty(column.id)}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {comparison.rows.map((row) => (
            <tr key={row.name} role="row" class={row.differs ? "differs" : ""}>
              <th role="rowheader" scope="row">
                {row.name} {row.differs ? <span class="tag">{strings.differs}</span> : null}
              </th>
              {row.cells.map((cell, at) => (
                <td key={at} role="cell">
                  <span class="column" aria-hidden="true">
                    {columnName(comparison, at, same ? specialty(comparison.columns[at]?.id ?? "") : "")}
                  </span>
                  <span>
                    <Pay text={cell.text} /> <Marks of={[cell.citation]} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The column's name as it stands before a cell of the stacked form. */
function columnName(comparison: Comparison, at: number, specialty: string): string {
  const title = comparison.columns[at]?.title ?? "";
  return specialty ? `${title} (${specialty})` : title;
}
