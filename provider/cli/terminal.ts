/**
 * What is particular to a terminal: colour and progress. A pipe gets neither. What is shown is made safe before it is
 * coloured.
 */
import { styleText } from "node:util";
import { oneLine } from "../words/plainText";

/** What this module needs of a stream. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  hasColors?(): boolean;
  write(text: string): unknown;
}

type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Colours for a stream: none where it is not a terminal, or where NO_COLOR is set (Node's `hasColors` heeds it). */
export function painter(screen: Screen): (style: Style, text: string) => string {
  const isColoured = screen.isTTY === true && (screen.hasColors?.() ?? false);
  // The stream was asked already: it need not be the one that Node would ask.
  return (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text);
}

/** One line that is overwritten as work goes on, and wiped when it is done. */
export interface Progress {
  show(text: string): void;
  done(): void;
}

export function progressOn(screen: Screen): Progress {
  if (screen.isTTY !== true) return { show: () => undefined, done: () => undefined };
  return {
    show: (text) => void screen.write(`\r\u001b[2K${oneLine(text)}`),
    done: () => void screen.write("\r\u001b[2K"),
  };
}

/** How many columns of a terminal a text takes: two for a sign of Chinese, Japanese or Korean. */
function widthOf(text: string): number {
  // An ES module, loaded with the first table.
  const { default: stringWidth } = require("string-width") as { readonly default: (text: string) => number };
  return stringWidth(text);
}

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
