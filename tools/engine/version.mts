/** Three numbers of a release, e.g. `[3, 259, 0]`. Pre-release marks are left out: a `-dev` build counts as its release. */
export type Version = readonly [major: number, minor: number, patch: number];

/**
 * The oldest engine this project works with: from 3.216 on, a refresh takes the inputs that a dynamic provider's `read`
 * returns, and without them drift cannot be shown field by field.
 */
export const OLDEST_ENGINE: Version = [3, 216, 0];

/** The first version found in a text: `v3.259.0`, `3.260.0-alpha.1+dirty`, `go1.26.8`, `go 1.25`. Undefined if there is none. */
export function parseVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

export function formatVersion(version: Version): string {
  return version.join(".");
}

/** Negative if `a` is older than `b`, positive if it is newer: fits `Array.sort`. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
