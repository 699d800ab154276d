/** A kind that the API neither lists nor reads: a workspace, known by what the answers to its writes show. */
import type { Emulator, FaultRule, WireObject } from "../../../emulator";
import { CallabError } from "../../../provider/api/errors";
import { kinds } from "../../../provider/kinds";
import { foresee } from "../../../provider/lifecycle/foresee";
import { importObject } from "../../../provider/lifecycle/import";
import { isPlaceholder } from "../../../provider/lifecycle/identity";
import { read } from "../../../provider/lifecycle/read";
import { notesIn } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { create, deleteObject, diff, ownerOf, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted } from "../../support/twist";

const kind = kinds.Workspace;
const inputs = checked(kind, leastOf.Workspace);
const [a, b] = [ownerOf("a"), ownerOf("b")];

const named = (emulator: Emulator) =>
  emulator.dashboard.list("Workspace").filter(({ workspace_name: name }) => name === "North region");

async function stage(answer?: (envelope: WireObject) => object) {
  const emulator = await emulate();
  const memory = emptyMemory();
  const api =
    answer === undefined
      ? emulator
      : await twisted(emulator, ({ operation, envelope }) =>
          operation === "create" ? JSON.stringify({ ...envelope, ...answer(envelope as WireObject) }) : undefined,
        );
  return {
    emulator,
    run: () => contextFor(api, { memory }),
    send: (more: object = {}, owner = a) => create(contextFor(api, { memory }), kind, { ...inputs, ...more }, owner),
    asked: () => emulator.requests.map(({ operation }) => operation),
  };
}

async function partFailure(work: Promise<unknown>): Promise<PartlyCreated> {
  const failure = await failureOf(work);
  if (failure instanceof PartlyCreated) return failure;
  throw failure;
}

