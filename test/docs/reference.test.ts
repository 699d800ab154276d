import { join } from "node:path";
import { ownEnvironment, run } from "../support/command";
import { repository } from "../support/repository";

jest.setTimeout(60_000);

test("the reference is what schema.json and the routes say today", async () => {
  const { code, output } = await run(process.execPath, [join("tools", "generate", "reference.mts"), "--check"], {
    cwd: repository,
    environment: ownEnvironment(),
  });
  expect(output).toBe("");
  expect(code).toBe(0);
});
