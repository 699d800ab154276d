/**
 * Draws a week of calling hours as SVG: one strip a campaign, Monday to Sunday, the hours before as a hatched outline
 * above the hours after. The picture brings its own background, so that it can be read on any page, and needs
 * no fonts or scripts from elsewhere.
 */
import { shortDays } from "../../words/callingTimes";
import { oneLine } from "../../words/plainText";
import type { Action } from "./preview";
import { addDays, DAY, WEEK, type Bar } from "./week";
import type { WeekPlan, WeekRow } from "./weekPlan";

const WIDTH = 960;
const MARGIN = 20;
const STRIP = WIDTH - 2 * MARGIN;
const HEAD = 96;
const ROW = 86;
const FOOT = 44;

const actionWords: Readonly<Record<Action, string>> = {
  create: "new",
  update: "changed",
  replace: "deleted and made anew",
  delete: "deleted",
  same: "unchanged",
};

const styles = `
    text { font-family: system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
    .paper { fill: #ffffff; stroke: #d1d9e0; }
    .night { fill: #f3f5f7; }
    .day { stroke: #afb8c1; }
    .hour { stroke: #dfe4e9; }
    .soft { fill: #59636e; }
    .old { fill: url(#hatch); stroke: #8a5a00; stroke-width: 1.2; }
    .hatching { stroke: #b98a2f; }
    .new { fill: #0a5fcb; }
    .same { fill: #6b7785; }
    .inbound { fill: none; stroke: #0a5fcb; stroke-width: 1.5; }
    .same.inbound { stroke: #6b7785; }
    .new.off, .same.off { fill: #dfe4e9; stroke: #afb8c1; }
    .old.off { fill: none; stroke: #afb8c1; }
    .on-bar { fill: #ffffff; }
    .on-paper { fill: #59636e; }
    .gone { fill: #b42318; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .paper { fill: #0d1117; stroke: #3d444d; }
      .night { fill: #151b23; }
      .day { stroke: #4a535e; }
      .hour { stroke: #262d36; }
      .soft { fill: #9aa5b1; }
      .old { stroke: #e0b050; }
      .hatching { stroke: #a57f35; }
      .new { fill: #1f6fe0; }
      .inbound { fill: none; stroke: #4f94f5; }
      .new.off, .same.off { fill: #262d36; stroke: #4a535e; }
      .old.off { fill: none; stroke: #4a535e; }
      .on-paper { fill: #9aa5b1; }
      .gone { fill: #ff8d85; }
    }
`;

/** The picture, ending with a line break. The same plan gives the same bytes. */
export function weekPicture(plan: WeekPlan): string {
  const { rows, left } = plan;
  const height = HEAD + Math.max(1, rows.length) * ROW + FOOT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${xml(title(plan))}</title>`,
    `<desc id="description">${xml(description(plan))}</desc>`,
    `<style>${styles}</style>`,
    `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" x1="0" y1="0" x2="0" y2="5" stroke-width="2"/></pattern></defs>`,
    `<rect class="paper" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`,
    label(MARGIN, 28, title(plan), { size: 16, weight: 600 }),
    label(MARGIN, 47, subtitle(plan), { size: 12, className: "soft" }),
    ...days(plan.monday, HEAD, height - FOOT),
    ...(rows.length === 0 ? [label(MARGIN, HEAD + 30, "No campaigns.", { size: 13 })] : []),
    ...rows.flatMap((row, index) => strip(row, HEAD + index * ROW)),
    ...legend(height - 18),
    ...(left === 0
      ? []
      : [label(WIDTH - MARGIN, height - 14, `and ${left} more`, { size: 12, className: "soft", anchor: "end" })]),
    "</svg>",
    "",
  ].join("\n");
}

const title = ({ zone }: WeekPlan): string => `Calling hours of a week, in ${zone} time`;

const subtitle = (plan: WeekPlan): string =>
  `Clocks as in the week of ${plan.monday} to ${addDays(plan.monday, 6)}${plan.clocksChange ? " (they are changed in it)" : ""}. Shaded: 21:00 to 8:00 where people are called.`;

function description(plan: WeekPlan): string {
  const rows = plan.rows.map((row) => `${row.name}: ${aboutWords(row)}, ${row.hours}.`);
  const more = plan.left === 0 ? [] : [`And ${plan.left} more.`];
  return [subtitle(plan), ...(rows.length === 0 ? ["No campaigns."] : rows), ...more].join(" ");
}

const x = (minute: number): number => round(MARGIN + (minute / WEEK) * STRIP);
const round = (value: number): number => Math.round(value * 10) / 10;

/** The names of the days, and the lines between them from top to bottom. */
function days(monday: string, top: number, bottom: number): string[] {
  return shortDays.flatMap((name, index) => {
    const start = index * DAY;
    const [year, month, day] = addDays(monday, index).split("-");
    const date = [...(index === 0 ? [year] : []), month, day].join("-");
    return [
      label(x(start) + 5, top - 20, `${name} ${date}`, { size: 12, weight: 600 }),
      ...quarters.map((hour) =>
        label(x(start + hour * 60), top - 6, String(hour), { size: 10, className: "soft", anchor: "middle" }),
      ),
      `<line class="day" x1="${x(start)}" y1="${top - 32}" x2="${x(start)}" y2="${top}"/>`,
      ...(index === 6 ? [`<line class="day" x1="${x(WEEK)}" y1="${top - 32}" x2="${x(WEEK)}" y2="${top}"/>`] : []),
    ].concat(
      index === 6 ? [`<line class="day" x1="${MARGIN}" y1="${bottom}" x2="${WIDTH - MARGIN}" y2="${bottom}"/>`] : [],
    );
  });
}

