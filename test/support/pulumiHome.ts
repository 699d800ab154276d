/** Where a run keeps what it remembers: each test of a file has an empty one. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Called once, at the top of a file. */
export function emptyPulumiHome(): void {
  const home = process.env["PULUMI_HOME"];
  beforeEach(() => (process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-home-"))));
  afterEach(() => {
    if (home === undefined) delete process.env["PULUMI_HOME"];
    else process.env["PULUMI_HOME"] = home;
  });
}
