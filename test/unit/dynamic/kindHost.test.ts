/** What the dynamic front does for one kind, where the engine's host calls it. Each run has a process of its own. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../../emulator";
import type * as kindHosts from "../../../provider/dynamic/kindHost";
import { OWNER } from "../../../provider/lifecycle/state";
import { configurationFor, emulate, failureOf, leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";

const [home, parent] = [process.env["PULUMI_HOME"], process.ppid];
beforeEach(() => (process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-dynamic-"))));
afterEach(() => {
  if (home === undefined) delete process.env["PULUMI_HOME"];
  else process.env["PULUMI_HOME"] = home;
  Object.defineProperty(process, "ppid", { value: parent });
});

let runs = 0;

async function run(emulator: Emulator): Promise<kindHosts.KindHost> {
  // A run is known by who has started its process.
  Object.defineProperty(process, "ppid", { value: ++runs, configurable: true });
  const settings = new Map([
    ["callab:apiToken", emulator.token],
    ["callab:baseUrl", configurationFor(emulator).baseUrl],
  ]);
  jest.resetModules();
  const host = jest.requireActual<typeof kindHosts>("../../../provider/dynamic/kindHost").kindHost("Campaign");
  const get = (key: string): string | undefined => settings.get(key);
  await host.configure({ config: { get } as never });
  return host;
}

const declared = (resource: string, more: object = {}) => ({
  ...leastOf.Campaign,
  notes: "n",
  [OWNER]: ownerOf(resource),
  ...more,
});

it("a resource whose check fails speaks for its object all the same: no other one of the run takes it over", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const first = await run(emulator);
  const inputs = (await first.check({}, declared("a"))).inputs as Record<string, unknown>;
  await first.create(inputs);
  const next = await run(emulator);
  const { failures } = await next.check(inputs, declared("a", { name: "Autumn", timeZone: "EST5" }));
  expect(failures).toHaveLength(1);
  const another = (await next.check({}, declared("b"))).inputs as Record<string, unknown>;
  expect((await failureOf(next.create(another))).message).toMatch(/belongs to the resource "a" of this program/);
});
