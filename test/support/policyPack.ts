/**
 * The policy pack, for a real engine. The language host that is built here cannot start policy packs from their folder, as the
 * one that Pulumi ships does; the engine also takes a program that serves the pack, so a script of two lines is given.
 */
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "./repositoryCopy";

/** What `--policy-pack` is given. */
export async function servedPack(): Promise<string> {
  const pack = join(await copyOf(["policy"], "linked"), "policy", "serve");
  writeFileSync(
    pack,
    `#!/bin/sh\ncd "$(dirname "$0")" && exec node "$(node -p 'require.resolve("@pulumi/pulumi/cmd/run-policy-pack")')" "$1" .\n`,
  );
  chmodSync(pack, 0o755);
  return pack;
}
