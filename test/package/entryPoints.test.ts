/** Whether package.json leads every kind of tool to the right file: two linters that know the rules. */
import { packedPackage } from "../support/installation";
import { tarball, tool } from "./installation";

jest.setTimeout(120_000);

test("publint finds nothing, not even a suggestion", async () => {
  const result = await tool("publint/src/cli.js", ["run", await packedPackage(), "--pack", "false", "--strict"]);
  expect(result.output).toContain("All good!");
  expect(result.code).toBe(0);
});

test("are the types right, for CommonJS, ES modules, bundlers, and for compilers that know no exports", async () => {
  const flags = ["--format", "ascii", "--no-definitely-typed", "--no-color", "--no-emoji"];
  const result = await tool("@arethetypeswrong/cli/dist/index.js", [await tarball(), ...flags]);
  expect(result.output).toContain("No problems found");
  expect(result.output.match(/node16 \(from ESM\): OK \(CJS\)/g)).toHaveLength(4);
  expect(result.output.match(/node10: OK *$/gm)).toHaveLength(4);
  expect(result.code).toBe(0);
});
