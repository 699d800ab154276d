/** schema.json is the single source: whatever it gains, the emulator must take and show without further ado. */
import schema from "../../../schema.json";
import { kinds, type Kind, type WireObject } from "../../../emulator";
import { start, type Asked } from "./client";

interface Node {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly wireName?: string;
  readonly readOnly?: boolean;
  readonly providerOnly?: boolean;
  readonly routes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const definitions = schema.$defs as unknown as Readonly<Record<Kind, Node>>;

const samples: Readonly<Record<string, string>> = {
  uuid: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  "time-of-day": "09:00:00",
  "time-zone": "Europe/Paris",
  date: "2026-12-01",
  slug: "default",
  e164: "+15555550100",
  uri: "https://example.com/x",
};

/** Any value of a node, as it travels. */
function sample(node: Node): unknown {
  if (node.format === "weekday") return 1;
  if (node.properties !== undefined) return sampleObject(node);
  const type = typeof node.type === "string" ? node.type : node.type?.[0];
  switch (type) {
    case "array":
      return [sample(node.items ?? {})];
    case "integer":
    case "number":
      return 7;
    case "boolean":
      return true;
    case "object":
      return { AnyKey: "any value" };
    default:
      return node.enum?.[0] ?? samples[node.format ?? ""] ?? "text";
  }
}

function sampleObject(node: Node): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node.properties ?? {})
      .filter(([, { readOnly, providerOnly }]) => readOnly !== true && providerOnly !== true)
      .map(([name, inside]) => [wire(name, inside), sample(inside)]),
  );
}

function wire(name: string, node: Node): string {
  return node.wireName ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `/campaigns`: what the addresses of a kind's writes begin with. */
const address = (kind: Kind): string =>
  (Object.keys(definitions[kind].routes?.["create"] ?? {})[0] ?? "").replace(/^POST (.*)\/create$/, "$1");

/** An object as a list shows it, or where there is none as the answer to its create does. */
async function shown(emulator: Asked, kind: Kind, full: WireObject): Promise<WireObject | undefined> {
  const { data } = await emulator.post(`${address(kind)}/create`, full);
  const [list] = Object.keys(definitions[kind].routes?.["list"] ?? {});
  if (list === undefined) return data as WireObject;
  const path = list.replace("GET ", "").replace(/\?.*/, "").replace("{workspace}", "default");
  return (await emulator.items(path))[0];
}

describe.each(kinds)("%s", (kind) => {
  const definition = definitions[kind];
  const full = sampleObject(definition);
  // Documented for workspaces.
  const word = kind === "Workspace" ? "success" : "ok";

  it("every field that travels can be written, and is stored as it came", async () => {
    const emulator = await start();
    const { status, message } = await emulator.post(`${address(kind)}/create`, full);
    expect({ status, message }).toEqual({ status: word, message: "success" });
    expect(emulator.dashboard.list(kind).at(-1)).toMatchObject(full);
  });

  it("every field can be written again by an update, and cleared unless it is required", async () => {
    const emulator = await start({ personality: { updateRequiresStatus: false } });
    await emulator.post(`${address(kind)}/create`, full);
    const id = emulator.dashboard.ids(kind).at(-1) ?? "";
    expect((await emulator.post(`${address(kind)}/update/${id}`, full)).status).toBe(word);
    const required = requiredNames(definition);
    const clearable = Object.keys(full).filter((name) => !required.includes(name) && name !== "workspace");
    for (const name of clearable) {
      const { status } = await emulator.post(`${address(kind)}/update/${id}`, { [name]: null });
      expect(`${name}: ${String(status === word)}`).toBe(`${name}: true`);
      expect(emulator.dashboard.get(kind, id)).not.toHaveProperty(name);
    }
  });

  it("no field of the package alone and no field that is only read can be written", async () => {
    const emulator = await start();
    for (const [name, node] of Object.entries(definition.properties ?? {})) {
      if (node.readOnly !== true && node.providerOnly !== true) continue;
      const refused = await emulator.post(`${address(kind)}/create`, { ...full, [wire(name, node)]: sample(node) });
      expect(refused.message).toBe(`validation failed: ${wire(name, node)} is not a field of this request`);
    }
  });

  it("every field that is shown is shown, and no other", async () => {
    const emulator = await start({ personality: "open" });
    const expected = Object.entries(definition.properties ?? {})
      .filter(([name, node]) => node.providerOnly !== true && !(kind === "PhoneNumber" && name === "workspace"))
      .map(([name, node]) => (name === "workspace" && kind !== "Campaign" ? "workspace_id" : wire(name, node)));
    expect(Object.keys((await shown(emulator, kind, full as WireObject)) ?? {}).sort()).toEqual(
      [...expected, "id"].sort(),
    );
  });
});

function requiredNames(node: Node): string[] {
  const { required = [] } = node as { required?: readonly string[] };
  return required.map((name) => wire(name, node.properties?.[name] ?? {}));
}
