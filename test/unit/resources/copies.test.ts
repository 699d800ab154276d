/** How the package is installed: what a program is told of that. What comes of it is in test/package/layouts.test.ts. */
import { judgeInstallation, type Installation } from "../../../provider/resources/copies";

const fine: Installation = { folder: "/work/infra", isOfPnpm: false, version: "1.2.0", found: "1.2.0", sdk: "3.216.0" };

const judged = (other: Partial<Installation>) => judgeInstallation({ ...fine, ...other });

describe("nothing is told where", () => {
  it.each<[string, Partial<Installation>]>([
    ["the program's folder finds the package", {}],
    [
      "pnpm has installed it, beside an SDK that leaves its version out of the state",
      { isOfPnpm: true, sdk: "3.251.0" },
    ],
    ["a later SDK", { isOfPnpm: true, sdk: "4.0.0" }],
  ])("%s", (_, other) => {
    expect(judged(other)).toEqual({ problems: [], warnings: [] });
  });
});

describe("where only a library has the package, the program is told what to type", () => {
  it.each([
    [true, "`pnpm add pulumi-callab@1.2.0`"],
    [false, "`npm install pulumi-callab@1.2.0`"],
  ])("pnpm: %s", (isOfPnpm, command) => {
    const { problems, warnings } = judged({ isOfPnpm, found: undefined, sdk: "3.270.0" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("the program's folder, /work/infra,");
    expect(problems[0]).toContain(command);
    expect(warnings).toEqual([]);
  });
});

it("two versions are told, with the one that acts", () => {
  const { problems, warnings } = judged({ found: "1.1.0" });
  expect(problems).toEqual([]);
  expect(warnings.join()).toContain("the program has 1.1.0, and a library that it uses has 1.2.0. Version 1.1.0 makes");
});

it.each(["3.216.0", "3.250.1"])("an SDK whose states an update of the package would break under pnpm: %s", (sdk) => {
  const { problems, warnings } = judged({ isOfPnpm: true, sdk });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`@pulumi/pulumi ${sdk} would write`);
  expect(problems[0]).toContain("Version 3.251 does not");
  expect(warnings).toEqual([]);
});
