/**
 * Lines in a file to which several processes append. Each is written by one call, with a line break before and behind it:
 * whatever a killed process or a full disk has left at the end, the next one stands on a line of its own.
 */
import { writeSync } from "node:fs";

const LINE_BREAK = 10;

/** Gives how many bytes it has written. @param head stands before it, in an empty file */
export function appendLine(fd: number, line: string, head = ""): number {
  const bytes = Buffer.from(`${head}\n${line}\n`);
  if (writeSync(fd, bytes) < bytes.length) throw new Error("no space left");
  return bytes.length;
}

/** Cuts what a file has grown by into lines. Bytes behind the last line break wait for the rest of their line. */
export class LineCutter {
  #rest = Buffer.alloc(0);

  /** Whether all that was taken in ended with a line break. */
  get isAtEnd(): boolean {
    return this.#rest.length === 0;
  }

  /** The lines that are whole by now, without the empty ones, which mean nothing. */
  take(bytes: Buffer): readonly Buffer[] {
    const whole = Buffer.concat([this.#rest, bytes]);
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = whole.indexOf(LINE_BREAK); end >= 0; end = whole.indexOf(LINE_BREAK, start)) {
      if (end > start) lines.push(whole.subarray(start, end));
      start = end + 1;
    }
    this.#rest = Buffer.from(whole.subarray(start));
    return lines;
  }
}
