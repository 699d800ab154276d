/** The report of a run, as Markdown. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { contenders, names, titles, type Contender } from "./contenders.mts";
import { verdicts } from "./goals.mts";
import type { Measurement } from "./stack.mts";
import { cpuOf, Group } from "./statistics.mts";

export interface Circumstances {
  readonly minutes: number;
  readonly engine: string;
  /** `--parallel` of the engine, where it was set. */
  readonly parallel: number | undefined;
}

const unique = <T,>(values: readonly T[]): T[] => [...new Set(values)];
export const number = (value: number): string => value.toLocaleString("en");

export function report(measurements: readonly Measurement[], circumstances: Circumstances): string {
  const groups = unique(measurements.map(({ count, latencyMs }) => `${count} ${latencyMs}`)).map((key) =>
    key.split(" ").map(Number),
  );
  const tables = groups.flatMap(([count = 0, latencyMs = 0]) => section(measurements, count, latencyMs));
  // The goals are for the engine as it is.
  const rest = circumstances.parallel === undefined ? [footprint(measurements), goals(measurements)] : [];
  return [setting(measurements, circumstances), ...tables, ...rest].join("\n\n");
}

function setting(measurements: readonly Measurement[], { minutes, engine, parallel }: Circumstances): string {
  const personality = measurements[0]?.personality ?? "";
  const more = parallel === undefined ? "" : `, with \`--parallel ${parallel}\``;
  return `Measured on ${machine(engine)}${more}, in ${Math.round(minutes)} minutes; the emulator behaves as \`${personality}\`.`;
}

/** What a figure was measured on. */
export const machine = (engine: string): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${process.platform}, Node ${process.versions.node}, Pulumi ${engine}, file backend`;

function section(measurements: readonly Measurement[], count: number, latencyMs: number): string[] {
  const here = measurements.filter((entry) => entry.count === count && entry.latencyMs === latencyMs);
  const shown = contenders.filter((contender) => here.some((entry) => entry.contender === contender));
  const asking = shown.filter((contender) => contender !== "floor");
  const runs = Math.max(
    ...shown.map(
      (contender) => here.filter((entry) => entry.contender === contender && entry.operation === "refresh").length,
    ),
  );
  const rows = unique(here.map(({ operation }) => operation)).map((operation) => {
    const group = new Group(here.filter((entry) => entry.operation === operation));
    return [
      operation,
      ...shown.map((contender) => wall(group, contender)),
      shown.map((contender) => group.typical(contender, cpuOf)?.toFixed(1) ?? "–").join(" / "),
      ...asking.map((contender) => requests(group, contender)),
    ];
  });
  const head = [
    "",
    ...shown.map((contender) => names[contender]),
    "CPU, s",
    ...asking.map((contender) => `requests: ${names[contender]}`),
  ];
  return [
    `### ${number(count)} campaigns, answers after ${latencyMs} ms`,
    runs === 1 ? "One run." : `Medians of ${runs} runs, with the least and the most.`,
    table(head, rows),
  ];
}

/** `4.1 s (3.9–4.4), 1.02 ×` */
function wall(group: Group, contender: Contender): string {
  const seconds = group.typical(contender, (entry) => entry.seconds);
  if (seconds === undefined) return "–";
  const [least, most] = group.spread(contender);
  const spread = group.of(contender).length > 1 ? ` (${least.toFixed(1)}–${most.toFixed(1)})` : "";
  const ratio = contender === "floor" ? undefined : group.ratio(contender);
  return `${seconds.toFixed(1)} s${spread}${ratio === undefined ? "" : `, **${ratio.toFixed(2)} ×**`}`;
}

function requests(group: Group, contender: Contender): string {
  const [first] = group.of(contender);
  if (first === undefined) return "–";
  const parts = Object.entries(first.requests).map(([name, count]) => `${number(count)} ${name}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** Bytes in the state and memory of the provider, which hardly depend on the run. */
function footprint(measurements: readonly Measurement[]): string {
  const counts = unique(measurements.map(({ count }) => count));
  const rows = contenders.map((contender) => {
    const own = measurements.filter((entry) => entry.contender === contender);
    const last = own.findLast((entry) => entry.operation === "up, no change");
    const memory = counts.map((count) =>
      Math.max(...own.filter((entry) => entry.count === count).map((entry) => entry.providerMegabytes ?? 0)),
    );
    return [
      titles[contender],
      last?.stateBytes === undefined ? "–" : number(last.stateBytes),
      last?.providerTextBytes === undefined ? "–" : number(last.providerTextBytes),
      ...memory.map((peak) => (peak > 0 ? `${Math.round(peak)} MB` : "–")),
    ];
  });
  const head = [
    "",
    "state, bytes a campaign (without where it is declared)",
    "of these, provider text",
    ...counts.map((count) => `peak memory, ${number(count)}`),
  ];
  return [`### State and memory`, table(head, rows)].join("\n\n");
}

function goals(measurements: readonly Measurement[]): string {
  const rows = verdicts(measurements).map(({ goal, found, isMet }) => [goal, found, isMet ? "met" : "**not met**"]);
  return ["### Goals", table(["goal", "found", ""], rows)].join("\n\n");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const docs = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

/** Puts a text between two marks of docs/performance.md. */
export function writeIntoDocs(mark: string, text: string): void {
  const [begin, end] = [`<!-- ${mark}: begin -->`, `<!-- ${mark}: end -->`];
  const page = readFileSync(docs, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${mark}.`);
  writeFileSync(docs, `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`);
}
