/** The routes, their marks, and what `callab:routes` may make of them. */
import { fillIn, otherRoute, parameterOf, routeName, routesWith, withParameters } from "../../../provider/api/routes";
import { wordedForRun } from "../../../provider/runtime/hints";
import { kindNames } from "../../../provider/kinds/schema";

const builtIn = routesWith({});

it("are these, each with the mark of how well it is known", () => {
  expect(
    builtIn
      .all()
      .map((route) => `${route.key}: ${routeName(route)}`)
      .join("\n"),
  ).toMatchInlineSnapshot(`
   "campaign.create: POST /campaigns/create (documented)
   campaign.list: GET /campaigns/by-workspace/{workspace} (documented)
   campaign.read: GET /campaigns/by-id/{id} (documented)
   campaign.update: POST /campaigns/update/{id} (inferred)
   campaign.update: POST /campaign/update/{id} (older)
   campaign.delete: POST /campaigns/delete/{id} (inferred)
   aiAgent.create: POST /ai-agent/create (documented)
   aiAgent.list: GET /ai-agent?workspace={workspace} (documented, its filter inferred)
   aiAgent.read: GET /ai-agent/{id} (documented)
   aiAgent.update: POST /ai-agent/update/{id} (inferred)
   aiAgent.delete: POST /ai-agent/delete/{id} (inferred)
   phoneNumber.list: GET /phone_number (older)
   phoneNumber.create: POST /phone_number/create (inferred)
   phoneNumber.update: POST /phone_number/update/{id} (inferred)
   phoneNumber.delete: POST /phone_number/delete/{id} (inferred)
   webhook.list: GET /webhooks?workspace={workspace} (documented, its filter inferred)
   webhook.create: POST /webhooks/create (inferred)
   webhook.update: POST /webhooks/update/{id} (inferred)
   webhook.delete: POST /webhooks/delete/{id} (inferred)
   workspace.create: POST /workspace/create (documented)
   workspace.update: POST /workspace/update/{id} (documented)
   workspace.delete: POST /workspace/delete/{id} (documented)"
  `);
});

it("let every kind be created, updated and deleted, and all but workspaces be listed", () => {
  for (const kind of kindNames)
    for (const operation of ["create", "update", "delete"] as const)
      expect(builtIn.of(kind, operation).length).toBeGreaterThan(0);
  expect(kindNames.filter((kind) => builtIn.of(kind, "list").length === 0)).toEqual(["Workspace"]);
  expect(builtIn.of("PhoneNumber", "read")).toEqual([]);
  expect(builtIn.of("Webhook", "read")).toEqual([]);
});

describe("a learned contract", () => {
  const fact = { day: "2026-12-01", mark: "observed" } as const;
  const routes = routesWith(
    { "webhook.delete": "POST /flows/remove/{id}" },
    {
      version: 1,
      day: "2026-12-01",
      writesTried: true,
      kinds: {},
      routes: {
        "campaign.update": {
          ...fact,
          route: "POST /campaign/update/{id}",
          absent: ["POST /campaigns/update/{id}"],
        },
        "campaign.delete": { ...fact, route: "DELETE /campaigns/{id}" },
        "aiAgent.list": { ...fact, route: "GET /ai-agent?workspace={workspace}" },
        "webhook.update": { ...fact, route: null, absent: ["POST /webhooks/update/{id}"] },
        "webhook.delete": { ...fact, route: "DELETE /webhooks/{id}" },
      },
    },
  );
  const of = (kind: "Campaign" | "AiAgent" | "Webhook", operation: "list" | "update" | "delete"): string[] =>
    routes.of(kind, operation).map(routeName);

  it("puts first what was seen to work, with the day, and last what was not there; nothing is left out", () => {
    expect(of("Campaign", "update")).toEqual([
      "POST /campaign/update/{id} (observed 2026-12-01)",
      "POST /campaigns/update/{id} (inferred)",
    ]);
    expect(of("Campaign", "delete")).toEqual([
      "DELETE /campaigns/{id} (observed 2026-12-01)",
      "POST /campaigns/delete/{id} (inferred)",
    ]);
    expect(of("Webhook", "update")).toEqual(["POST /webhooks/update/{id} (inferred)"]);
  });

  it("knows the name of a filter, which was only inferred before", () => {
    expect(of("AiAgent", "list")).toEqual(["GET /ai-agent?workspace={workspace} (observed 2026-12-01)"]);
  });

  it("goes behind callab:routes", () => {
    expect(of("Webhook", "delete")).toEqual(["POST /flows/remove/{id} (configured)"]);
  });

  it("says in the way out what was seen, and when", () => {
    const [update] = routes.of("Webhook", "update");
    const [remove] = routes.of("Campaign", "delete");
    expect(update && wordedForRun(otherRoute(update))).toContain("By callab:contract it was not there on 2026-12-01.");
    expect(remove && wordedForRun(otherRoute(remove))).toContain("as of 2026-12-01; run `callab doctor --learn` again");
  });
});