describe("create", () => {
  it("is one request, and what it answers is the state", async () => {
    const { emulator, send, asked } = await stage();
    const { id, state } = await send();
    expect(named(emulator)).toMatchObject([{ id }]);
    expect(asked()).toEqual(["create"]);
    expect(state).toMatchObject({ workspaceName: "North region", workspaceSlug: "north-region" });
    expect(state["companyId"]).toEqual(expect.any(String));
    expect(diff((await stage()).run(), kind, id, state, inputs, a)).toMatchObject({ changes: false });
  });

  it("of a name that is taken fails with what the API says, and with the way to take that one over", async () => {
    const { emulator, send } = await stage();
    const { id } = await send({}, b);
    const { message } = await failureOf(send());
    expect(message).toContain('workspace "North region" was not created');
    expect(message).toContain("A workspace with this name already exists for your company.");
    expect(message).toContain("`existingId`");
    const taken = await send({ existingId: id.toUpperCase() });
    expect(taken).toMatchObject({ id, state: { workspaceSlug: "north-region" } });
    expect(named(emulator)).toHaveLength(1);
  });

  it.each(["dropAfter", "dropBefore"] as const)(
    "without an answer (%s) is never sent again, in no run and by no resource, until the program says what is so",
    async (fault) => {
      const { emulator, run, send, asked } = await stage();
      emulator.addFault({ fault, match: { operation: "create" } });
      const first = await partFailure(send());
      expect(isPlaceholder(first.created.id)).toBe(true);
      expect(first.message).toContain("If it is there, give its ID as `existingId`.");
      const sent = () => asked().filter((operation) => operation === "create").length;
      expect(sent()).toBe(1);

      // The next run, with the machine's memory; and another resource of the name.
      expect((await partFailure(send())).message).toContain("An earlier create of it had no clear outcome.");
      expect((await partFailure(send({}, b))).message).toContain("An earlier create of it had no clear outcome.");
      // On a machine that remembers nothing, the state does.
      const elsewhere = contextFor(emulator, { memory: emptyMemory() });
      expect(diff(elsewhere, kind, first.created.id, first.created.state, inputs, a)).toMatchObject({ changes: true });
      await deleteObject(elsewhere, kind, first.created.id, first.created.state, a);
      await partFailure(create(elsewhere, kind, inputs, a));
      expect(sent()).toBe(1);

      const [there] = named(emulator);
      if (there !== undefined) {
        expect(await send({ existingId: there.id })).toMatchObject({ id: there.id });
        expect(
          await update(run(), kind, there.id, (await send({ existingId: there.id })).state, inputs, a),
        ).toBeDefined();
      } else await send({ existingId: "none" });
      expect(named(emulator)).toHaveLength(1);
    },
  );

  it("is remembered as sent from the moment on that it is sent", async () => {
    const memory = emptyMemory();
    const emulator = await emulate();
    let atCreate: string[] = [];
    const api = await twisted(
      emulator,
      () => undefined,
      undefined,
      ({ operation }) => {
        if (operation === "create") atCreate = memory.notes.map(({ step }) => step);
        return undefined;
      },
    );
    await create(contextFor(api, { memory }), kind, inputs, a);
    expect(atCreate).toContain("begun");
  });

  it("is a failure of its own, and no answer of the API, where the token is refused", async () => {
    const { emulator, send, asked } = await stage();
    emulator.addFault({ fault: "forbidden", match: { operation: "create" } });
    const failure = await failureOf(send());
    expect(failure.message).not.toContain("was not created.");
    expect(failure).not.toBeInstanceOf(PartlyCreated);
    expect(asked()).toEqual(["create"]);
  });

  it("that was refused has the refusal for its cause", async () => {
    const { send } = await stage();
    await send({}, b);
    const failure = await failureOf(send());
    expect(failure.cause).toBeInstanceOf(CallabError);
  });

  it("that the API said it made, without an ID, is known to be there: also to a machine that has the state alone", async () => {
    const { send } = await stage(() => ({ data: "created" }));
    const { message, created } = await partFailure(send());
    expect(message).toContain("The API said that it was done, and not its ID.");
    expect(notesIn(created.state).begun?.done).toBe(true);
  });

  it("that surely was not done is tried again by the next run", async () => {
    const { emulator, send } = await stage();
    emulator.addFault({ fault: "forbidden", match: { operation: "create" } });
    await failureOf(send());
    await send();
    expect(named(emulator)).toHaveLength(1);
  });

  it("whose answer tells no slug is recorded and fails: others would live somewhere else", async () => {
    const { emulator, run, send } = await stage(({ data }) => ({
      data: { ...(data as WireObject), workspace_slug: null },
    }));
    const failure = await partFailure(send());
    expect(failure.message).toContain("did not tell workspaceSlug");
    const { id, state } = failure.created;
    expect(named(emulator)).toMatchObject([{ id }]);
    expect(diff(run(), kind, id, state, inputs, a)).toMatchObject({ changes: true, replaces: [] });
    expect(await update(run(), kind, id, state, inputs, a)).toMatchObject({ workspaceSlug: "north-region" });
  });

  it("whose answer tells no ID is recorded, and never sent again", async () => {
    const { emulator, send } = await stage(() => ({ data: "created" }));
    expect((await partFailure(send())).message).toContain("give its ID as `existingId`");
    await partFailure(send());
    expect(named(emulator)).toHaveLength(1);
  });

  it("of an ID that is not there fails and makes nothing", async () => {
    const { send, asked } = await stage();
    const { message } = await failureOf(send({ existingId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" }));
    expect(message).toContain("was not taken over. Look the ID up in the dashboard");
    expect(asked()).toEqual(["update"]);
  });
});

it("a refresh keeps what is known, asks nothing, and says so once in a run", async () => {
  const { emulator, run, send } = await stage();
  const { id, state } = await send();
  emulator.dashboard.change("Workspace", id, { workspace_name: "By hand" });
  emulator.clearRequests();
  const context = run();
  for (let turn = 0; turn < 2; turn++)
    expect(await read(context, kind, id, state)).toEqual({
      id,
      state,
      inputs: expect.objectContaining(inputs) as object,
    });
  expect(emulator.requests).toEqual([]);
  expect(context.notes).toEqual([expect.stringContaining("The API neither lists nor reads workspaces")]);
});

it("foresees nothing in a preview, and asks nothing", async () => {
  const { emulator, run } = await stage();
  expect(await foresee(run(), kind, inputs, a)).toBeUndefined();
  expect(emulator.requests).toEqual([]);
});

it("cannot be imported, and says what to declare instead", async () => {
  const { run } = await stage();
  const { message } = await failureOf(importObject(run(), kind, "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"));
  expect(message).toContain("existingId");
});

it("an update is one request, with verification at its strictest too; what it answers is the state", async () => {
  const { emulator, run, send } = await stage();
  const { id, state } = await send();
  emulator.clearRequests();
  const renamed = checked(kind, { ...inputs, workspaceName: "North" });
  expect(await update(run(), kind, id, state, renamed, a)).toMatchObject({ workspaceName: "North" });
  expect(emulator.requests.map(({ operation }) => operation)).toEqual(["update"]);
  expect(emulator.dashboard.get("Workspace", id)).toMatchObject({ workspace_name: "North" });
});

it("an update whose answer tells no slug is recorded and fails: others would live somewhere else", async () => {
  const { emulator, run, send } = await stage();
  const { id, state } = await send();
  const untold = await twisted(emulator, ({ operation, envelope }) => {
    const data = { ...(envelope.data as WireObject), workspace_slug: null };
    return operation === "update" ? JSON.stringify({ ...envelope, data }) : undefined;
  });
  const renamed = { ...inputs, workspaceName: "South region" };
  const before = { ...state, workspaceSlug: undefined };
  const failure = await failureOf(update(contextFor(untold), kind, id, before, renamed, a));
  if (!(failure instanceof PartlyUpdated)) throw failure;
  expect(failure.message).toContain("did not tell workspaceSlug");
  expect(failure.state).toMatchObject({ workspaceName: "South region" });
  // So the next run asks again, also where nothing is edited.
  expect(diff(run(), kind, id, failure.state, renamed, a)).toMatchObject({ changes: true, replaces: [] });
});

it("a delete is proven by its answer; one that is not there is done, and a refusal is a failure", async () => {
  const { emulator, run, send } = await stage();
  const { id, state } = await send();
  emulator.addFault({ fault: "refusal", text: "not empty", match: { operation: "delete" } });
  expect((await failureOf(deleteObject(run(), kind, id, state, a))).message).toContain("not empty");
  await deleteObject(run(), kind, id, state, a);
  expect(named(emulator)).toEqual([]);
  await deleteObject(run(), kind, id, state, a);
});

it("a delete that is refused says why, and how to leave it; one that fails otherwise says that alone", async () => {
  const { emulator, run, send } = await stage();
  const { id, state } = await send();
  const failing = (fault: FaultRule): Promise<Error> => {
    emulator.clearFaults();
    emulator.addFault(fault);
    return failureOf(deleteObject(run(), kind, id, state, a));
  };
  const match = { operation: "delete" } as const;
  const refused = await failing({ fault: "refusal", text: "It has campaigns.", status: 422, match });
  expect(refused.message).toContain(`workspace "North region" (ID ${id}) was not deleted.`);
  expect(refused.message).toContain("It has campaigns.");
  expect(refused.message).toContain('deletionPolicy: "retain"');
  expect(refused.cause).toBeInstanceOf(CallabError);
  for (const fault of ["forbidden", "dropBefore"] as const) {
    const { message } = await failing({ fault, match, times: "always" });
    expect(message).not.toContain("was not deleted.");
    expect(message).not.toContain("deletionPolicy");
  }
  expect(named(emulator)).toHaveLength(1);
});

it("a delete of one that may never have been made says where to look", async () => {
  const { emulator, run, send } = await stage();
  emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
  const { created } = await partFailure(send());
  expect((await failureOf(deleteObject(run(), kind, created.id, created.state, a))).message).toContain("dashboard");
});
