/** The page: one file, complete, that runs nothing but its own and shows names as text. The JSON beside it. */
import { createHash } from "node:crypto";
import { parse, type DefaultTreeAdapterMap } from "parse5";
import { review } from "../../../provider/cli/review/review";
import { previewText, spring, urnOf, type Step } from "./previewText";

type Node = DefaultTreeAdapterMap["node"];

const now = new Date("2026-01-07T12:00:00Z");
const made = (...steps: readonly Step[]) => review(previewText(steps), { now });
const later = { ...spring, callTimeOfDayTo: "19:00:00" };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** All elements in order, as a browser reads them. Throws where the page is not what it says. */
function elementsOf(page: string): Element[] {
  const problems: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => problems.push(code) });
  expect(problems).toEqual([]);
  const found: Element[] = [];
  const textOf = (node: Node): string =>
    node.nodeName === "#text" && "value" in node
      ? node.value
      : "childNodes" in node
        ? node.childNodes.map(textOf).join("")
        : "";
  const walk = (node: Node): void => {
    if ("tagName" in node)
      found.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        text: textOf(node),
      });
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(document);
  return found;
}

const several: readonly Step[] = [
  { op: "update", name: "a", old: { ...spring, name: "Amber" }, new: { ...later, name: "Amber" } },
  { op: "create", name: "b", new: { ...spring, name: "Blue", desiredStatus: "active" } },
  { op: "delete", name: "c", old: { ...spring, name: "Coral" } },
  { op: "same", name: "d", old: { ...spring, name: "Dune" }, new: { ...spring, name: "Dune" } },
];

it("holds dangers, numbers, the week, and a row a campaign, most dangerous first", () => {
  const elements = elementsOf(made(...several).page());
  const texts = (name: string): string[] => elements.filter((element) => element.name === name).map(({ text }) => text);
  expect(
    elements
      .find(({ attributes }) => attributes["class"] === "dangers")
      ?.text.trim()
      .split("\n"),
  ).toEqual(["Starts calling: Blue", "Calls at more hours: Amber"]);
  expect(texts("td").filter((_, index) => index % 4 === 0)).toEqual(["Blue", "Amber", "Coral", "Dune"]);
  expect(texts("li").filter((text) => /\d/.test(text) && text.includes("campaigns change"))).toEqual([
    "3 of 4 campaigns change",
  ]);
  expect(texts("svg")).toHaveLength(1);
  expect(
    elements.filter(({ attributes }) => attributes["type"] === "checkbox").map(({ attributes }) => attributes["value"]),
  ).toEqual([...["create", "update", "delete", "same"]]);
});

it("needs nothing from elsewhere, and its policy allows its own script alone", () => {
  const elements = elementsOf(made(...several).page());
  expect(elements.filter(({ attributes }) => "src" in attributes || "href" in attributes)).toEqual([]);
  const [script, ...others] = elements.filter(({ name }) => name === "script");
  expect(others).toEqual([]);
  const policy = elements.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy")?.attributes[
    "content"
  ];
  const hash = createHash("sha256")
    .update(script?.text ?? "")
    .digest("base64");
  expect(policy).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(script?.text).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval/);
});

it.each([
  `</script><script>alert(1)</script>`,
  `<img src=x onerror=alert(1)>`,
  `"><b onmouseover="alert(1)">`,
  `' onfocus='alert(1)`,
  `</style></svg></title><a href=javascript:alert(1)>`,
  `]]><!-- <?x ?> &lt;b&gt; &#60;b>`,
  `\u202egnp.exe\u0000\u001b[31m`,
])("shows the name %j as text", (name) => {
  const steps = (called: string): Step[] => [
    {
      op: "update",
      old: { ...spring, name: called },
      new: { ...later, name: called, contactsListTags: [called], notes: called },
    },
    {
      op: "update",
      kind: "AiAgent",
      name: "a",
      old: { name: called, prompt: "a" },
      new: { name: called, prompt: called },
    },
  ];
  const diagnostics = (called: string) => [
    { urn: urnOf("spring"), severity: "warning", message: called },
    { severity: "error", message: called },
  ];
  const shape = (called: string) =>
    elementsOf(review(previewText(steps(called), diagnostics(called)), { now }).page()).map(
      ({ name: element, attributes }) => [element, Object.keys(attributes)],
    );
  expect(shape(name)).toEqual(shape("Plain"));
  expect(review(previewText(steps(name)), { now }).page()).not.toMatch(/[\u202e\u0000\u001b]/);
});

it("says so where nobody is called who is not called today, and where there are no campaigns", () => {
  expect(made({ op: "same", old: spring, new: spring }).page()).toContain("Nobody is called who is not called today.");
  expect(made().page()).toContain("<p>No campaigns.</p>");
});

it("says what becomes of what is deleted", () => {
  const kept = { ...spring, deletionPolicy: "retain" };
  expect(made({ op: "delete", old: kept }).page()).toContain("if it is active, it goes on calling.");
});

it("shows no secret", () => {
  const page = made({
    op: "update",
    old: spring,
    new: { ...spring, contactsListTags: "[secret]", summary: "outbound, tags hidden-value" },
  }).page();
  expect(page).not.toContain("hidden-value");
});

it("as JSON says the same", () => {
  const { report } = made(...several);
  expect(report).toMatchObject({
    stack: { project: "renewals", name: "dev" },
    failed: false,
    totals: { hoursBefore: 120, hoursAfter: 130, notCounted: 0 },
    campaigns: [
      { name: "Blue", action: "create", worst: "starts", status: "active", before: null, hoursAWeek: 40 },
      { name: "Amber", action: "update", worst: "hours", changes: [{ label: "Hours" }, { label: "Calling time" }] },
      {
        ...{ name: "Coral", action: "delete", worst: null, status: null, after: null },
        consequences: ["It is paused, then deleted in Callab."],
      },
      { name: "Dune", action: "same", worst: null, risks: [] },
    ],
  });
});
