import { startEmulator, faultNames, type FaultRule } from "../../../emulator";
import { campaign, campaigns, start, stoppedClock, type Asked } from "./client";

/** What a client sees of a create under a fault, and whether the campaign was made. */
async function createUnder(rule: FaultRule, options: Parameters<typeof start>[0] = {}) {
  const emulator = await start({ ...options, faults: [rule] });
  const seen = await emulator.post("/campaigns/create", campaign).catch(() => "broken" as const);
  const [entry] = emulator.requests;
  return { emulator, seen, made: emulator.dashboard.ids("Campaign").length === 1, entry };
}

describe("faults", () => {
  it("dropBefore: the connection breaks, nothing was done", async () => {
    const { seen, made, entry } = await createUnder({ fault: "dropBefore" });
    expect({ seen, made }).toEqual({ seen: "broken", made: false });
    expect(entry).toMatchObject({ fault: "dropBefore", answered: false, status: null, worked: false });
  });

  it("dropAfter: the work is done, the answer is lost", async () => {
    const { seen, made, entry } = await createUnder({ fault: "dropAfter" });
    expect({ seen, made }).toEqual({ seen: "broken", made: true });
    expect(entry).toMatchObject({ fault: "dropAfter", answered: false, status: null, worked: true });
  });

  it.each(["before", "after"] as const)(
    "stall: no answer; the work is done where `when` is after (%s)",
    async (when) => {
      const { seen, made, entry } = await createUnder({ fault: "stall", ms: 1, when });
      expect({ seen, made }).toEqual({ seen: "broken", made: when === "after" });
      expect(entry).toMatchObject({ answered: false });
    },
  );

  it("slow: the right answer, late", async () => {
    const { seen, made } = await createUnder({ fault: "slow", ms: 1 });
    expect(made).toBe(true);
    expect(seen).toMatchObject({ http: 200, status: "ok" });
  });

  it("rateLimit: 429 without and with Retry-After, in seconds or as a date", async () => {
    const plain = await createUnder({ fault: "rateLimit" });
    expect(plain.made).toBe(false);
    expect(plain.seen).toMatchObject({ http: 429 });
    expect(header(plain.seen)).toBeNull();
    expect(header((await createUnder({ fault: "rateLimit", retryAfter: 7 })).seen)).toBe("7");
    const clock = stoppedClock("2026-03-01T10:00:00.000Z");
    const dated = await createUnder({ fault: "rateLimit", retryAfter: 7, httpDate: true }, { clock });
    expect(header(dated.seen)).toBe("Sun, 01 Mar 2026 10:00:07 GMT");
  });

  it.each([
    ["error500", 500],
    ["unavailable", 503],
  ] as const)("%s: HTTP %i, the work not done or done", async (fault, http) => {
    const before = await createUnder({ fault });
    expect(before.seen).toMatchObject({ http, status: "error" });
    expect(before.made).toBe(false);
    const after = await createUnder({ fault, when: "after" });
    expect(after.seen).toMatchObject({ http });
    expect(after.made).toBe(true);
  });

  it("unavailable can say when to come back", async () => {
    expect(header((await createUnder({ fault: "unavailable", retryAfter: 2 })).seen)).toBe("2");
  });

  it("forbidden and redirect: nothing done", async () => {
    const forbidden = await createUnder({ fault: "forbidden" });
    expect(forbidden.seen).toMatchObject({ http: 403 });
    const redirected = await createUnder({ fault: "redirect", location: "http://elsewhere.test/v1" });
    expect(redirected.seen).toMatchObject({ http: 302 });
    expect(redirected.seen === "broken" ? null : redirected.seen.headers.get("location")).toBe(
      "http://elsewhere.test/v1",
    );
    expect(forbidden.made || redirected.made).toBe(false);
  });

  it("html: a proxy's page, with 502 or 200, before or after the work", async () => {
    const before = await createUnder({ fault: "html" });
    expect(before.seen).toMatchObject({ http: 502, text: expect.stringContaining("<html>") as string });
    expect(before.made).toBe(false);
    const after = await createUnder({ fault: "html", status: 200, when: "after" });
    expect(after.seen).toMatchObject({ http: 200, text: expect.stringContaining("<html>") as string });
    expect(after.made).toBe(true);
  });

  it("refusal: a text in the place of the envelope, with what was sent where it says so", async () => {
    const refused = await createUnder({ fault: "refusal", text: "missing field `notes`" });
    expect(refused.seen).toMatchObject({ http: 422, text: "missing field `notes`" });
    expect(refused.made).toBe(false);
    for (const [sentAs, sign] of [
      ["plain", '{"'],
      ["address", "%7B%22"],
      ["page", "{&#34;"],
      ["base64", "eyJ"],
    ] as const) {
      const echo = await createUnder({ fault: "refusal", text: "not {sent}", status: 400, sentAs });
      expect(echo.seen).toMatchObject({ http: 400, text: expect.stringMatching(/^not /) as string });
      expect(echo.seen === "broken" ? "" : echo.seen.text).toContain(sign);
    }
  });

  it("truncated: half the JSON, or a connection that breaks before the promised length", async () => {
    const body = await createUnder({ fault: "truncated" });
    expect(body.made).toBe(true);
    expect(body.seen).toMatchObject({ http: 200, text: expect.stringMatching(/^\{"status":"ok"/) as string });
    expect(() => JSON.parse(body.seen === "broken" ? "{}" : body.seen.text) as unknown).toThrow();
    const connection = await createUnder({ fault: "truncated", cut: "connection" });
    expect({ seen: connection.seen, made: connection.made }).toEqual({ seen: "broken", made: true });
  });

  it("emptyBody and wrongEnvelope: HTTP 200 that tells nothing, though the work is done", async () => {
    const empty = await createUnder({ fault: "emptyBody" });
    expect(empty.seen).toMatchObject({ http: 200, text: "" });
    expect(empty.made).toBe(true);
    const wrong = await createUnder({ fault: "wrongEnvelope" });
    expect(wrong.seen).toMatchObject({ http: 200, text: '{"result":"done"}' });
    expect(wrong.made).toBe(true);
    expect((await createUnder({ fault: "wrongEnvelope", when: "before" })).made).toBe(false);
  });
});

describe("when a fault strikes", () => {
  async function statuses(emulator: Asked, asks: number): Promise<number[]> {
    const seen: number[] = [];
    for (let turn = 0; turn < asks; turn++) seen.push((await emulator.get(campaigns)).http);
    return seen;
  }

  it("once, at the next request, if nothing else is said", async () => {
    const emulator = await start({ faults: [{ fault: "error500" }] });
    expect(await statuses(emulator, 3)).toEqual([500, 200, 200]);
  });

  it("from the nth on, so many times, or always", async () => {
    const emulator = await start({ faults: [{ fault: "error500", nth: 2, times: 2 }] });
    expect(await statuses(emulator, 4)).toEqual([200, 500, 500, 200]);
    emulator.clearFaults();
    emulator.addFault({ fault: "error500", times: "always" });
    expect(await statuses(emulator, 3)).toEqual([500, 500, 500]);
    expect(emulator.faults()).toMatchObject([{ seen: 3, struck: 3 }]);
  });

  it("only where the request matches: kind, operation, method, path, pattern, body", async () => {
    const emulator = await start();
    const strikes = async (match: NonNullable<FaultRule["match"]>) => {
      emulator.clearFaults();
      emulator.addFault({ fault: "error500", match, times: "always" });
      return {
        list: (await emulator.get(campaigns)).http === 500,
        create: (await emulator.post("/campaigns/create", campaign)).http === 500,
        agents: (await emulator.get("/ai-agent?workspace=default")).http === 500,
      };
    };
    const struck = (...names: string[]) => ({
      list: names.includes("list"),
      create: names.includes("create"),
      agents: names.includes("agents"),
    });
    expect(await strikes({ kind: "Campaign" })).toEqual(struck("list", "create"));
    expect(await strikes({ operation: "list" })).toEqual(struck("list", "agents"));
    expect(await strikes({ kind: "Campaign", operation: "create" })).toEqual(struck("create"));
    expect(await strikes({ method: "get" })).toEqual(struck("list", "agents"));
    expect(await strikes({ path: "/ai-agent" })).toEqual(struck("agents"));
    expect(await strikes({ path: "/campaigns/by-workspace/{workspace}" })).toEqual(struck("list"));
    expect(await strikes({ path: "/campaigns/*" })).toEqual(struck("list", "create"));
    expect(await strikes({ bodyContains: "Spring" })).toEqual(struck("create"));
  });

  it("the first rule that is due strikes; the others count the request all the same", async () => {
    const emulator = await start({
      faults: [
        { fault: "unavailable", nth: 2 },
        { fault: "error500", nth: 2, times: 2 },
      ],
    });
    expect(await statuses(emulator, 4)).toEqual([200, 503, 500, 500]);
  });

  it("at random, but from the seed: the same seed, the same run", async () => {
    const run = async (seed: number) => {
      const emulator = await start({ seed, faults: [{ fault: "error500", probability: 0.5 }] });
      return statuses(emulator, 24);
    };
    const first = await run(7);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
  });

  it.each<[string, unknown, string]>([
    ["an unknown fault", { fault: "explode" }, "there is no fault"],
    ["an unknown setting", { fault: "dropAfter", match: {}, ntn: 2 }, "has no `ntn`"],
    ["an unknown condition", { fault: "dropAfter", match: { kinds: "Campaign" } }, "has no `kinds`"],
    ["an unknown kind", { fault: "dropAfter", match: { kind: "campaign" } }, "`kind` must be"],
    ["a stall without a duration", { fault: "stall" }, "needs `ms`"],
    ["a probability beyond 1", { fault: "dropAfter", probability: 2 }, "`probability` must be"],
  ])("%s is refused", async (_, rule, message) => {
    await expect(startEmulator({ faults: [rule as FaultRule] })).rejects.toThrow(message);
  });

  it("every fault has a name that can be asked for", () => {
    expect(faultNames).toContain("dropAfter");
    expect(new Set(faultNames).size).toBe(faultNames.length);
  });
});

function header(seen: { headers: Headers } | "broken"): string | null {
  return seen === "broken" ? "broken" : seen.headers.get("retry-after");
}
