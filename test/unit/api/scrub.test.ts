/** A secret is found in whatever form it was written. */
import fc from "fast-check";
import { credentialsIn, scrubbed, shownAddress, withoutCredentials } from "../../../provider/api/scrub";

const inPage = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign] ?? sign,
  );
const asciiJson = (text: string): string =>
  JSON.stringify(text).replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const writings: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  "in JSON": (secret) => JSON.stringify({ seen: secret }),
  "in JSON in JSON": (secret) => JSON.stringify({ body: JSON.stringify({ seen: secret }) }),
  "in JSON of ASCII alone": asciiJson,
  "in JSON with escaped slashes": (secret) => JSON.stringify(secret).replaceAll("/", "\\/"),
  "in a web address": (secret) => `q=${encodeURIComponent(secret)}&x`,
  "in a web address with small letters": (secret) =>
    encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  "in a form": (secret) => new URLSearchParams({ q: secret }).toString(),
  "in a page": inPage,
  "in a page, by numbers": (secret) => Array.from(secret, (sign) => `&#${sign.codePointAt(0)};`).join(""),
  "in JSON in a page": (secret) => inPage(JSON.stringify({ seen: secret })),
  "in other letter cases": (secret) => secret.toUpperCase(),
  "in lines": (secret) => secret.replaceAll(" ", "\n   "),
  "in Base64": (secret) => Buffer.from(secret).toString("base64"),
  "in Base64 of more": (secret) => Buffer.from(`{"prompt":${secret}}`).toString("base64"),
  "in Base64 for addresses": (secret) => Buffer.from(`ab${secret}`).toString("base64url"),
};

describe.each([
  'Bearer "quoted" and\nlong & <enough>/2',
  "Tu appelles des clients dont le contrat s’achève bientôt: 春 <b>50 %</b>",
  "c0rr3ct-h0rse",
])("%j", (secret) => {
  it.each(Object.keys(writings))("is taken out where it is written %s", (how) => {
    const written = writings[how]?.(secret) ?? "";
    const text = scrubbed(`before ${written} after`, [secret, "never there"]);
    expect(text).toContain("[secret]");
    expect(text).toMatch(/^before .*after$/s);
    // What is left of it is less than what a sentence is made of.
    const words = secret.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 4);
    for (const word of words) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });
});

it("is taken out where an API repeats a part of it only", () => {
  const prompt = "You call customers whose contract ends soon, and never tell them that this is a machine.";
  const text = scrubbed(`invalid value: string "${prompt.slice(0, 60)}…", expected`, [prompt]);
  expect(text).toBe('invalid value: string "[secret]…", expected');
});

describe("a part of a secret", () => {
  const key = "FLOWTOKabcdef12";
  const long = "k7Hq-2mVx_9pRtZ4wB8sLdN3yF6jGcA1eU5oTiXn";
  const prose = "You call customers whose contract ends soon.";

  it.each<[string, string, string]>([
    ["the beginning of a short one", key, "FLOWTOKabcd"],
    ["the end of one", key, "OKabcdef12"],
    ["the middle of one", key, "OWTOKabc"],
    ["half of a long one, or 16 characters", long, long.slice(10, 26)],
    ["half of one of 20", long.slice(0, 20), long.slice(5, 15)],
    ["the beginning of a long one", long, long.slice(0, 14)],
    ["its end", long, long.slice(-9)],
    ["the beginning of a sentence", prose, prose.slice(0, 14)],
    ["an address without its scheme", `https://hooks.example.com/${key}`, `hooks.example.com/${key}`],
    ["a path of one", `https://hooks.example.com/${key}`, `mple.com/${key}`],
  ])("is taken out: %s", (_, secret, part) => {
    expect(scrubbed(`"${part}…" is too long`, [secret])).toBe('"[secret]…" is too long');
    expect(scrubbed(`"${encodeURIComponent(part)}" is too long`, [secret])).toBe('"[secret]" is too long');
  });

  it.each<[string, string, string]>([
    ["fewer than eight characters", key, "FLOWTOK"],
    ["a part of a secret of fewer than eight", "4711-08", "4711-0"],
    ["less than half of the middle", long, long.slice(10, 25)],
    ["a word or two of a sentence", prose, "You call whom, and which customers"],
    ["what addresses begin with", `https://hooks.example.com/${key}`, "see https://docs.callab.ai/names"],
  ])("is left: %s", (_, secret, part) => {
    expect(scrubbed(part, [secret])).toBe(part);
  });

  it("is looked for in a time that grows with the text and the secrets alone", () => {
    const [text, secret] = ["a".repeat(20_000), "a".repeat(20_000)];
    const began = performance.now();
    expect(scrubbed(`${text} b`, [secret])).toBe("[secret] b");
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

it("leaves other words alone", () => {
  const text = "name is too long: at most 60 characters (see https://docs.callab.ai/names)";
  expect(scrubbed(text, ["You call customers", "abc", "", "  ", "long ago and far away"])).toBe(text);
});

it("finds any secret in any writing", () => {
  const secrets = fc
    .string({ unit: "grapheme-ascii", minLength: 8, maxLength: 60 })
    .filter((text) => /^\S(.*\S)?$/.test(text) && !/[%\\&+]/.test(text));
  fc.assert(
    fc.property(secrets, fc.constantFrom(...Object.keys(writings).slice(0, 9)), (secret, how) => {
      const text = scrubbed(`<<${writings[how]?.(secret) ?? ""}>>`, [secret]);
      expect(text).toContain("[secret]");
      expect(text).not.toContain(secret);
    }),
  );
});

describe("credentials in web addresses", () => {
  it.each([
    [
      "see https://user:pass@example.com/a?token=abc&x=1#top.",
      "see https://[secret]@example.com/a?token=[secret]&x=[secret]#top.",
    ],
    ["postgres://me:a@b@db/x", "postgres://[secret]@db/x"],
    ['"https://example.com/a", https://example.com/b?c', '"https://example.com/a", https://example.com/b?c'],
    ["mail me@example.com, at 9:00", "mail me@example.com, at 9:00"],
  ])("are left out of %s", (text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
    expect(withoutCredentials(expected)).toBe(expected);
  });

  it("are known, as they are written and as they are meant", () => {
    const found = credentialsIn("https://user:p%40ss-word@example.com/a?token=long+enough%21&json=true");
    expect(found).toEqual(expect.arrayContaining(["p%40ss-word", "p@ss-word", "user:p%40ss-word", "long enough!"]));
    expect(found).not.toContain("true");
    expect(credentialsIn("You call customers.")).toEqual([]);
  });
});

it("shows an address of this package's own, without what is called a credential", () => {
  expect(shownAddress("https://a:b@api.callab.ai/v1/campaigns?workspace=default&page=1&api_key=abc&per_page=20")).toBe(
    "https://api.callab.ai/v1/campaigns?workspace=default&page=1&api_key=[secret]&per_page=20",
  );
  expect(shownAddress("/flows?w={workspace}&key={id}")).toBe("/flows?w={workspace}&key={id}");
});
