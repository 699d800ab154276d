/** A real browser in a process of its own: @sparticuz/chromium brings one that runs without an installation. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type BrowserCommand =
  | { readonly do: "open"; readonly file: string; readonly width: number; readonly scheme: "light" | "dark" }
  /** An expression, in the page. */
  | { readonly do: "ask"; readonly expression: string }
  | { readonly do: "type"; readonly selector: string; readonly text: string }
  | { readonly do: "click"; readonly selector: string }
  | { readonly do: "picture"; readonly file: string }
  /** Complaints, dialogs, and requests beyond files, since the page was opened. */
  | { readonly do: "heard" };

export interface Browser {
  tell<Result = unknown>(command: BrowserCommand): Promise<Result>;
  close(): Promise<void>;
}

export function startBrowser(): Browser {
  const child = spawn(process.execPath, [join(__dirname, "runBrowser.mts")], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async tell<Result>(command: BrowserCommand): Promise<Result> {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error("the browser has ended");
      const answer = JSON.parse(value) as { readonly result?: unknown; readonly error?: string };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.result as Result;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
