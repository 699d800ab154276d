/** Whether this Node is one the command runs on: an ES module can be required, as commander is. */

/** Numbers of a version, such as `[22, 12]` of `>=22.12`. */
const partsOf = (text: string): readonly number[] => (/\d+(?:\.\d+)*/.exec(text)?.[0] ?? "0").split(".").map(Number);

/** The oldest Node, as `engines` of package.json says it: `22.12`. */
export function leastNode(): string {
  const { engines } = require("pulumi-callab/package.json") as { readonly engines: { readonly node: string } };
  return partsOf(engines.node).join(".");
}

/** `version` as Node tells it: `v22.12.0` or `22.12.0`. */
export function isNodeNewEnough(version: string, least = leastNode()): boolean {
  const found = partsOf(version);
  const difference = partsOf(least)
    .map((part, index) => (found[index] ?? 0) - part)
    .find((part) => part !== 0);
  return (difference ?? 0) >= 0;
}
