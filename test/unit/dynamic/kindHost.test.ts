/** What the dynamic front does for one kind, where the engine's host calls it. Each run has a process of its own. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../../emulator";
import type * as kindHosts from "../../../provider/dynamic/kindHost";
import { IGNORED } from "../../../provider/lifecycle/ignored";
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

type Inputs = Record<string, unknown>;

/** What the engine records of a create. */
interface Made {
  readonly id: string;
  readonly outs: Inputs;
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
  const inputs = (await first.check({}, declared("a"))).inputs as Inputs;
  await first.create(inputs);
  const next = await run(emulator);
  const { failures } = await next.check(inputs, declared("a", { name: "Autumn", timeZone: "EST5" }));
  expect(failures).toHaveLength(1);
  const another = (await next.check({}, declared("b"))).inputs as Inputs;
  expect((await failureOf(next.create(another))).message).toMatch(/belongs to the resource "a" of this program/);
});

it("leaves what a program has its engine ignore, and keeps that in no state", async () => {
  const emulator = await emulate();
  const first = await run(emulator);
  const program = declared("a", { callTimeOfDayTo: "19:00", [IGNORED]: ["notes", "desiredStatus"] });
  const inputs = (await first.check({}, program)).inputs as Inputs;
  expect(inputs).toMatchObject({ [IGNORED]: ["notes", "desiredStatus"] });
  const { id, outs } = (await first.create(inputs)) as Made;
  expect(outs).not.toHaveProperty(IGNORED);
  const next = await run(emulator);
  emulator.dashboard.change("Campaign", id, { notes: "by hand" });
  const edited = { ...program, callTimeOfDayTo: "12:00" };
  const news = (await next.check(inputs, edited)).inputs as Inputs;
  const after = (await next.update(id, outs, news)).outs as Inputs;
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "by hand", call_time_of_day_to: "12:00:00" });
  expect(after).not.toHaveProperty(IGNORED);
  expect((await next.diff(id, after, news)).changes).toBe(false);
  // What becomes of it without the option is said by what the program says.
  const heard = (await next.check(news, { ...edited, [IGNORED]: undefined })).inputs as Inputs;
  expect(heard).not.toHaveProperty(IGNORED);
  expect((await next.diff(id, after, heard)).changes).toBe(false);
});

it("takes what an engine was not told to ignore for an edit, whatever the resource says of it", async () => {
  const host = await run(await emulate());
  const program = declared("a", { desiredStatus: "active", [IGNORED]: ["desiredStatus"] });
  const inputs = (await host.check({}, program)).inputs as Inputs;
  const { id, outs } = (await host.create(inputs)) as Made;
  const news = (await host.check(inputs, { ...program, desiredStatus: "paused" })).inputs as Inputs;
  expect((await host.diff(id, outs, news)).changes).toBe(true);
});

it("records no failed update with it", async () => {
  const emulator = await emulate();
  const host = await run(emulator);
  const program = declared("a", { [IGNORED]: ["notes"] });
  const inputs = (await host.check({}, program)).inputs as Inputs;
  const { id, outs } = (await host.create(inputs)) as Made;
  emulator.addFault({ fault: "emptyBody", match: { operation: "update" }, times: "always" });
  const failure = await failureOf(host.update(id, outs, { ...inputs, timeZone: "Europe/Berlin" }));
  expect((failure as { properties?: object }).properties).toMatchObject({ __unread: "open" });
  expect((failure as { properties?: object }).properties).not.toHaveProperty(IGNORED);
});
