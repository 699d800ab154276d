/**
 * A state outlives the version that wrote it. Each file in test/fixtures/state is what a released version wrote in a
 * real run, and is never changed; the present version must read it, see no change in it, and go on from it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "../../provider/kinds";
import { listedKinds, type ListedKindName } from "../../provider/kinds/schema";
import { deleteObject, diff, update } from "../support/lifecycle";
import { read } from "../../provider/lifecycle/read";
import { declaredIn } from "../../provider/lifecycle/state";
import { succeeded } from "../support/command";
import { contextFor, emulate } from "../support/context";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { makeProject } from "../support/project";

jest.setTimeout(240_000);

interface Resource {
  readonly type: string;
  readonly id?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

interface OlderState {
  readonly passphrase: string;
  readonly program: string;
  /** What the API held, in wire names. */
  readonly objects: Readonly<
    Record<ListedKindName, readonly (Readonly<Record<string, string>> & { readonly id: string })[]>
  >;
  /** What is encrypted in the state, in clear. */
  readonly secrets: Readonly<Partial<Record<ListedKindName, Readonly<Record<string, unknown>>>>>;
  readonly state: { readonly deployment: { readonly resources: readonly Resource[] } };
}

const folder = join(__dirname, "..", "fixtures", "state");
const versions = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
const load = (version: string): OlderState =>
  JSON.parse(readFileSync(join(folder, `${version}.json`), "utf8")) as OlderState;

const cases = versions.flatMap((version) => listedKinds.map((kind) => [version, kind] as const));

/** The API as it was then, and the old state of one resource as the engine hands it to a provider. */
async function asItWas(version: string, kindName: ListedKindName) {
  const older = load(version);
  const emulator = await emulate({ personality: { campaignListIds: true, phoneNumberIds: true } });
  for (const name of listedKinds) for (const object of older.objects[name]) emulator.dashboard.create(name, object);
  const resource = older.state.deployment.resources.find(({ type }) => type.endsWith(`:${kindName}`));
  const state: Readonly<Record<string, unknown>> = { ...resource?.outputs, ...older.secrets[kindName] };
  return { emulator, context: contextFor(emulator), kind: kinds[kindName], id: resource?.id ?? "", state };
}

test("there is a state of each kind", () => {
  expect(versions).toContain("0.1.0");
  for (const [version, kind] of cases) expect(load(version).objects[kind]).toHaveLength(1);
});

describe.each(cases)("a %s of %s", (version, kindName) => {
  test("is read, and shows no drift", async () => {
    const { context, kind, id, state } = await asItWas(version, kindName);
    const found = await read(context, kind, id, state);
    expect(found?.inputs).toEqual(declaredIn(kind, state));
  });

  test("has no difference from the program that made it", async () => {
    const { context, kind, id, state } = await asItWas(version, kindName);
    expect(diff(context, kind, id, state, declaredIn(kind, state)).changes).toBe(false);
  });

  test("is updated: the same object, with its new value", async () => {
    const { emulator, context, kind, id, state } = await asItWas(version, kindName);
    const [field, value] = kindName === "PhoneNumber" ? ["nickname", "Main"] : ["name", "Another name"];
    const next = await update(context, kind, id, state, { ...declaredIn(kind, state), [field]: value });
    expect(next[field]).toBe(value);
    expect(emulator.dashboard.get(kindName, id)?.[field]).toBe(value);
    expect(emulator.dashboard.list(kindName)).toHaveLength(1);
  });

  test("is deleted", async () => {
    const { emulator, context, kind, id, state } = await asItWas(version, kindName);
    await deleteObject(context, kind, id, state);
    expect(emulator.dashboard.list(kindName)).toEqual([]);
  });
});

test.each(versions)("the engine goes on from the state of %s: nothing to do, then destroy", async (version) => {
  const { program, passphrase, objects, state } = load(version);
  const emulator = await startEmulatorProcess({ personality: { campaignListIds: true, phoneNumberIds: true } });
  for (const name of listedKinds) for (const object of objects[name]) await emulator.dashboard.create(name, object);
  const environment = { PULUMI_CONFIG_PASSPHRASE: passphrase };
  const project = await makeProject({ program, emulator, environment });
  const file = join(project.folder, "state.json");
  const ownNames = JSON.stringify(state).replaceAll("released::fixture", "test::tested");
  writeFileSync(file, ownNames.replaceAll("fixture-released", "tested-test"));
  succeeded(await project.pulumi(["stack", "import", "--file", file]));
  await emulator.clearRequests();
  await project.up("--skip-preview", "--expect-no-changes", "--refresh");
  expect((await emulator.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
  await project.destroy("--skip-preview");
  for (const name of listedKinds) expect(await emulator.dashboard.ids(name)).toEqual([]);
  await emulator.stop();
});
