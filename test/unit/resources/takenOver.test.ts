/** What a run says at a resource that took an existing object over. */
import * as pulumi from "@pulumi/pulumi";
import type { KindName } from "../../../provider/kinds/schema";
import { declare, logFindings } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";

/** @param adopted the mark in the resource's outputs */
async function saidOf(kind: KindName, adopted: string | undefined): Promise<string[]> {
  const said: string[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  jest.spyOn(pulumi.log, "info").mockImplementation((text) => {
    said.push(text);
    return Promise.resolve();
  });
  const resource = Object.assign(Object.create(null) as pulumi.CustomResource, {
    urn: pulumi.output("urn"),
    __adopted: pulumi.output(adopted),
  });
  const declaration = declare(kind, "spring", leastOf[kind], undefined);
  logFindings(kind, "spring", resource, declaration);
  await declaration.preflight.cleared;
  await new Promise((resolve) => setTimeout(resolve, 20));
  return said;
}

const now = (): string => new Date().toISOString();

it("names what was not compared where the object was taken over because it is equal", async () => {
  expect(await saidOf("Campaign", `${now()} word equal`)).toEqual([
    "took over the existing object instead of creating one. The API usually hides aiAgentId: what is hidden was not compared.",
  ]);
});

it("does not where it is the program's own: what the API hides was written", async () => {
  expect(await saidOf("Campaign", `${now()} word`)).toEqual(["took over the existing object instead of creating one."]);
});

it("names nothing where nothing is hidden", async () => {
  expect(await saidOf("Webhook", `${now()} word equal`)).toEqual([
    "took over the existing object instead of creating one.",
  ]);
});

it("is silent on a take-over of an earlier run, and where there was none", async () => {
  expect(await saidOf("Campaign", "2020-01-01T00:00:00.000Z word equal")).toEqual([]);
  expect(await saidOf("Campaign", undefined)).toEqual([]);
});
