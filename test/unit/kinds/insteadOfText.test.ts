/** What each SDK writes into a text in the place of an output is found there, in the SDK's own words. */
import * as pulumi from "@pulumi/pulumi";
import { kinds } from "../../../provider/kinds";
import { insteadOfText } from "../../../provider/kinds/insteadOfText";
import { describe as inWords } from "../../../provider/words/diagnostic";
import { check } from "../../../provider/lifecycle/check";
import { leastOf } from "../../support/context";

const output = pulumi.output("x");
const ofPython = `Calling __str__ on an Output[T] is not supported.

To get the value of an Output[T] as an Output[str] consider:
1. o.apply(lambda v: f"prefix{v}suffix")

See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
This function may throw in a future version of Pulumi.`;

const inNode = "use pulumi.interpolate, .apply(…) or await";
const inPython = "use pulumi.Output.format(…) or .apply(…)";
const inGo = "use pulumi.Sprintf(…) or ApplyT";
const inDotnet = "use Output.Format(…) or .Apply(…)";
const inJava = "use Output.format(…) or .applyValue(…)";

// eslint-disable-next-line @typescript-eslint/no-base-to-string, @typescript-eslint/restrict-template-expressions -- the mistake
const ofNode = `${output}`;

it.each([
  ["Node: an output", ofNode, "Calling [toString] on an [Output<T>]", inNode],
  [
    "Node: an output, as JSON",
    "Calling [toJSON] on an [Output<T>] is not supported.",
    "Calling [toJSON] on an [Output<T>]",
    inNode,
  ],
  ["Node: a promise", "[object Promise]", "[object Promise]", inNode],
  ["Node: an object", "[object Object]", "[object Object]", inNode],
  ["Python: an output", ofPython, "Calling __str__ on an Output[T]", inPython],
  [
    "Python: a list of outputs",
    "[<pulumi.output.Output object at 0x7f3a5c1d2e90>]",
    "<pulumi.output.Output object at 0x7f3a5c1d2e90>",
    inPython,
  ],
  [
    "Python: a coroutine",
    "<coroutine object main at 0x7f3a5c1d2e90>",
    "<coroutine object main at 0x7f3a5c1d2e90>",
    inPython,
  ],
  ["Go: %v", "{0x3d018ccb7e30}", "{0x3d018ccb7e30}", inGo],
  ["Go: %+v", "{OutputState:0xc0004a8e00}", "{OutputState:0xc0004a8e00}", inGo],
  [
    "Go: %#v",
    "pulumi.IDOutput{OutputState:(*internal.OutputState)(0xc0004a8e00)}",
    "(*internal.OutputState)(0xc0004a8e00)",
    inGo,
  ],
  ["Go: %s", "{%!s(*internal.OutputState=&{{} {{{0 0} 0 0} 0xc0001})}", "%!s(*internal.OutputState=", inGo],
  ["Go: %q", "{%!q(*internal.OutputState=0xc0004a8e00)}", "%!q(*internal.OutputState=", inGo],
  [
    ".NET: an output",
    "Calling [ToString] on an [Output<T>] is not supported.",
    "Calling [ToString] on an [Output<T>]",
    inDotnet,
  ],
  [".NET: the type of an output", "Pulumi.Output`1[System.String]", "Pulumi.Output`1[System.String]", inDotnet],
  [
    ".NET: the type of a list of outputs",
    "Pulumi.InputList`1[System.String]",
    "Pulumi.InputList`1[System.String]",
    inDotnet,
  ],
  [
    "Java: an output",
    "Calling 'toString' on an 'Output<T>' is not supported.\nThis is because",
    "Calling 'toString' on an 'Output<T>'",
    inJava,
  ],
  [
    "Java: an output of an older SDK",
    "com.pulumi.core.internal.OutputInternal@5e9f23b4",
    "com.pulumi.core.internal.OutputInternal@5e9f23b4",
    inJava,
  ],
])("%s", (_title, text, words, suggestion) => {
  const found = { words, suggestion };
  expect(insteadOfText(text)).toEqual(found);
  expect(insteadOfText(`seg-${text} more`)).toEqual(found);
  const inputs = { ...leastOf.Campaign, name: `Spring ${text}`, contactsListTags: [`seg-${text}`] };
  const { diagnostics } = check(kinds.Campaign, inputs, { workspace: "default", now: new Date() });
  const told = diagnostics.map((entry) => [entry.property, entry.rule, inWords(entry)]);
  for (const property of ["name", "contactsListTags[0]"])
    expect(told).toContainEqual([
      property,
      "input/not-a-text",
      `holds "${words}" in the place of a value that was not there yet; ${suggestion}`,
    ]);
});

it("finds it in letters that were folded", () => {
  expect(insteadOfText(ofNode.toLowerCase())?.words).toBe("calling [tostring] on an [output<t>]");
});

it.each([
  "Calling on an output is fine",
  "Say {name} and {{amount}}, 100%!",
  "{0x1}: a short code; 0xc0004a8e00 is a number",
  "Output[T]",
  "50%! (today)",
  "<b>an object at 10</b>",
])("a text that somebody wrote is left alone: %s", (text) => {
  expect(insteadOfText(text)).toBeUndefined();
});
