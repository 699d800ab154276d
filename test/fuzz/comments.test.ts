/** Hostile names through review: the rendered comment and the parsed picture hold no element, link or mention of theirs. */
import fc from "fast-check";
import { PreviewError } from "../../provider/cli/review/preview";
import { review } from "../../provider/cli/review/review";
import { liveParts, parsedXml, renderedMarkdown } from "../support/rendered";
import { previewText, spring, urnOf, type Step } from "../unit/review/previewText";
import { fuzz } from "./fuzz";
import { hostileJson, hostileText, poisoned } from "./hostile";

jest.setTimeout(3_600_000);

/** Elements of a comment that is written by this package alone. */
const own = new Set(
  ["h2", "h3", "h4", "p", "strong", "ul", "li", "code", "pre", "hr"].concat(
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ),
);
const drawn = new Set(["svg", "title", "desc", "style", "defs", "pattern", "line", "rect", "text", "tspan"]);

const webhook = { name: "CRM", steps: [{ webhookUrl: "https://example.com/x", webhookBody: { a: "b" } }] };

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom("create", "update", "delete", "replace", "same"),
    hostileText,
    poisoned(spring),
    poisoned(spring),
    fc.array(hostileText, { maxLength: 2 }),
    fc.constantFrom("Campaign", "Webhook", "AiAgent"),
    poisoned(webhook),
  )
  .map(([op, name, old, now, replaceReasons, kind, flow]) => ({
    op,
    name,
    kind,
    ...(op === "create" ? {} : { old: kind === "Campaign" ? old : { ...flow, name: now["name"] } }),
    ...(op === "delete" ? {} : { new: kind === "Campaign" ? now : flow }),
    replaceReasons,
    oldState: { outputs: { status: old["name"] } },
  }));

const diagnostic = fc.record({
  severity: fc.constantFrom("warning", "error"),
  urn: hostileText.map((name) => urnOf(name)),
  message: hostileText,
});

const options = { now: new Date("2026-01-01T00:00:00Z") };

it("comments: names are text", async () => {
  await fuzz(
    { share: 200, whole: 5_000 },
    fc.tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.array(diagnostic, { maxLength: 2 }), hostileText),
    ([steps, diagnostics, link]) => {
      const { comment, picture } = review(previewText(steps, diagnostics), {
        ...options,
        pictureLink: `https://example.com/${link}`,
      });
      const rendered = renderedMarkdown(comment);
      expect(liveParts(rendered)).toEqual([]);
      expect(rendered.elements.filter((element) => !own.has(element) && element !== "img")).toEqual([]);
      expect(rendered.targets.every((target) => target.startsWith("https://example.com/"))).toBe(true);
      expect(rendered.targets.length).toBeLessThanOrEqual(1);
      expect(rendered.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      const { elements, targets } = parsedXml(picture);
      expect(elements.filter((element) => !drawn.has(element))).toEqual([]);
      expect(targets).toEqual([]);
    },
  );
});

it("previews of any form: a comment, or a sentence why there is none", async () => {
  const state = fc.record(
    { inputs: hostileJson, outputs: hostileJson, id: hostileJson, propertyDependencies: hostileJson },
    { requiredKeys: [] },
  );
  const anyStep = fc.record(
    {
      op: fc.oneof(fc.constantFrom("create", "update", "refresh", "replace"), hostileJson),
      urn: fc.oneof(
        hostileText.map((name) => urnOf(name)),
        hostileJson,
      ),
      oldState: fc.oneof(state, hostileJson),
      newState: fc.oneof(state, hostileJson),
      replaceReasons: hostileJson,
    },
    { requiredKeys: ["urn"] },
  );
  const preview = fc.oneof(
    fc.record({ steps: fc.array(anyStep, { maxLength: 3 }), diagnostics: fc.array(fc.oneof(diagnostic, hostileJson)) }),
    hostileJson,
  );
  await fuzz({ share: 200, whole: 5_000 }, preview, (value) => {
    try {
      const { comment, picture } = review(JSON.stringify(value), options);
      expect(liveParts(renderedMarkdown(comment))).toEqual([]);
      parsedXml(picture);
    } catch (problem) {
      if (!(problem instanceof PreviewError)) throw problem;
    }
  });
});
