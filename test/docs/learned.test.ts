/** The learned contract that docs/provenance.md shows is what learning gives: made again here, and compared. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learn } from "../../provider/cli/doctor/learn/learn";
import { textOf } from "../../provider/contract/text";
import { emulate } from "../support/context";
import { repository } from "../support/repository";
import { fill } from "../unit/learn/account";
import { notesInMemory, worldFor } from "../unit/learn/learner";

const page = join(repository, "docs", "learned.contract.json");

test("docs/learned.contract.json is as it is produced; CALLAB_WRITE_DOCS=1 writes it", async () => {
  const emulator = await emulate({ personality: "minimal,strict-http" });
  fill(emulator);
  const world = { ...worldFor(emulator), now: () => Date.UTC(2026, 11, 1) };
  const { contract } = await learn(world, { tries: { notes: notesInMemory(), account: "account", removing: world } });
  const text = textOf(contract);
  if (process.env["CALLAB_WRITE_DOCS"] === "1") writeFileSync(page, text);
  expect(existsSync(page) ? readFileSync(page, "utf8") : "").toBe(text);
});
