/** What this package wants to be, as bounds on ratios and counts of one run, and whether the run met them. */
import { names, type Contender } from "./contenders.mts";
import { Group } from "./statistics.mts";
import type { Measurement } from "./stack.mts";

export interface Verdict {
  readonly goal: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** Undefined: nothing of the kind was measured. */
type Find = (count: number, latencyMs: number, operation: string) => Group | undefined;

/** The goals that a set of measurements can judge. */
export function verdicts(measurements: readonly Measurement[]): Verdict[] {
  const find: Find = (count, latencyMs, operation) => {
    const found = measurements.filter(
      (entry) => entry.count === count && entry.latencyMs === latencyMs && entry.operation === operation,
    );
    return found.length === 0 ? undefined : new Group(found);
  };
  const sizes = [...new Set(measurements.map((entry) => entry.count))].filter((count) => count >= 100);
  return [
    ...sizes.flatMap((count) =>
      bounds.flatMap(({ operation, latencyMs, who = "package", than = "floor", bound }) => {
        const group = find(count, latencyMs, operation) ?? find(count, latencyMs, `${operation}, without checkpoints`);
        const ratio = group?.ratio(who, than);
        const by = who === "package" ? "" : ` (${names[who]})`;
        const goal = `${operation} of ${count.toLocaleString("en")} at ${latencyMs} ms${by}: at most ${bound.toFixed(2)} × ${names[than]}`;
        return ratio === undefined ? [] : [{ goal, found: `${ratio.toFixed(2)} ×`, isMet: ratio <= bound }];
      }),
    ),
    ...requestGoals(measurements),
    ...stateGoals(measurements),
  ];
}

interface Bound {
  readonly operation: string;
  readonly latencyMs: number;
  /** Left out: this package. */
  readonly who?: Contender;
  /** Left out: the floor. */
  readonly than?: Contender;
  readonly bound: number;
}

/** Each write is read back, and a campaign is paused before it is deleted: so writing may cost more than nothing. */
const bounds: readonly Bound[] = [
  { operation: "first up", latencyMs: 0, bound: 1.15 },
  { operation: "first up", latencyMs: 50, bound: 1.05 },
  { operation: "up, no change", latencyMs: 0, bound: 1.05 },
  { operation: "refresh", latencyMs: 50, bound: 1.15 },
  { operation: "refresh", latencyMs: 50, who: "native", bound: 1 },
  { operation: "destroy", latencyMs: 0, bound: 1.15 },
  { operation: "destroy", latencyMs: 50, than: "guide", bound: 1 },
];

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
  const largest = (who: Contender, what: "stateBytes" | "providerTextBytes"): number | undefined => {
    const sizes = measurements.flatMap((entry) =>
      entry.contender === who && entry.operation === "up, no change" ? (entry[what] ?? []) : [],
    );
    return sizes.length === 0 ? undefined : Math.max(...sizes);
  };
  const goals = [
    ["provider text in the state: at most 300 bytes", largest("package", "providerTextBytes"), 300],
    ["state of a campaign (native): at most 1,700 bytes", largest("native", "stateBytes"), 1_700],
  ] as const;
  return goals.flatMap(([goal, found, bound]) =>
    found === undefined ? [] : [{ goal, found: `${found.toLocaleString("en")} bytes`, isMet: found <= bound }],
  );
}
