/**
 * schema.json is the single source: every field it describes must be known to validation, normal form, the generated
 * types, the wire mapping, the emulator and the reference docs. A field that one of them does not know fails here.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { WireObject } from "../../../emulator";
import schema from "../../../schema.json";
import { kinds } from "../../../provider/kinds";
import { formats } from "../../../provider/kinds/formats";
import { normalForm } from "../../../provider/kinds/normalForm";
import { isEmpty } from "../../../provider/values/empty";
import { kindNames, type Field, type KindName, type SchemaNode } from "../../../provider/kinds/schema";
import { sameAsLive } from "../../../provider/kinds/spelling";
import { fromWire, toWire } from "../../../provider/kinds/wire";
import { create } from "../../support/lifecycle";
import { drift } from "../../../provider/lifecycle/drift";
import { read } from "../../../provider/lifecycle/read";
import { valueOf } from "../../property/arbitraries";
import { checked, contextFor, emulate, leastOf } from "../../support/context";

const root = join(__dirname, "../../..");
const types = readFileSync(join(root, "provider/resources/types.ts"), "utf8");

/** A field and where it is: `steps.webhookUrl` of a Webhook. */
interface Place {
  readonly kind: KindName;
  readonly path: string;
  readonly field: Field;
  readonly parent: Field | undefined;
}

const placesIn = (kind: KindName, fields: readonly Field[], parent?: Field): Place[] =>
  fields.flatMap((field) => [
    { kind, path: parent === undefined ? field.name : `${parent.name}.${field.name}`, field, parent },
    ...placesIn(kind, field.fields ?? [], field),
  ]);

const places = kindNames.flatMap((kind) => placesIn(kind, kinds[kind].fields));
const written = places.filter(
  ({ field, parent }) => field.node.readOnly !== true && field.node.providerOnly !== true && parent === undefined,
);

/** Inputs that only say how to go about an object. */
const own = places.filter(({ field }) => field.node.providerOnly === true && field.node.readOnly !== true);

/** Some valid values of a field, the same ones in every run. */
const samples = (field: Field): unknown[] =>
  fc.sample(
    valueOf(field.node).filter((value) => value !== null),
    { numRuns: 20, seed: 7 },
  );

const interfaceText = (name: string): string => {
  const start = types.indexOf(`export interface ${name} {`);
  return start < 0 ? "" : types.slice(start, types.indexOf("\n}", start));
};

it("describes every property there is", () => {
  const properties = (node: SchemaNode): number =>
    Object.values(node.properties ?? {}).reduce(
      (sum, child) => sum + 1 + properties(child) + properties(child.items ?? {}),
      0,
    );
  for (const kind of kindNames) {
    expect(places.filter((place) => place.kind === kind)).toHaveLength(properties(schema.$defs[kind] as SchemaNode));
  }
});

describe.each(places.map((place) => [`${place.kind}.${place.path}`, place] as const))("%s", (_title, place) => {
  const { kind, field, parent } = place;
  const { node } = field;

  it("has a description, and says where it is known from and whether it is read back", () => {
    expect(node.description).toMatch(/\.$/);
    if (node.providerOnly === true) return;
    expect(["documented", "older", "example", "inferred"]).toContain(node.provenance);
    expect(["shown", "hidden", "runtime"]).toContain(node.readBack);
    expect(node.readBack === "runtime").toBe(node.readOnly === true);
  });

  it("says what it decides about calls, and what its entries are matched by, in words there are", () => {
    if (node.decides !== undefined) {
      expect(["who", "when", "howOften"]).toContain(node.decides);
      // What is never read back cannot be verified, and only a campaign calls anybody.
      expect([kind, node.readBack, node.readOnly ?? false]).toEqual(["Campaign", "shown", false]);
    }
    if (node.matchedBy !== undefined) expect(field.fields?.map(({ name }) => name)).toContain(node.matchedBy);
  });

  it("is in the generated types", () => {
    const title = parent?.node.items?.title ?? parent?.node.title ?? kind;
    const args = interfaceText(`${title}Args`);
    const outputs = interfaceText(parent === undefined ? `${title}Outputs` : title);
    const has = (text: string): boolean => new RegExp(`^ +(readonly )?${field.name}\\??:`, "m").test(text);
    expect([args, outputs]).not.toContain("");
    expect(has(args)).toBe(node.readOnly !== true);
    expect(has(outputs)).toBe(node.output !== false);
  });

  it("is known to the reference docs, if they have been made", () => {
    const file = join(
      root,
      "docs/reference",
      `${kind.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.md`,
    );
    if (!existsSync(join(root, "docs/reference"))) return;
    expect(readFileSync(file, "utf8")).toContain(field.name);
  });
});

