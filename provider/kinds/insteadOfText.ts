/** What the SDKs write into a text in the place of a value that is not there yet, each in its own words. */
interface Found {
  /** As they stand in the text. */
  readonly words: string;
  /** What to write instead, in that language. */
  readonly suggestion: string;
}

const hex = "0x[\\da-f]{6,16}";

/** By language: the words, of which letters may have been folded. */
const written: readonly { readonly words: RegExp; readonly suggestion: string }[] = [
  {
    // .NET; an older SDK, and what it makes of a list, shows the type: Pulumi.Output`1[System.String].
    words: /Calling \[ToString\] on an \[Output<T>\]|Pulumi\.(?:Output|Input\w*)`\d\[[^\]]*\]/,
    suggestion: "use Output.Format(…) or .Apply(…)",
  },
  {
    // Java; an older SDK shows the object.
    words: /Calling 'toString' on an 'Output<T>'|com\.pulumi\.core\.[\w.$]*Output\w*@[\da-f]+/i,
    suggestion: "use Output.format(…) or .applyValue(…)",
  },
  {
    words: new RegExp(String.raw`Calling __str__ on an Output\[T\]|<[\w.]+ object (?:\S+ )?at ${hex}>`, "i"),
    suggestion: "use pulumi.Output.format(…) or .apply(…)",
  },
  {
    // Go: by %v, %+v and %#v, and by a verb that does not fit.
    words: new RegExp(
      String.raw`\{(?:OutputState:)?${hex}\}|\(\*\w+\.OutputState\)\(${hex}\)|%!\w\(\*\w+\.OutputState=`,
      "i",
    ),
    suggestion: "use pulumi.Sprintf(…) or ApplyT",
  },
  {
    words: /\[object (?:Promise|Object)\]|Calling \[to(?:String|JSON)\] on an \[Output<T>\]/i,
    suggestion: "use pulumi.interpolate, .apply(…) or await",
  },
];

/** The first such words in a text. */
export function insteadOfText(text: string): Found | undefined {
  for (const { words, suggestion } of written) {
    const [found] = words.exec(text) ?? [];
    if (found !== undefined) return { words: found, suggestion };
  }
  return undefined;
}
