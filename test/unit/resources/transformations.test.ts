/**
 * What a program's transformations see of a resource: what the program wrote. The registration waits for the report on
 * the whole program all the same, by a property of this package's own.
 */
import * as pulumi from "@pulumi/pulumi";
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { OWNER } from "../../../provider/lifecycle/state";
import { declare } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";

/** A resource with the properties that the four classes register; their provider has to be read from real modules. */
class Probe extends pulumi.CustomResource {
  constructor(kind: KindName, args: object, opts: pulumi.CustomResourceOptions) {
    super(`test:index:${kind}`, "spring", { ...declare(kind, "spring", args, opts).properties }, opts);
  }
}

type Inputs = Readonly<Record<string, unknown>>;

/** Inputs that the engine is given, and those that a transformation saw. */
async function register(
  kind: KindName,
  args: object,
  transform: (props: Inputs) => Inputs,
  parent?: () => pulumi.Resource,
): Promise<{ readonly seen: Inputs; readonly registered: Inputs }> {
  let registered: Inputs = {};
  let seen: Inputs = {};
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, inputs }: { type: string; inputs: Inputs }) => {
        if (type.startsWith("test:index:")) registered = inputs;
        return { id: "id", state: {} };
      },
      call: () => ({}),
    },
    "calls",
    "dev",
  );
  const watch: pulumi.ResourceTransformation = ({ type, props, opts }) => {
    if (!type.startsWith("test:index:")) return undefined;
    seen = props;
    return { props: transform(seen), opts };
  };
  const probe = new Probe(kind, args, {
    transformations: [watch],
    ...(parent === undefined ? {} : { parent: parent() }),
  });
  await new Promise((resolve) => probe.urn.apply(resolve));
  return { seen, registered };
}

const unchanged = (props: Inputs): Inputs => props;

describe.each(Object.values(kinds).map((kind) => [kind.name, kind] as const))(
  "a transformation of a %s",
  (name, kind) => {
    const args = leastOf[name];

    it("sees each value as the program wrote it", async () => {
      const { seen } = await register(name, args, unchanged);
      expect(seen).toMatchObject(args);
      // No promise but one, which is none of the program's.
      const waiting = Object.keys(seen).filter(
        (key) => seen[key] instanceof Promise || pulumi.Output.isInstance(seen[key]),
      );
      expect(waiting).toEqual([OWNER]);
    });

    it("changes what a person calls it", async () => {
      const key = kind.naturalKey;
      const { registered } = await register(name, args, (props) => ({
        ...props,
        [key]: `${String(props[key])}-staging`,
      }));
      expect(registered[key]).toBe(`${String(args[key])}-staging`);
      expect(JSON.stringify(registered)).not.toContain("[object");
    });

    it("leaves the resource its owner, which the ledger knows it by", async () => {
      const { registered } = await register(name, args, (props) => ({ ...props }));
      expect(registered[OWNER]).toBe(`urn:pulumi:dev::calls::pulumi-nodejs:dynamic/callab:${name}::spring`);
    });

    it("leaves it its owner within a component", async () => {
      const { registered } = await register(
        name,
        args,
        unchanged,
        () => new pulumi.ComponentResource("acme:index:Team", "sales"),
      );
      expect(registered[OWNER]).toBe(
        `urn:pulumi:dev::calls::acme:index:Team$pulumi-nodejs:dynamic/callab:${name}::spring`,
      );
    });
  },
);