const quarters = [6, 12, 18];

/** `changed, active, inbound` */
const aboutWords = ({ action, status, isInbound }: WeekRow): string =>
  [actionWords[action], status, isInbound ? "inbound" : undefined].filter((word) => word !== undefined).join(", ");

/** The hours behind the bars of one campaign; the night of those who are called is shaded. */
function hourGrid(nights: readonly Bar[], top: number, bottom: number): string[] {
  const line = (className: string, minute: number): string =>
    `<line class="${className}" x1="${x(minute)}" y1="${top}" x2="${x(minute)}" y2="${bottom}"/>`;
  const night = (from: number, to: number): string =>
    `<rect class="night" x="${x(from)}" y="${top}" width="${round(x(to) - x(from))}" height="${bottom - top}"/>`;
  const starts = Array.from({ length: 7 }, (_, index) => index * DAY);
  return [
    ...nights.map(({ start, end }) => night(start, end)),
    ...starts.flatMap((start) => quarters.map((hour) => line("hour", start + hour * 60))),
    ...[...starts, WEEK].map((start) => line("day", start)),
  ];
}

function strip(row: WeekRow, top: number): string[] {
  const width = 120;
  const remarks = row.remarks.length === 0 ? "" : ` · ${row.remarks.join("; ")}`;
  return [
    ...(top === HEAD ? [] : [`<line class="day" x1="${MARGIN}" y1="${top}" x2="${WIDTH - MARGIN}" y2="${top}"/>`]),
    `<text x="${MARGIN + 5}" y="${top + 19}" font-size="13"><tspan font-weight="600">${xml(cut(row.name, 60))}</tspan>` +
      `<tspan dx="8" class="${row.action === "delete" || row.action === "replace" ? "gone" : "soft"}">${xml(aboutWords(row))}</tspan></text>`,
    label(MARGIN + 5, top + 35, cut(`${row.hours}${remarks}`, width), { size: 12, className: "soft" }),
    ...hourGrid(row.night, top + 40, top + 78),
    ...row.before.map((bar) => block(bar, bar.isOff === true ? "old off" : "old", top + 43, 12)),
    ...row.after.map((bar) => block(bar, afterClass(row, bar), top + 58, 17)),
    ...row.after.flatMap((bar) => hours(bar, row.isInbound || bar.isOff === true ? "on-paper" : "on-bar", top + 70)),
  ];
}

/** What calls nobody looks like it: being called is an outline, and days outside the campaign's own are grey. */
const afterClass = ({ action, isInbound }: WeekRow, { isOff }: Bar): string =>
  [action === "same" ? "same" : "new", ...(isOff === true ? ["off"] : []), ...(isInbound ? ["inbound"] : [])].join(" ");

const block = (bar: Bar, className: string, top: number, height: number): string =>
  `<rect class="${className}" x="${x(bar.start)}" y="${top}" width="${round(x(bar.end) - x(bar.start))}" height="${height}" rx="2"/>`;

/** The hours of a bar, where they fit into it. */
function hours(bar: Bar, className: string, baseline: number): string[] {
  const room = x(bar.end) - x(bar.start);
  if (room < bar.label.length * 6 + 2) return [];
  return [
    label(round((x(bar.start) + x(bar.end)) / 2), baseline, bar.label, {
      size: 10,
      className,
      anchor: "middle",
    }),
  ];
}

const legend = (middle: number): string[] => [
  `<rect class="old" x="${MARGIN}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  label(MARGIN + 36, middle + 4, "before", { size: 12 }),
  `<rect class="new" x="${MARGIN + 100}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  label(MARGIN + 136, middle + 4, "after", { size: 12 }),
  `<rect class="same" x="${MARGIN + 190}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  label(MARGIN + 226, middle + 4, "unchanged", { size: 12 }),
  `<rect class="new inbound" x="${MARGIN + 310}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  label(MARGIN + 346, middle + 4, "inbound: people call", { size: 12 }),
  `<rect class="old off" x="${MARGIN + 490}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  `<rect class="new off" x="${MARGIN + 522}" y="${middle - 6}" width="28" height="12" rx="2"/>`,
  label(MARGIN + 558, middle + 4, "before its first or after its last day", { size: 12 }),
];

interface LabelStyle {
  readonly size: number;
  readonly weight?: number;
  readonly className?: string;
  readonly anchor?: "middle" | "end";
}

function label(left: number, baseline: number, text: string, style: LabelStyle): string {
  const attributes = [
    style.className === undefined ? "" : ` class="${style.className}"`,
    ` font-size="${style.size}"`,
    style.weight === undefined ? "" : ` font-weight="${style.weight}"`,
    style.anchor === undefined ? "" : ` text-anchor="${style.anchor}"`,
  ].join("");
  return `<text x="${round(left)}" y="${round(baseline)}"${attributes}>${xml(text)}</text>`;
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const xmlEntities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML cannot hold the last two characters of the first plane at all. */
const xml = (text: string): string =>
  oneLine(text)
    .replace(/[\ufffe\uffff]/g, " ")
    .replace(/[&<>"]/g, (sign) => xmlEntities[sign] ?? sign);
