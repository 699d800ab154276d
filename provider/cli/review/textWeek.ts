/** The week in plain text: pictures cannot be posted to a pull request without hosting, and this can be read anywhere. */
import { shortDays } from "../../words/callingTimes";
import { oneLine, shortened } from "../../words/plainText";
import { table } from "../../words/table";
import { DAY, type Bar } from "./week";
import type { WeekPlan, WeekRow } from "./weekPlan";

/** More would be too long to read in a comment. */
const MOST_CAMPAIGNS = 25;
const LONGEST_NAME = 32;

/** A line a campaign, two where its hours change; undefined where there is nothing to show. */
export function textWeek({ rows, left, monday, zone, clocksChange }: WeekPlan): string | undefined {
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, MOST_CAMPAIGNS);
  const more = left + rows.length - shown.length;
  const lines = [["", "", ...shortDays], ...shown.flatMap(linesOf)];
  const hasOff = lines.some((cells) => cells.slice(2).some((cell) => cell.includes("(")));
  return [
    `Week of ${monday}, clocks of ${zone}${clocksChange ? " (they are changed in it)" : ""}`,
    table(lines),
    ...(more === 0 ? [] : [`and ${more} more`]),
    ...(hasOff ? ["(…): before the campaign's first day or after its last, so no calls"] : []),
  ].join("\n");
}

function linesOf(row: WeekRow): string[][] {
  const name = shortened(oneLine(row.name), LONGEST_NAME);
  const [before, after] = [cells(row.before), cells(row.after)];
  const about = [row.status, row.isInbound ? "inbound" : undefined].filter((word) => word !== undefined).join(", ");
  switch (row.action) {
    case "create":
      return [[name, `new, ${about}`, ...after]];
    case "delete":
      return [[name, "deleted", ...before]];
    case "same":
      return [[name, about, ...after]];
    default:
      return before.join("|") === after.join("|")
        ? [[name, about, ...after]]
        : [
            [name, "before", ...before],
            ["", `after, ${about}`, ...after],
          ];
  }
}

/** Hours by the day on which they begin; in parentheses where the campaign has not begun or is over. */
function cells(bars: readonly Bar[]): string[] {
  return shortDays.map((_, day) =>
    bars
      .filter(({ start }) => Math.floor(start / DAY) === day)
      .map(({ label, isOff }) => (isOff === true ? `(${label})` : label))
      .join(" "),
  );
}
