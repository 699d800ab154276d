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
