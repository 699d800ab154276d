/** Rows of text in columns that line up, on a terminal and in a log. */
import { oneLine } from "./plainText";

/**
 * Rows in columns, two spaces apart, whatever signs are in them; the last column is ragged. `paint` may colour a cell after
 * it was measured.
 */
export function table(
  cells: readonly (readonly string[])[],
  paint: (cell: string, row: number, column: number) => string = (cell) => cell,
): string {
  const rows = cells.map((row) => row.map(oneLine));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows
    .map((row, index) =>
      row
        .map((cell, column) => {
          const space = column === row.length - 1 ? "" : " ".repeat((widths[column] ?? 0) - widthOf(cell));
          return `${paint(cell, index, column)}${space}`;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** How many columns of a terminal a text takes: two for a sign of Chinese, Japanese or Korean. */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  // An ES module, loaded with the first text that needs it.
  const { default: stringWidth } = require("string-width") as { readonly default: (text: string) => number };
  return stringWidth(text);
}
