/** What `callab doctor` found, in words: the verdict and its causes first, then each check and each route. */
import { printable } from "../../words/plainText";
import { table } from "../../words/table";
import { painter, type Screen } from "../terminal";
import type { Finding, RouteFinding, Verdict } from "./checks";
import type { Diagnosis } from "./command";
import { questionLines } from "./exportQuestions";

const styles = { ok: "green", warning: "yellow", failed: "red", "not tried": "dim" } as const;

export function report(diagnosis: Diagnosis, screen: Screen): string {
  const { isHealthy, findings, routes, exportAsks, changes = [] } = diagnosis;
  const paint = painter(screen);
  const coloured = (cell: string, row: number, column: number): string =>
    row === 0
      ? paint("bold", cell)
      : Object.hasOwn(styles, cell) && column > 0
        ? paint(styles[cell as Verdict], cell)
        : cell;
  const warnings = [...findings, ...routes].filter(({ verdict }) => verdict === "warning").length;
  const asked = questionLines(exportAsks);
  return [
    isHealthy
      ? `${paint("green", "Nothing is wrong.")}${warnings === 0 ? "" : ` ${warnings === 1 ? "A warning is" : `${warnings} warnings are`} below.`}`
      : paint("red", "Something is wrong:"),
    ...causes(findings, routes).map((cause) => `  ${cause}`),
    "",
    table(
      [["check", "verdict", "detail"], ...findings.map((entry) => [entry.check, entry.verdict, entry.detail])],
      coloured,
    ),
    "",
    ...(isUnreachable(findings)
      ? ["Before that is put right no route can be looked at. --json names all of them."]
      : [
          table(
            [
              ["route", "mark", "verdict", "detail"],
              ...routes.map((entry) => [entry.route, entry.mark, entry.verdict, entry.detail]),
            ],
            coloured,
          ),
          "",
          "Marks: documented; older: in an older description only; inferred: by the API's conventions, nobody promised it; observed: seen on that day.",
        ]),
    ...(changes.length === 0
      ? []
      : ["", "Changed since the contract:", ...changes.map((change) => `  ${printable(change)}`)]),
    ...(asked.length === 0
      ? []
      : [
          "",
          "`callab export` will ask for what the API hides; --leave-hidden leaves most of it as it is:",
          ...asked.map((line) => `  ${line}`),
        ]),
  ].join("\n");
}

const hasFailed = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === "failed";

/** Whether token or address alone explain what the routes say. */
const isUnreachable = (findings: readonly Finding[]): boolean =>
  findings.some((each) => hasFailed(each) && each.stopsAll === true);

/** One line for each cause: what only follows from another is none, and routes that fail alike are one. */
function causes(findings: readonly Finding[], routes: readonly RouteFinding[]): string[] {
  const own = findings
    .filter((each) => hasFailed(each) && each.isConsequence !== true)
    .map(({ check, detail }) => `${check}: ${detail}`);
  if (isUnreachable(findings)) return own;
  const failed = routes.filter(hasFailed);
  const alike = [...new Set(failed.map(({ detail }) => detail))].map((detail) => {
    const [first, ...others] = failed.filter((each) => each.detail === detail).map(({ route }) => route);
    return `${first ?? ""}${others.length === 0 ? "" : ` and ${others.length} more`}: ${detail}`;
  });
  return [...own, ...alike];
}