describe("an override", () => {
  it("takes the place of every way there was", () => {
    const routes = routesWith({ "campaign.update": "PUT /campaigns/{id}", "webhook.list": "GET /flows" });
    expect(routes.of("Campaign", "update")).toEqual([
      { key: "campaign.update", method: "PUT", path: "/campaigns/{id}", mark: "configured" },
    ]);
    expect(routes.of("Webhook", "list")).toMatchObject([{ method: "GET", path: "/flows", mark: "configured" }]);
    expect(routes.of("Campaign", "delete")).toEqual(builtIn.of("Campaign", "delete"));
  });
});

it("have their places filled in, whatever the values hold", () => {
  const [read] = builtIn.of("Campaign", "read");
  const [list] = builtIn.of("AiAgent", "list");
  if (read === undefined || list === undefined) throw new Error("no routes");
  expect(fillIn(read, { id: "a/b?c#d e" })).toBe("/campaigns/by-id/a%2Fb%3Fc%23d%20e");
  expect(fillIn(list, { workspace: "team&a=b" })).toBe("/ai-agent?workspace=team%26a%3Db");
  expect(fillIn(read, { id: "..a" })).toBe("/campaigns/by-id/..a");
  for (const id of [".", ".."])
    expect(() => fillIn(read, { id })).toThrow(`"${id}" cannot be the id in GET /campaigns`);
});

it.each<[string, Record<string, number>, string]>([
  ["/campaigns", {}, "/campaigns"],
  ["/campaigns", { page: 1, per_page: 20 }, "/campaigns?page=1&per_page=20"],
  ["/campaigns?", { page: 1 }, "/campaigns?page=1"],
  ["/campaigns?workspace=a%26b", { page: 1 }, "/campaigns?workspace=a%26b&page=1"],
  ["/campaigns?page=0&sort=name&per_page=5", { page: 1, per_page: 20 }, "/campaigns?sort=name&page=1&per_page=20"],
  ["/campaigns?subpage=7&pages", { page: 1 }, "/campaigns?subpage=7&pages&page=1"],
  ["/campaigns?q=a?b", { page: 1 }, "/campaigns?q=a?b&page=1"],
])("%s with %j is %s", (path, parameters, expected) => {
  expect(withParameters(path, parameters)).toBe(expected);
});

it("tell the numbers in their own query", () => {
  const [route] = routesWith({ "webhook.list": "GET /flows?w={workspace}&limit=50&page=x&size=" }).of(
    "Webhook",
    "list",
  );
  if (route === undefined) throw new Error("no route");
  expect(parameterOf(route, ["per_page", "limit"])).toBe(50);
  for (const name of ["page", "size", "w", "per_page"]) expect(parameterOf(route, [name])).toBeUndefined();
});

it("can be told how to be set otherwise, in a line to copy", () => {
  const [remove] = builtIn.of("Campaign", "delete");
  if (remove === undefined) throw new Error("no route");
  const text = wordedForRun(otherRoute(remove));
  expect(text).toContain("is not documented, but inferred");
  const json = /'(\{.*\})'/.exec(text)?.[1] ?? "";
  expect(routesWith(JSON.parse(json) as Record<string, string>).of("Campaign", "delete")).toMatchObject([
    { method: "POST", mark: "configured" },
  ]);
});
