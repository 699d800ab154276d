/** Texts of an answer, as they were before a server showed them with HTML entities. */
import { unescaped } from "../../../provider/values/unescaped";

it.each<[string, unknown, unknown]>([
  ["encoded", "Tom &amp; Ann", "Tom & Ann"],
  ["encoded in each way", "&lt;&#60;&#x3c;&quot;&#39;&apos;&#062;", `<<<"''>`],
  ["encoded when it had an entity: once", "&amp;lt;", "&lt;"],
  ["not encoded: another sign is bare", "A & B &amp; C", "A & B &amp; C"],
  ["not encoded: a tag", "<b>&amp;</b>", "<b>&amp;</b>"],
  ["not encoded: an entity that servers do not write", "a&nbsp;&amp;b", "a&nbsp;&amp;b"],
  ["encoded but for its quotes", `"R&amp;D"`, `"R&D"`],
  [
    "at any depth, keys as they are",
    { "a&amp;b": ["&amp;", { c: "&gt;", n: null, t: 1 }] },
    { "a&amp;b": ["&", { c: ">", n: null, t: 1 }] },
  ],
])("%s", (_name, shown, expected) => {
  expect(unescaped(shown)).toEqual(expected);
});
