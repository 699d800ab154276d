/** Reads that hang hold no emergency stop up. In real time: what is waited for are sockets and time limits. */
import type { Socket } from "node:net";
import { kinds } from "../../../provider/kinds";
import { accountMark } from "../../../provider/configuration";
import { defaultPatience } from "../../../provider/lifecycle/context";
import { pauseNow } from "../../../provider/lifecycle/stop";
import { configurationFor, contextFor, serve, type Api } from "../../support/context";
import { create } from "../../support/lifecycle";
import { settings, stage } from "../../support/stopping";

const kind = kinds.Campaign;

describe("reads that hang", () => {
  /** An API whose reads by ID, or all reads, answer nothing while a campaign is not paused. */
  const hanging = async (
    one: Awaited<ReturnType<typeof stage>>,
    isHanging: (path: string, connection: Socket) => boolean,
    readsAfterMs = 0,
  ): Promise<Api> => {
    const url = await serve(async (request, body) => {
      const path = request.url ?? "";
      if (request.method === "GET" && isHanging(path, request.socket)) return new Promise<undefined>(() => undefined);
      if (path.includes("/by-id/")) await new Promise((resolve) => setTimeout(resolve, readsAfterMs));
      const answer = await fetch(new URL(path, one.emulator.url), {
        method: request.method ?? "GET",
        headers: { authorization: request.headers.authorization ?? "", "content-type": "application/json" },
        ...(body === "" ? {} : { body }),
      }).catch(() => undefined);
      return answer && { status: answer.status, text: await answer.text() };
    });
    return { url, token: one.emulator.token, mark: accountMark(configurationFor(one.emulator)) };
  };
  const impatient = { ...defaultPatience, beforePauseMs: 40 };

  it("keep no campaign of many from being paused at once", async () => {
    const one = await stage({ desiredStatus: "active" });
    const many = [{ id: one.id, state: one.state }];
    for (let index = 1; index < 12; index++)
      many.push(await create(one.run(), kind, one.program({ name: `Campaign ${index}`, allowAllContacts: true })));
    const isPaused = (path: string): boolean =>
      one.emulator.dashboard.get("Campaign", path.split("/").at(-1) ?? "")?.["status"] === "paused";
    const api = await hanging(one, (path) => path.includes("/by-id/") && !isPaused(path));
    const context = contextFor(api, { configuration: settings, patience: impatient });
    const began = Date.now();
    await Promise.all(many.map(({ id, state }) => pauseNow(context, kind, id, state, undefined)));
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(one.emulator.dashboard.list("Campaign").map(({ status }) => status)).toEqual(many.map(() => "paused"));
  });

  it("do so to none of very many, also where reads of them hang after the pause as well", async () => {
    const one = await stage({ desiredStatus: "active" });
    const many = [{ id: one.id, state: one.state }];
    for (let index = 1; index < 20; index++)
      many.push(await create(one.run(), kind, one.program({ name: `Many ${index}` })));
    const api = await hanging(one, (path) => path.includes("/by-id/"));
    const context = contextFor(api, {
      configuration: { ...settings, timeoutSeconds: "1", maxRetries: "0" },
      patience: { ...defaultPatience, beforePauseMs: 150 },
    });
    const over: string[] = [];
    const pausing = many.map(({ id, state }) => pauseNow(context, kind, id, state, undefined));
    for (const [index, each] of pausing.entries())
      void each.catch(() => undefined).then(() => over.push(String(index)));
    const statuses = (): unknown[] => one.emulator.dashboard.list("Campaign").map(({ status }) => status);
    while (over.length === 0 && statuses().includes("active")) await new Promise((resolve) => setTimeout(resolve, 5));
    // All are paused before any look after a pause is over.
    expect(new Set(statuses())).toEqual(new Set(["paused"]));
    await Promise.allSettled(pausing);
  });

  it("nor to one that comes when reads of others hang after their pauses, and leave no place", async () => {
    const one = await stage({ desiredStatus: "active" });
    const others = [];
    for (let index = 0; index < 3; index++)
      others.push(await create(one.run(), kind, one.program({ name: `Other ${index}` })));
    const paused = ({ id }: { readonly id: string }): boolean =>
      one.emulator.dashboard.get("Campaign", id)?.["status"] === "paused";
    const hangingAfter = new Set<string>();
    let isGivenUp = false;
    const giveUp = (): void => void (isGivenUp = true);
    const api = await hanging(one, (path, connection) => {
      const id = path.split("/").at(-1) ?? "";
      if (!path.includes("/by-id/")) giveUp();
      else if (paused({ id })) {
        hangingAfter.add(id);
        connection.once("close", giveUp);
      }
      return !isGivenUp;
    });
    const context = contextFor(api, {
      configuration: { ...settings, timeoutSeconds: "3", maxRetries: "0", maxConcurrency: "3" },
      patience: { ...defaultPatience, beforePauseMs: 50 },
    });
    const until = async (condition: () => boolean): Promise<void> => {
      while (!isGivenUp && !condition()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const pausing = (campaigns: readonly Pick<typeof one, "id" | "state">[]) =>
      Promise.allSettled(campaigns.map(({ id, state }) => pauseNow(context, kind, id, state, undefined)));
    const first = pausing(others);
    await until(() => hangingAfter.size === others.length);
    const late = pausing([one]);
    await until(() => paused(one));
    expect({ isGivenUp, isPaused: paused(one) }).toEqual({ isGivenUp: false, isPaused: true });
    await Promise.all([first, late]);
  });

  it("are waited for from when they are sent: of many campaigns none is paused unseen because others were before it", async () => {
    const one = await stage({ desiredStatus: "active" });
    const many = [{ id: one.id, state: one.state }];
    for (let index = 1; index < 30; index++)
      many.push(await create(one.run(), kind, one.program({ name: `Many ${index}` })));
    const api = await hanging(one, () => false, 60);
    const context = contextFor(api, {
      configuration: { ...settings, maxConcurrency: "2" },
      patience: { ...defaultPatience, beforePauseMs: 700 },
    });
    await Promise.all(many.map(({ id, state }) => pauseNow(context, kind, id, state, undefined)));
    expect(context.notes).toEqual([]);
  });

  it("are followed by a look at the list, where the read by ID hangs for good", async () => {
    const one = await stage({ desiredStatus: "active" });
    const api = await hanging(one, (path) => path.includes("/by-id/"));
    const context = contextFor(api, {
      configuration: { ...settings, timeoutSeconds: "1", maxRetries: "0" },
      patience: impatient,
    });
    expect(await pauseNow(context, kind, one.id, one.state, undefined)).toMatchObject({ status: "paused" });
    expect(one.live()["status"]).toBe("paused");
  });

  it("do not hold up the second try of a pause whose answer was lost", async () => {
    const one = await stage({ desiredStatus: "active" });
    one.fail({ fault: "dropBefore", match: { operation: "update" }, times: 1 });
    const api = await hanging(one, () => one.live()["status"] !== "paused");
    const context = contextFor(api, { configuration: settings, patience: impatient });
    const began = Date.now();
    await pauseNow(context, kind, one.id, one.state, undefined);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(one.live()["status"]).toBe("paused");
  });
});
