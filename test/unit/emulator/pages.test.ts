import type { PersonalityPatch } from "../../../emulator";
import { campaign, campaigns, start, type Asked, type Reply } from "./client";

/** An emulator with so many campaigns, named 1, 2, 3 … */
async function withCampaigns(count: number, personality: PersonalityPatch): Promise<Asked> {
  const emulator = await start({ personality });
  for (let number = 1; number <= count; number++)
    emulator.dashboard.create("Campaign", { ...campaign, name: String(number) });
  return emulator;
}

/** The names that a list shows, or the message with which it is refused. */
async function shown(emulator: Asked, query = ""): Promise<string> {
  const { data, status, message } = await emulator.get(campaigns + query);
  if (status === "error") return message as string;
  return ((data ?? []) as { name: string }[]).map(({ name }) => name).join(" ");
}

const paged: PersonalityPatch = { listPages: "paged", pageSize: 2 };

describe("lists in pages", () => {
  it("none: a list comes whole, and `page` and `per_page` change nothing", async () => {
    const emulator = await withCampaigns(5, { pageSize: 2, pageHints: "total" });
    expect(await shown(emulator)).toBe("1 2 3 4 5");
    expect(await shown(emulator, "?page=1&per_page=2")).toBe("1 2 3 4 5");
    expect(Object.keys((await emulator.get(campaigns)).envelope)).toEqual(["status", "message", "data"]);
  });

  it("paged: the first page, and the others by number, from 0", async () => {
    const emulator = await withCampaigns(5, paged);
    expect(await shown(emulator)).toBe("1 2");
    expect(await shown(emulator, "?page=0")).toBe("1 2");
    expect(await shown(emulator, "?page=1")).toBe("3 4");
    expect(await shown(emulator, "?page=2")).toBe("5");
    expect(await shown(emulator, "?page=3")).toBe("");
  });

  it("or from 1; then page 0 is the first page too", async () => {
    const emulator = await withCampaigns(3, { ...paged, pageFrom: 1 });
    expect(await shown(emulator, "?page=0")).toBe("1 2");
    expect(await shown(emulator, "?page=1")).toBe("1 2");
    expect(await shown(emulator, "?page=2")).toBe("3");
  });

  it("whenAsked: whole, unless the query asks for a page", async () => {
    const emulator = await withCampaigns(3, { ...paged, listPages: "whenAsked" });
    expect(await shown(emulator)).toBe("1 2 3");
    expect(await shown(emulator, "?page=1")).toBe("3");
    expect(await shown(emulator, "?per_page=1")).toBe("1");
  });

  it("`per_page` is heeded up to the cap; what is no size is not", async () => {
    const emulator = await withCampaigns(6, { ...paged, pageCap: 4 });
    expect(await shown(emulator, "?per_page=3")).toBe("1 2 3");
    expect(await shown(emulator, "?page=1&per_page=3")).toBe("4 5 6");
    expect(await shown(emulator, "?per_page=100")).toBe("1 2 3 4");
    expect(await shown(emulator, "?per_page=0")).toBe("1 2");
    expect(await shown(emulator, "?page=x&per_page=x")).toBe("1 2");
  });

  it.each([
    ["honoured", "3"],
    ["ignored", "1 2"],
    ["refused", "page is not a parameter of this list"],
  ] as const)("`page` is %s", async (pageQuery, second) => {
    const emulator = await withCampaigns(3, { ...paged, pageQuery });
    expect(await shown(emulator)).toBe("1 2");
    expect(await shown(emulator, "?page=1")).toBe(second);
  });

  it("a whole list may refuse the parameters as well, by HTTP code where refusals come so", async () => {
    const emulator = await withCampaigns(3, { pageQuery: "refused", failureBy: "4xx" });
    expect(await shown(emulator)).toBe("1 2 3");
    expect(await emulator.get(`${campaigns}?per_page=10`)).toMatchObject({ http: 400, status: "error" });
  });

  it.each([
    ["empty", ""],
    ["last", "3"],
    ["refused", "there is no page 7"],
  ] as const)("a page after the last one: %s", async (pageBeyond, seventh) => {
    const emulator = await withCampaigns(3, { ...paged, pageBeyond });
    expect(await shown(emulator, "?page=7")).toBe(seventh);
  });

  it("every kind's list, after its filter", async () => {
    const emulator = await start({ personality: paged });
    for (const name of ["a", "b", "c"]) {
      emulator.dashboard.create("AiAgent", { name });
      emulator.dashboard.create("AiAgent", { name, workspace: "sales" });
      emulator.dashboard.create("Webhook", { name });
      emulator.dashboard.create("PhoneNumber", { phone_number: name });
    }
    expect(await emulator.items("/ai-agent?workspace=sales&page=1")).toMatchObject([{ name: "c" }]);
    expect(await emulator.items("/webhooks?page=1")).toMatchObject([{ name: "c" }]);
    expect(await emulator.items("/phone_number?page=1")).toMatchObject([{ phone_number: "c" }]);
  });

  it("an empty page is null where an empty list is", async () => {
    const emulator = await withCampaigns(0, { ...paged, emptyList: "null", pageHints: "items" });
    expect((await emulator.get(campaigns)).data).toEqual({ items: null, total: 0 });
  });
});

