import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { check } from "../../../provider/lifecycle/check";
import { describe } from "../../../provider/words/diagnostic";
import { leastOf } from "../../support/context";

/** What is remarked about an object that has these inputs beside the least, and no error. */
export function remarks(kind: KindName, changes: object): string[] {
  const now = new Date("2026-11-01T12:00:00Z");
  const { diagnostics } = check(kinds[kind], { ...leastOf[kind], ...changes }, { workspace: "default", now });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return diagnostics.map((entry) => `${entry.property}: ${describe(entry)}`);
}
