/** What others wrote writes no lines, colours and directions of its own. */
import fc from "fast-check";
import { oneLine, printable, shortened, shortenedApart } from "../../../provider/words/plainText";

it.each<[string, string, string]>([
  ["colours", "a \u001b[1;31mred\u001b[0m word", "a red word"],
  ["a title of the terminal", "a\u001b]0;pwned\u0007b\u001b]8;;http://x\u001b\\c", "abc"],
  ["a cursor that moves up and wipes", "kept\u001b[2K\u001b[1A", "kept"],
  ["C1 controls", "a\u009b31mb\u0085c", "ab c"],
  ["carriage returns, bells, nulls and tabs", "a\rb\u0007c\u0000d\te", "a b c d e"],
  ["lines", "error: no\n\nerror: all is well\u2028error: three", "error: no error: all is well error: three"],
  ["bidi overrides and isolates", "abc\u202egnp.exe\u202c \u2066x\u2069\u200f", "abcgnp.exe x"],
  ["blanks in a name, which stay", "Spring  renewals", "Spring  renewals"],
  ["what nobody sees", "pay\u200bment\ufeff", "payment"],
  ["fillers, soft hyphens and tags", "pay\u00adment\u3164\u{e0041}\u{e007f}", "payment"],
  ["a command to a CI at the beginning of a line", "::error::no", ": :error::no"],
  ["the same behind blanks and what nobody sees", "a\n \u200b::add-mask::x", "a : :add-mask::x"],
  [
    "a command to a CI anywhere in a line",
    "a ##[error]b ##vso[task.setvariable]c",
    "a # #[error]b # #vso[task.setvariable]c",
  ],
  ["a time, a number sign and a heading", "at 09:00 #1 ## Title", "at 09:00 #1 ## Title"],
  ["half a character", "a\ud83d b", "a\ufffd b"],
  ["words of any language, and their joiners", "Été 春 👩‍👧 नमस्ते", "Été 春 👩‍👧 नमस्ते"],
])("%s", (_title, text, plain) => {
  expect(oneLine(text)).toBe(plain);
});

it("keeps the lines of a message that has several", () => {
  expect(printable("a\n  b\u001b[0m\r\n\tc")).toBe("a\n  b\n c");
});

it("leaves nothing behind that would do something, whatever it is given", () => {
  const signs = fc.constantFrom(
    "\u001b",
    "[",
    "]",
    "0;",
    "m",
    "\u009b",
    "\u202e",
    "\n",
    "\r",
    "a",
    "\u0007",
    "\\",
    "\ud800",
    ":",
    "::",
    "##",
    "[",
    "vso",
    " ",
    "\u00ad",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(signs, fc.string({ unit: "binary" }))), (parts) => {
      const text = printable(parts.join(""));
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toMatch(/##\w*\[/);
      expect(printable(text)).toBe(text);
      expect(oneLine(text)).not.toMatch(/\n/);
    }),
  );
});

it("cuts to a length, and no character in half", () => {
  expect(shortened("abcdef", 6)).toBe("abcdef");
  expect(shortened("abcdefg", 6)).toBe("abcde…");
  expect(shortened("ab 👩👩👩", 5)).toBe("ab…");
});

it.each<[string, string, string, string, string]>([
  ["short ones", "abc", "abd", "abc", "abd"],
  ["a difference that is seen from the beginning", "abX3456789012345", "abY", "abX3456789…", "abY"],
  ["one that would be cut off", "0123456789abX", "0123456789abY", "…9abX", "…9abY"],
  ["one text that goes on", "0123456789ab", "0123456789abcdefghijkl", "…9ab", "…9abcdefgh…"],
  ["a sign that the cut would halve", "01234567👩abX", "01234567👩abY", "…abX", "…abY"],
])("shows of two texts their difference: %s", (_title, one, other, oneShown, otherShown) => {
  expect(shortenedApart(one, other, 11)).toEqual([oneShown, otherShown]);
});