it("knows what decides who is called, when and how often", () => {
  const deciding = (what: string): string[] =>
    places.filter(({ field }) => field.node.decides === what).map(({ path }) => path);
  expect(deciding("who")).toEqual(["campaignType", "contactsListSource", "contactsListTags", "contactsListCategories"]);
  expect(deciding("when")).toEqual([
    "callTimeOfDayFrom",
    "callTimeOfDayTo",
    "daysOfWeek",
    "timeZone",
    "startedAt",
    "endedAt",
  ]);
  expect(deciding("howOften")).toEqual(["numberOfCallAttempts", "retryDelay", "retryDelayUnit"]);
});

it("has no format that validation does not know", () => {
  const used = places.flatMap(({ field }) => [field.node.format, field.node.items?.format]);
  const known: readonly (string | undefined)[] = [undefined, ...Object.keys(formats)];
  expect(used.filter((format) => !known.includes(format))).toEqual([]);
});

describe.each(own.map((place) => [`${place.kind}.${place.path}`, place] as const))("%s", (_title, place) => {
  const { kind: name, field } = place;
  const kind = kinds[name];

  it("is taken by validation and never goes over the wire", () => {
    // A campaign that selects somebody may say of all contacts what it will.
    const least = name === "Campaign" ? { ...leastOf[name], contactsListTags: ["vip"] } : leastOf[name];
    for (const value of samples(field)) {
      const inputs = checked(kind, { ...least, [field.name]: value });
      expect(toWire(kind, inputs)).toEqual(toWire(kind, checked(kind, least)));
      expect(toWire(kind, inputs, [field.name])).not.toHaveProperty(field.wireName);
    }
    expect(fromWire(kind, { [field.wireName]: samples(field)[0] })).toEqual({});
  });
});

describe.each(written.map((place) => [`${place.kind}.${place.path}`, place] as const))(
  "%s",
  (_title, { kind: name, field }) => {
    const kind = kinds[name];

    it("is taken by validation, and known to it by its type", () => {
      for (const value of samples(field)) checked(kind, { ...leastOf[name], [field.name]: value });
      if (field.types.length > 0) {
        const wrong = field.types.some((type) => type === "number" || type === "integer") ? {} : 7;
        expect(() => checked(kind, { ...leastOf[name], [field.name]: wrong })).toThrow(field.name);
      }
    });

    it("has a normal form, and goes over the wire and back under its own name", () => {
      for (const value of samples(field)) {
        const inputs = normalForm(kind, { [field.name]: value });
        const body = toWire(kind, inputs);
        expect(Object.keys(body)).toEqual([field.wireName]);
        const back = fromWire(kind, JSON.parse(JSON.stringify(body)) as Record<string, unknown>);
        expect(Object.keys(back)).toEqual([field.name]);
        expect(drift(kind, inputs, back).filter((entry) => entry.class !== "spelling")).toEqual([]);
      }
    });

    it("is taken by the emulator, kept there, and shown or hidden as the schema says", async () => {
      const emulator = await emulate({
        personality: { campaignListIds: true, phoneNumberIds: true, agentVariables: "array" },
      });
      const [value] = samples(field).filter((sample) => JSON.stringify(sample).length > 2);
      const inputs = checked(kind, { ...leastOf[name], [field.name]: value ?? samples(field)[0] });
      const { id, state } = await create(contextFor(emulator), kind, inputs, undefined);
      const stored: WireObject = emulator.dashboard.get(name, id) ?? {};
      expect(stored[field.wireName]).toBeDefined();
      const shown = (await read(contextFor(emulator), kind, id, state))?.state ?? {};
      expect(shown[field.name]).toEqual(inputs[field.name]);

      // Changed behind the program's back, it is seen if and only if the API shows it.
      if (field.name === "workspace" || field.name === kind.naturalKey) return;
      const others = samples(field).map((sample) => normalForm(kind, { [field.name]: sample })[field.name]);
      const changed = others.find(
        (sample) => !isEmpty(sample) && !sameAsLive(field, inputs[field.name], sample, inputs),
      );
      if (changed === undefined) return;
      const other = toWire(kind, { [field.name]: changed })[field.wireName];
      emulator.dashboard.change(name, id, { [field.wireName]: other as WireObject[string] });
      const found = await read(contextFor(emulator), kind, id, state);
      const seen = JSON.stringify(found?.inputs[field.name]) !== JSON.stringify(inputs[field.name]);
      expect([field.name, seen]).toEqual([field.name, field.node.readBack === "shown"]);
    });
  },
);

describe.each(kindNames)("%s", (name) => {
  it("requires what exists, is found again by a field it requires, and replaces by fields it has", () => {
    const kind = kinds[name];
    const required = kind.node.required ?? [];
    for (const field of required) expect(kind.field(field)?.node.readOnly).not.toBe(true);
    expect(required).toContain(kind.naturalKey);
  });
});
