/** The operations that are measured, in the order in which a stack goes through them. */
export interface Operation {
  readonly name: string;
  /** Arguments of `pulumi`. */
  readonly command: readonly string[];
  /** How many of `count` campaigns the program has edited by then. */
  readonly changed: (count: number) => number;
  /** Whether it writes each resource's step to the state, which costs the engine's backend time that grows with its size. */
  readonly isWriting: boolean;
}

/**
 * The file backend's work at each step takes minutes, and would hide what differs: so large stacks are written without
 * checkpoints, and that is said.
 */
export const withoutCheckpoints = { PULUMI_SKIP_CHECKPOINTS: "true", PULUMI_EXPERIMENTAL: "true" };

const up = ["up", "--yes", "--skip-preview"];

export const operations: readonly Operation[] = [
  { name: "first up", command: up, changed: () => 0, isWriting: true },
  { name: "preview, no change", command: ["preview"], changed: () => 0, isWriting: false },
  { name: "up, no change", command: up, changed: () => 0, isWriting: false },
  { name: "refresh", command: ["refresh", "--yes", "--skip-preview"], changed: () => 0, isWriting: false },
  { name: "up, one changed", command: up, changed: () => 1, isWriting: false },
  { name: "up, all changed", command: up, changed: (count) => count, isWriting: true },
  { name: "destroy", command: ["destroy", "--yes", "--skip-preview"], changed: (count) => count, isWriting: true },
];
