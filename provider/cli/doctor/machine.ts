/** What doctor looks at on this machine: Node, Pulumi, and the clock against the API's. */
import { execFile } from "node:child_process";
import type { Configuration } from "../../configuration";
import { isNodeNewEnough, leastNode } from "../nodeVersion";
import type { Finding } from "./checks";

const LEAST_PULUMI = [3, 216, 0] as const;
/** Seconds between the two clocks that nobody needs to hear of. */
const TOLERANCE = 60;

export function nodeFinding(version: string): Finding {
  return isNodeNewEnough(version)
    ? { check: "Node", verdict: "ok", detail: version }
    : { check: "Node", verdict: "failed", detail: `${version}; ${leastNode()} or newer is needed` };
}

/** From what `pulumi version` prints; undefined: there is no `pulumi`. */
export function pulumiFinding(printed: string | undefined): Finding {
  const check = "Pulumi";
  if (printed === undefined)
    return {
      check,
      verdict: "warning",
      detail: "no `pulumi` on the PATH; https://www.pulumi.com/docs/install/ tells how to get it",
    };
  const parts = /v?(\d+)\.(\d+)\.(\d+)/.exec(printed);
  if (parts === null)
    return { check, verdict: "warning", detail: `an unknown version: ${printed.trim().slice(0, 40)}` };
  const version = parts.slice(1, 4).map(Number);
  const difference = version.map((part, index) => part - (LEAST_PULUMI[index] ?? 0)).find((part) => part !== 0) ?? 0;
  return difference >= 0
    ? { check, verdict: "ok", detail: `v${version.join(".")}` }
    : {
        check,
        verdict: "warning",
        detail: `v${version.join(".")}; ${LEAST_PULUMI.join(".")} or newer shows drift by field`,
      };
}

/** `date` is the API's `Date` header; `now` this machine's time in ms. */
export function clockFinding(date: string | null | undefined, now: number): Finding {
  const check = "clock";
  const theirs = date === undefined || date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return { check, verdict: "not tried", detail: "the API told no time" };
  const seconds = Math.round(Math.abs(now - theirs) / 1_000);
  return seconds <= TOLERANCE
    ? { check, verdict: "ok", detail: "as the API's" }
    : {
        check,
        verdict: "warning",
        detail: `${seconds} s ${now > theirs ? "ahead of" : "behind"} the API's; dates and times would be judged by a wrong clock`,
      };
}

/** What `pulumi version` prints; undefined if there is none. */
export const pulumiVersion = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile("pulumi", ["version"], { timeout: 10_000 }, (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    );
  });

/** The API's time, from the answer to a request without a token. */
export async function apiDate({ baseUrl, timeoutSeconds }: Configuration): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(timeoutSeconds * 1_000);
    const { headers, body } = await fetch(baseUrl, { method: "GET", redirect: "manual", signal });
    await body?.cancel();
    return headers.get("date");
  } catch {
    return null;
  }
}
