/** Whether package.json leads every kind of tool to the right file: two linters that know the rules. */
import { packedPackage } from "../support/installation";
import { tarball, tool } from "./installation";

jest.setTimeout(120_000);

test("publint finds nothing, not even a suggestion", async () => {
  const result = await tool("publint/src/cli.js", ["run", await packedPackage(), "--pack", "false", "--strict"]);
  expect(result.output).toContain("All good!");
  expect(result.code).toBe(0);
});

test("are the types right, for CommonJS, ES modules and bundlers", async () => {
  const result = await tool("@arethetypeswrong/cli/dist/index.js", [
    await tarball(),
    "--profile",
    "node16",
    "--format",
    "ascii",
    "--no-definitely-typed",
    "--no-color",
    "--no-emoji",
    // What programs import. `./dynamic/…` is for the states of stacks alone, which import it by require.
    "--entrypoints",
    ".",
    "./native",
    "./emulator",
    "./policy",
  ]);
  expect(result.output.match(/node16 \(from ESM\): OK \(CJS\)/g)).toHaveLength(4);
  expect(result.code === 0 ? "right" : result.output).toBe("right");
});
