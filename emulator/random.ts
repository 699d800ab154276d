import { createHash } from "node:crypto";

/** Draws numbers in [0, 1). */
export type Random = () => number;

/** A number in [0, 1) that depends on the given parts alone: the same parts, the same draw, in any order of calls. */
export function draw(...parts: readonly (string | number)[]): number {
  return digest(parts).readUInt32BE(0) / 2 ** 32;
}

/** An endless, reproducible row of draws. */
export function seededRandom(seed: string | number): Random {
  let turn = 0;
  return () => draw(seed, turn++);
}

/** A UUID (version 4 in form) that depends on the given parts alone. */
export function uuidFrom(...parts: readonly (string | number)[]): string {
  const hex = digest(parts).toString("hex");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4] ?? "8";
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash("sha256").update(JSON.stringify(parts)).digest();
}
