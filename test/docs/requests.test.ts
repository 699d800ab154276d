/** The reference says which requests a kind makes. Nothing else may be asked of the API. */
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import { create, deleteObject, update } from "../support/lifecycle";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, leastOf, withEmulator } from "../support/context";
import { readPage } from "./markdown";

jest.setTimeout(60_000);

const pageOf = ({ name }: Kind): string =>
  `docs/reference/${name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.md`;

/** The operations that the page's sentence on a step names. */
function namedIn(kind: Kind, step: string): ReadonlySet<string> {
  const line = readPage(pageOf(kind))
    .text.split("\n")
    .find((text) => text.startsWith(`- **${step}**`));
  if (line === undefined) throw new Error(`${pageOf(kind)} says nothing on ${step}`);
  return new Set([...line.matchAll(/_(\w+)_/g)].map(([, operation = ""]) => operation));
}

/** One life of an object; for each step, the operations that were asked for, in order. */
async function lifeOf(kind: Kind, personality: string): Promise<Record<string, string[]>> {
  const wanted = kind.hasStatus ? { desiredStatus: "paused" } : {};
  const first = checked(kind, { ...leastOf[kind.name], ...wanted, deletionPolicy: "delete" });
  const edited = checked(kind, { ...first, [kind.withRole("label")?.name ?? kind.naturalKey]: "Another name" });
  const asked: Record<string, string[]> = {};
  await withEmulator({ personality }, async (emulator) => {
    // Each step is a run of its own, as on the command line.
    const during = async <T>(
      step: string,
      work: (context: ReturnType<typeof contextFor>) => Promise<T>,
    ): Promise<T> => {
      emulator.clearRequests();
      const result = await work(contextFor(emulator));
      asked[step] = emulator.requests.map(({ operation }) => String(operation));
      return result;
    };
    const created = await during("Create", (context) => create(context, kind, first));
    await during("Refresh", (context) => read(context, kind, created.id, created.state));
    const state = await during("Update", (context) => update(context, kind, created.id, created.state, edited));
    await during("Delete", (context) => deleteObject(context, kind, created.id, state));
  });
  return asked;
}

describe.each(Object.values(kinds).map((kind) => [kind.name, kind] as const))("%s", (_name, kind) => {
  test.each(["documented", "object", "mute"])(
    "asks nothing that its page does not name (personality %s)",
    async (personality) => {
      const asked = await lifeOf(kind, personality);
      const unnamed = Object.entries(asked).flatMap(([step, operations]) =>
        operations
          .filter((operation) => !namedIn(kind, step).has(operation))
          .map((operation) => `${step}: ${operation}`),
      );
      expect(unnamed).toEqual([]);
      expect(asked["Create"]?.filter((operation) => operation === "create")).toHaveLength(1);
      expect(asked["Update"]?.filter((operation) => operation === "update")).toHaveLength(1);
      expect(asked["Delete"]?.filter((operation) => operation === "delete")).toHaveLength(1);
    },
  );
});
