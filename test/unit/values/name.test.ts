/** When two names are the same name, whatever a server has made of their spelling. */
import fc from "fast-check";
import { foldedName, namesakes, normalName, sameName } from "../../../provider/values/name";

it.each<[string, string, string]>([
  ["Unicode composed and decomposed", "Cafe\u0301 renewals", "Caf\u00e9 renewals"],
  ["inner blanks collapsed", "Spring  renewals", "Spring renewals"],
  ["other blanks", "Spring\u00a0\trenewals", "Spring renewals"],
  ["blanks at the ends", " Spring ", "Spring"],
  ["entities by name", "R&D \"x\" <y> 'z'", "R&amp;D &quot;x&quot; &lt;y&gt; &apos;z&apos;"],
  ["entities by number", "R&D 'x'", "R&#38;D &#39;x&#x27;"],
  ["entities with leading zeros", "it's", "it&#039;s"],
  ["entities encoded twice", "R&D", "R&amp;amp;D"],
  ["all at once", " Cafe\u0301  & more", "Caf\u00e9 &amp; more"],
])("the same: %s", (_title, one, other) => {
  expect(sameName(one, other)).toBe(true);
  expect(foldedName(one)).toBe(foldedName(other));
});

it.each<[string, string, string]>([
  ["letter case", "Spring", "spring"],
  ["a name cut off", "Spring renewals", "Spring renew"],
  ["an accent", "Cafe", "Caf\u00e9"],
  ["other entities", "\u00e9", "&eacute;"],
  ["a blank more than none", "Springtime", "Spring time"],
])("not the same: %s", (_title, one, other) => expect(sameName(one, other)).toBe(false));

it("has one folded form, whatever it is folded from", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "&", "amp;", "lt;", " ", "\u00a0", "e\u0301", "#39;", '"') });
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldedName(foldedName(text))).toBe(foldedName(text));
      expect(sameName(text, normalName(text))).toBe(true);
    }),
  );
});

it("prefers those of exactly the name, and takes several for ambiguous", () => {
  const nameOf = (name: string): string => name;
  expect(namesakes("Spring", ["Spring", " Spring ", "Autumn"], nameOf)).toEqual(["Spring"]);
  expect(namesakes("Spring", [" Spring ", "Spring&#32;", "Spring  "], nameOf)).toEqual([" Spring ", "Spring  "]);
  expect(namesakes("Spring", ["spring"], nameOf)).toEqual([]);
});
