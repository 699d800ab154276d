/** The tables of a run, as Markdown. */
import type { Role } from "../observation.mts";
import { machine, number, table } from "../report.mts";
import { exponent } from "./growth.mts";

/** Whose CPU and memory are told apart. */
type Part = Role | "emulator";
const parts: readonly Part[] = ["engine", "program", "provider", "emulator"];

/** What one step took, at one size. */
export interface Measured {
  /** One stack, or several. */
  readonly shape: string;
  readonly count: number;
  readonly operation: string;
  readonly seconds: number;
  /** In seconds. */
  readonly cpu: Readonly<Record<Part, number>>;
  /** Peaks. */
  readonly megabytes: Readonly<Record<Part, number>>;
  readonly requests: Readonly<Record<string, number>>;
  /** Of all stacks together, after the step. */
  readonly stateBytes: number;
}

export interface Circumstances {
  readonly minutes: number;
  readonly engine: string;
}

const unique = <T,>(values: readonly T[]): T[] => [...new Set(values)];

export function report(all: readonly Measured[], { minutes, engine }: Circumstances): string {
  const most = Math.max(...all.map(({ count }) => count));
  return [
    `Measured on ${machine(engine)}, without checkpoints, in ${Math.round(minutes)} minutes, with up to ${number(most)} campaigns. After each step the emulator held each campaign once, as it was declared, the states held the same ones, and none was ever made twice; after destroy nothing was left.`,
    ...unique(all.map(({ shape }) => shape)).flatMap((shape) => section(all.filter((entry) => entry.shape === shape))),
  ].join("\n\n");
}

function section(here: readonly Measured[]): string[] {
  const sizes = unique(here.map(({ count }) => count));
  const rows = unique(here.map(({ operation }) => operation)).flatMap((operation) =>
    rowsOf(
      operation,
      here.filter((entry) => entry.operation === operation),
    ),
  );
  const growing = sizes.length > 1;
  const made = here.filter(({ operation }) => operation === "first up");
  const state = row("state, MB", made, [({ stateBytes }) => stateBytes / 1_000_000]);
  const head = ["", ...sizes.map((size) => `${number(size)} campaigns`), "grows as"];
  const shown = [head, ...rows, state].map((cells) => (growing ? cells : cells.slice(0, -1)));
  return [`### ${here[0]?.shape ?? ""}`, table(shown[0] ?? [], shown.slice(1))];
}

const rowsOf = (operation: string, here: readonly Measured[]): string[][] => [
  row(`**${operation}**: time, s`, here, [({ seconds }) => seconds]),
  row(
    "CPU, s",
    here,
    parts.map(
      (part) =>
        ({ cpu }) =>
          cpu[part],
    ),
  ),
  row(
    "memory, MB",
    here,
    parts.map(
      (part) =>
        ({ megabytes }) =>
          megabytes[part],
    ),
  ),
  ["requests", ...here.map(({ requests }) => requestsIn(requests)), ""],
];

/** How less than this grows, a second or a megabyte, is noise. */
const LEAST_TOLD = 1;

/** Figures at each size, and the exponents they grow by. */
function row(title: string, here: readonly Measured[], figures: readonly ((entry: Measured) => number)[]): string[] {
  const shown = (value: number): string => (value >= 100 ? Math.round(value) : Number(value.toFixed(1))).toString();
  const growth = figures.map((figure) => {
    const isWorthTelling = Math.max(...here.map(figure)) >= LEAST_TOLD;
    const found = isWorthTelling ? exponent(here.map((entry) => [entry.count, figure(entry)])) : undefined;
    return found === undefined ? "–" : found.toFixed(2);
  });
  return [title, ...here.map((entry) => figures.map((figure) => shown(figure(entry))).join(" / ")), growth.join(" / ")];
}

function requestsIn(requests: Readonly<Record<string, number>>): string {
  const entries = Object.entries(requests).map(([name, count]) => `${number(count)} ${name}`);
  return entries.length === 0 ? "none" : entries.join(", ");
}
