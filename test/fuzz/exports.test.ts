/** Hostile objects through export: the program compiles, says what the import file says, and nothing in it is somebody else's code. */
import fc from "fast-check";
import ts from "typescript";
import type { Client } from "../../provider/api/client";
import { Expectations } from "../../provider/api/expectations";
import { routesWith } from "../../provider/api/routes";
import { exportWorkspace } from "../../provider/cli/export/exportWorkspace";
import { CommandFailure } from "../../provider/cli/failure";
import { kinds } from "../../provider/kinds";
import { listedKinds, type KindName, type ListedKindName } from "../../provider/kinds/schema";
import { toWire } from "../../provider/kinds/wire";
import { check } from "../../provider/lifecycle/check";
import { inputsOf } from "../property/arbitraries";
import { changes } from "../unit/cli/changes";
import { fuzz } from "./fuzz";
import { hostileText, poisoned } from "./hostile";

jest.setTimeout(3_600_000);

/** Objects of an export. */
const FEW = 10;

const routes = routesWith({});

type Lists = Readonly<Record<ListedKindName, readonly unknown[]>>;

/** An API that lists these objects, and reads none alone. */
const clientOf = (lists: Lists): Client => ({
  routes,
  expectations: new Expectations(undefined, () => undefined),
  send: () => Promise.resolve(null),
  list: (kind) => {
    const [route] = routes.of(kind, "list");
    if (route === undefined) throw new Error(`no list of ${kind}`);
    const objects = lists[kind as ListedKindName];
    return Promise.resolve({ data: objects, beside: { total: objects.length }, headers: {}, route });
  },
});

/** Fields whose values an API could not even store are left as they are; names and free text are not. */
const isSpared = (key: string): boolean => /_(id|uuid)$|^(time_zone|days_of_week|campaign_type)$/.test(key);

const objectOf = (kindName: KindName): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(inputsOf(kindName), fc.uuid()).chain(([inputs, id]) => {
    const kind = kinds[kindName];
    const normal = check(kind, inputs, { workspace: "default", now: new Date(0) }).inputs;
    const shown = Object.fromEntries(Object.entries(toWire(kind, normal)).filter(([, value]) => value !== undefined));
    return poisoned({ ...shown, workspace: "default" }, isSpared).map((object) => ({ ...object, id }));
  });

const lists: fc.Arbitrary<Lists> = fc.record({
  Campaign: fc.array(objectOf("Campaign"), { minLength: 4, maxLength: 4 }),
  AiAgent: fc.array(objectOf("AiAgent"), { minLength: 2, maxLength: 2 }),
  PhoneNumber: fc.array(objectOf("PhoneNumber"), { minLength: 1, maxLength: 1 }),
  Webhook: fc.array(objectOf("Webhook"), { minLength: 3, maxLength: 3 }),
});

const everything = '{"Campaign":{"*":null},"AiAgent":{"*":null},"PhoneNumber":{"*":null},"Webhook":{"*":null}}';

it("exports: the program is the import file, in code of this package alone", async () => {
  let exportedObjects = 0;
  await fuzz({ share: 20, whole: 5_000 / FEW }, fc.tuple(lists, hostileText), async ([all, folder]) => {
    const work = exportWorkspace(clientOf(all), {
      workspace: "default",
      baseUrl: "https://api.callab.ai/v1",
      kinds: [],
      name: undefined,
      folder,
      leavesHidden: false,
      hints: [{ file: "hints.json", text: everything }],
      version: "0.1.0",
      again: "callab export",
      onProgress: () => undefined,
    });
    const exported = await work.catch((problem: unknown) => {
      if (problem instanceof CommandFailure) return problem;
      throw problem;
    });
    if (exported instanceof CommandFailure) {
      // Of all of them, none has a name of its own.
      expect(exported.message).toMatch(/^Nothing to export|cannot be used|list of/);
      return;
    }
    exportedObjects += listedKinds.reduce((sum, kind) => sum + exported.counts[kind], 0);
    for (const [name, { text }] of exported.files) {
      if (!name.endsWith(".ts")) continue;
      const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: name });
      expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      expect(calledIn(name, text)).toEqual([]);
    }
    const unexpected = changes(exported).filter((change) => !isIncomplete(change));
    expect(unexpected).toEqual([]);
  });
  expect(exportedObjects).toBeGreaterThan(0);
});

const needed = new Set(listedKinds.flatMap((name) => [kinds[name].naturalKey, ...(kinds[name].node.required ?? [])]));

/**
 * What a program cannot leave out stays as the API tells it, or is asked for, and fails the validation until somebody has
 * seen to it.
 */
function isIncomplete(change: string): boolean {
  const [, problems] = /: (\[\{"rule".*)$/s.exec(change) ?? [];
  if (problems === undefined) return false;
  const found = JSON.parse(problems) as { readonly property: string }[];
  return found.every(({ property }) => needed.has(property.split(/[.[]/)[0] ?? ""));
}

/** What a file calls, other than what this package writes. */
function calledIn(name: string, text: string): string[] {
  const known =
    /^(new )?(callab\.\w+|pulumi\.Config|config\.requireSecret(Object)?|notShown)$|^Object\.|^fields\.join$/;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression.getText();
      if (!known.test(callee)) found.push(callee);
    }
    if (ts.isTaggedTemplateExpression(node)) found.push(node.getText());
    if (ts.isTemplateExpression(node) && name !== "notShown.ts") found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));
  return found;
}
