/** What this package wants to be, as bounds on ratios and counts of one run, and whether the run met them. */
import { Group } from "./statistics.mts";
import type { Measurement } from "./stack.mts";

export interface Verdict {
  readonly goal: string;
  readonly found: string;
  readonly isMet: boolean;
}

type Find = (count: number, latencyMs: number, operation: string) => Group;

/** The goals that a set of measurements can judge. */
export function verdicts(measurements: readonly Measurement[]): Verdict[] {
  const find: Find = (count, latencyMs, operation) =>
    new Group(
      measurements.filter(
        (entry) => entry.count === count && entry.latencyMs === latencyMs && entry.operation === operation,
      ),
    );
  const sizes = [...new Set(measurements.map((entry) => entry.count))].filter((count) => count >= 100);
  const ratios: readonly (readonly [operation: string, latencyMs: number, bound: number])[] = [
    ["first up", 0, 1.1],
    ["up, no change", 0, 1.05],
    ["destroy", 0, 1.1],
    ["refresh", 50, 1.15],
  ];
  return [
    ...sizes.flatMap((count) =>
      ratios.flatMap(([operation, latencyMs, bound]) => {
        const ratio = find(count, latencyMs, operation).ratio("package");
        const goal = `${operation} of ${count.toLocaleString("en")} at ${latencyMs} ms: at most ${bound.toFixed(2)} × floor`;
        return ratio === undefined ? [] : [{ goal, found: `${ratio.toFixed(2)} ×`, isMet: ratio <= bound }];
      }),
    ),
    ...requestGoals(measurements),
    ...stateGoals(measurements),
  ];
}

/** The most requests of a kind that this package made in any run of an operation. */
function most(
  measurements: readonly Measurement[],
  operation: string,
  counted: (entry: Measurement) => number,
): number | undefined {
  const found = measurements.filter((entry) => entry.contender === "package" && entry.operation === operation);
  return found.length === 0 ? undefined : Math.max(...found.map(counted));
}

const all = ({ requests }: Measurement): number => Object.values(requests).reduce((sum, count) => sum + count, 0);
const listed = ({ requests }: Measurement): number => requests["list"] ?? 0;
/** Creates beyond one for each campaign. */
const extraCreates = ({ requests, count }: Measurement): number => Math.abs((requests["create"] ?? 0) - count);

function requestGoals(measurements: readonly Measurement[]): Verdict[] {
  const goals = [
    ["up without change: no request", most(measurements, "up, no change", all), 0, "requests"],
    ["preview without change: no request", most(measurements, "preview, no change", all), 0, "requests"],
    ["first up: one POST for each campaign", most(measurements, "first up", extraCreates), 0, "too many or too few"],
    ["first up: at most one list", most(measurements, "first up", listed), 1, "lists"],
    ["refresh: at most 3 requests where lists show IDs", most(measurements, "refresh", all), 3, "requests"],
  ] as const;
  return goals.flatMap(([goal, found, bound, unit]) =>
    found === undefined ? [] : [{ goal, found: `${found} ${unit}`, isMet: found <= bound }],
  );
}

function stateGoals(measurements: readonly Measurement[]): Verdict[] {
  const texts = measurements.flatMap((entry) => (entry.contender === "package" ? (entry.providerTextBytes ?? []) : []));
  if (texts.length === 0) return [];
  const longest = Math.max(...texts);
  return [{ goal: "provider text in the state: at most 300 bytes", found: `${longest} bytes`, isMet: longest <= 300 }];
}
