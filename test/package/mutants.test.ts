/** The deliberate breaks of `npm run test:mutation` are all still possible: each finds the text that it breaks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/repository";

it("every deliberate break finds its text, and has a name of its own", async () => {
  const { mutants } = await import("../../tools/mutation/mutants.mts");
  const lost = mutants.filter(({ file, search }) => !readFileSync(join(repository, file), "utf8").includes(search));
  expect(lost.map(({ name }) => name)).toEqual([]);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});
