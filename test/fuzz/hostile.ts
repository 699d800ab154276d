/** What somebody with bad intent writes into a dashboard, or answers. */
import fc from "fast-check";

const pieces = fc.constantFrom(
  ...[
    "\u001b[31m",
    "\u001b]0;t\u0007",
    "\u001b[2K\u001b[1A",
    "\u009b31m",
    "\u0000",
    "\u0007",
    "\u0085",
    "\r",
    "\n",
    "\r\n",
  ],
  ...["\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u{e0041}", "\ud800", "\udc00", "\ufffe", "\uffff"],
  ...["::error::", "::add-mask::", "##[error]", "##vso[task.x]", "\n::set-output name=x::"],
  ...[
    "@team",
    "@org/team",
    "#1",
    "GH-2",
    "org/repo#3",
    "https://evil.example.com/a?b=c",
    "www.evil.example.com",
    ":tada:",
  ],
  ...[
    "mailto:a@evil.example.com",
    "a@evil.example.com",
    "&#64;team",
    "&commat;team",
    "&amp;",
    "<b>",
    "</td>",
    "<img src=x>",
  ],
  ...[
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "<a href='x'>",
    "[x](https://evil.example.com)",
    "![x](y)",
    "[x]: y",
  ],
  ...[
    "`",
    "```",
    "~~~",
    "**",
    "__",
    "~~",
    "|",
    "\\",
    "$x$",
    "{{x}}",
    "${x}",
    "*/",
    "/*",
    "//",
    "'",
    '"',
    "<",
    ">",
    "&",
  ],
  ...[
    "- ",
    "+ ",
    "1. ",
    "1) ",
    "> ",
    "# ",
    "=== ",
    "---",
    "***",
    "    ",
    "\t",
    "- [ ] ",
    "[^1]",
    "| a | b |\n|---|---|",
  ],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "..",
    "/",
    "%2e%2e",
    "?",
    "#",
    "$(id)",
    "`id`",
    "; id",
    "a".repeat(300),
  ],
  ...[
    "Spring",
    "renewals",
    "\u00c9t\u00e9",
    "\u6625",
    "\u0639\u0631\u0636",
    "\ud83d\udc69\u200d\ud83d\udc67",
    " ",
    "",
    "09:00:00",
    "0",
  ],
);

/** A text that tries something. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));

/** JSON with such texts and keys at any place. */
export const { hostileJson } = fc.letrec<{ hostileJson: unknown }>((tie) => ({
  hostileJson: fc.oneof(
    { depthSize: "small" },
    hostileText,
    fc.oneof(fc.boolean(), fc.constant(null), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(tie("hostileJson"), { maxLength: 3 }),
    fc
      .array(fc.tuple(hostileText, tie("hostileJson")), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));

/** The value with some of its texts replaced by hostile ones, and further keys in objects whose keys are free. */
export function poisoned<T>(value: T, isSpared: (key: string) => boolean = () => false): fc.Arbitrary<T> {
  const holes: ((text: string) => void)[] = [];
  const copy = structuredClone({ value });
  const dig = (holder: Record<string | number, unknown>, key: string | number): void => {
    const here = holder[key];
    if (typeof here === "string" && !isSpared(String(key)))
      holes.push((text) => Object.defineProperty(holder, key, { value: text, enumerable: true }));
    else if (typeof here === "object" && here !== null)
      for (const inner of Object.keys(here)) dig(here as Record<string, unknown>, inner);
  };
  dig(copy, "value");
  return fc
    .array(fc.option(hostileText, { freq: 2 }), { minLength: holes.length, maxLength: holes.length })
    .map((texts) => {
      texts.forEach((text, index) => {
        if (text !== null) holes[index]?.(text);
      });
      return structuredClone(copy.value);
    });
}