describe("how a page says that there is more", () => {
  const next = (page: number) => `/v1${campaigns}?page=${page}&per_page=2`;
  const onlyHints = ({ envelope, headers }: Reply) => {
    const { status, message, data, ...hints } = envelope;
    return { status, message, ...hints, ...(Array.isArray(data) ? {} : { data }), link: headers.get("link") };
  };
  const plain = { status: "ok", message: "success", link: null };
  const one = (name: string) => expect.objectContaining({ name }) as unknown;

  it.each<[NonNullable<PersonalityPatch["pageHints"]>, object, object]>([
    ["none", {}, {}],
    ["total", { total: 3 }, { total: 3 }],
    ["lastPage", { current_page: 0, last_page: 1 }, { current_page: 1, last_page: 1 }],
    ["next", { next: next(1) }, { next: null }],
    ["nextPage", { next_page: 1 }, { next_page: null }],
    ["hasMore", { has_more: true }, { has_more: false }],
    ["link", { link: `<${next(1)}>; rel="next"` }, { link: null }],
    [
      "meta",
      { meta: { current_page: 0, last_page: 1, per_page: 2, total: 3 } },
      { meta: { current_page: 1, last_page: 1, per_page: 2, total: 3 } },
    ],
    [
      "pagination",
      { pagination: { page: 0, per_page: 2, total: 3, total_pages: 2 } },
      { pagination: { page: 1, per_page: 2, total: 3, total_pages: 2 } },
    ],
    ["items", { data: { items: [one("1"), one("2")], total: 3 } }, { data: { items: [one("3")], total: 3 } }],
    ["data", { data: { data: [one("1"), one("2")], total: 3 } }, { data: { data: [one("3")], total: 3 } }],
  ])("%s: on the first page and on the last", async (pageHints, first, last) => {
    const emulator = await withCampaigns(3, { ...paged, pageHints });
    expect(onlyHints(await emulator.get(campaigns))).toEqual({ ...plain, ...first });
    expect(onlyHints(await emulator.get(`${campaigns}?page=1`))).toEqual({ ...plain, ...last });
  });

  it("numbers count as the pages do", async () => {
    const emulator = await withCampaigns(3, { ...paged, pageFrom: 1, pageHints: "lastPage" });
    expect((await emulator.get(campaigns)).envelope).toMatchObject({ current_page: 1, last_page: 2 });
    emulator.setPersonality({ ...paged, pageFrom: 1, pageHints: "nextPage" });
    expect((await emulator.get(campaigns)).envelope).toMatchObject({ next_page: 2 });
  });

  it("the next address leads there, with what else was asked", async () => {
    const emulator = await start({ personality: { ...paged, pageHints: "next" } });
    for (const name of ["a", "b", "c"]) emulator.dashboard.create("AiAgent", { name, workspace: "sales" });
    const { envelope } = await emulator.get("/ai-agent?workspace=sales");
    const address = envelope["next"] as string;
    expect(address).toBe("/v1/ai-agent?workspace=sales&page=1&per_page=2");
    expect(await emulator.items(address.slice("/v1".length))).toMatchObject([{ name: "c" }]);
  });
});

describe("lists that repeat objects", () => {
  it("twice: each object is listed twice in a row, and counts twice", async () => {
    const emulator = await withCampaigns(2, { listRepeats: "twice" });
    expect(await shown(emulator)).toBe("1 1 2 2");
    emulator.setPersonality({ ...paged, listRepeats: "twice", pageHints: "total" });
    expect((await emulator.get(campaigns)).envelope).toMatchObject({ total: 4 });
    expect(await shown(emulator, "?page=1")).toBe("2 2");
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(2);
  });
});
