/** The files that run the fleet beyond one machine are what those who read them take them for. */
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/repository";

const yaml = jest.requireActual<{ loadAll(text: string): unknown[] }>("js-yaml");
const fleet = join(repository, "examples", "fleet");
const text = (name: string): string => readFileSync(join(fleet, name), "utf8");
const workspaces = (JSON.parse(text("workspaces.json")) as { readonly workspace: string }[]).map(
  ({ workspace }) => workspace,
);

const strings = { type: "string", minLength: 1 } as const;
const truth = { type: "boolean" } as const;
const closed = (properties: object, required: readonly string[] = []): object => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** The fields of the operator's own definition (pulumi.com/v1 Stack, operator v2.9.0) that a file of ours may use. */
const stackSpec = closed(
  {
    stack: strings,
    serviceAccountName: strings,
    projectRepo: { type: "string", pattern: "^https://.*[.]git$" },
    branch: strings,
    repoDir: strings,
    refresh: truth,
    resyncFrequencySeconds: { type: "integer", minimum: 60 },
    destroyOnFinalize: truth,
    workspaceReclaimPolicy: { enum: ["Retain", "Delete"] },
    retryMaxBackoffDurationSeconds: { type: "integer", minimum: 1 },
    envRefs: {
      type: "object",
      additionalProperties: closed(
        { type: { const: "Secret" }, secret: closed({ name: strings, key: strings }, ["name", "key"]) },
        ["type", "secret"],
      ),
    },
    workspaceTemplate: closed({
      spec: closed({
        image: strings,
        resources: closed({
          requests: closed({ cpu: strings, memory: strings }),
          limits: closed({ cpu: strings, memory: strings }),
        }),
      }),
    }),
  },
  // `stack` alone is required there; without an account no workspace comes to be, and without a branch nothing is run.
  ["stack", "serviceAccountName", "projectRepo", "branch", "envRefs"],
);

function problems(schema: object, value: unknown): string[] {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath}: ${message}`);
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: { readonly stack: string; readonly serviceAccountName: string; readonly destroyOnFinalize?: boolean };
}

describe("the manifest for the Kubernetes operator", () => {
  const manifests = yaml.loadAll(text("kubernetes/stacks.yaml")) as readonly Manifest[];
  const stacks = manifests.filter(({ kind }) => kind === "Stack");

  test("has a Stack for each workspace, with the account that it runs as", () => {
    expect(stacks.map(({ metadata }) => metadata.name)).toEqual(workspaces);
    expect(stacks.map(({ spec }) => spec.stack.split("/").at(-1))).toEqual(workspaces);
    const accounts = manifests.filter(({ kind }) => kind === "ServiceAccount").map(({ metadata }) => metadata);
    for (const { metadata, spec } of stacks)
      expect(accounts).toContainEqual({ name: spec.serviceAccountName, namespace: metadata.namespace });
    expect(manifests.map(({ kind }) => kind).slice(0, 2)).toEqual(["ServiceAccount", "ClusterRoleBinding"]);
  });

  test("uses the fields that the operator has, as it has them", () => {
    expect(new Set(stacks.map(({ apiVersion }) => apiVersion))).toEqual(new Set(["pulumi.com/v1"]));
    expect(stacks.flatMap(({ spec }) => problems(stackSpec, spec))).toEqual([]);
  });

  test("deletes no campaigns when a Stack is deleted", () => {
    expect(stacks.map(({ spec }) => spec.destroyOnFinalize)).toEqual(workspaces.map(() => false));
  });

  test("a field that is none, and one that is missing, is found", () => {
    const [first] = stacks;
    expect(problems(stackSpec, { ...first?.spec, refesh: true })).toEqual([expect.stringContaining("additional")]);
    expect(problems(stackSpec, { ...first?.spec, stack: undefined })).not.toEqual([]);
  });
});

test("the workflow asks the list for the workspaces, and no two runs meet on one stack", () => {
  const [workflow] = yaml.loadAll(text(".github/workflows/fleet.yml")) as {
    readonly jobs: Readonly<Record<string, { readonly strategy?: object; readonly concurrency?: object }>>;
  }[];
  expect(workflow?.jobs["stack"]).toMatchObject({
    strategy: { "fail-fast": false, matrix: { workspace: "${{ fromJSON(needs.list.outputs.workspaces) }}" } },
    concurrency: {
      group: "stack-${{ matrix.workspace }}-${{ github.event_name == 'pull_request' && github.ref || 'up' }}",
      "cancel-in-progress": false,
    },
  });
});
