/** Rules for the shape of inputs, of whatever kind. What finds them is validation.ts, and the fronts. */
import type { Rule } from "./rule";

const error = (id: string, rest: Omit<Rule, "id" | "severity">): Rule => ({
  id: `input/${id}`,
  severity: "error",
  ...rest,
});
const warning = (id: string, rest: Omit<Rule, "id" | "severity">): Rule => ({
  id: `input/${id}`,
  severity: "warning",
  ...rest,
});

export const inputRules = {
  noArguments: error("no-arguments", {
    what: "A resource is declared without arguments, or with something that is no object.",
    why: "There is nothing to make an object of.",
    mark: "package",
    instead: "Give the constructor an object of inputs as its second argument.",
  }),
  unknownProperty: error("unknown-property", {
    what: "A property that the kind does not have.",
    why: "The API ignores what it does not know, so a mistyped field would be left out in silence.",
    mark: "inferred",
    instead: "Write the name as the reference has it. Names are camelCase.",
  }),
  required: error("required", {
    what: "A required input is missing.",
    why: "The API refuses the object without it.",
    mark: "documented",
    instead: "Set it.",
  }),
  type: error("type", {
    what: "A value of another type than the field has.",
    why: "The API refuses it, or stores something else.",
    mark: "documented",
    instead: "Write the value as the reference says.",
  }),
  dateObject: error("date-object", {
    what: "A JavaScript `Date` where the API takes a text.",
    why: "A `Date` is an instant, and Pulumi sends it as an empty object. Which day or time is meant depends on a time zone.",
    mark: "package",
    instead: 'Write a text: `"2026-12-01"` for a day, `"09:00"` for a time of day.',
  }),
  value: error("value", {
    what: "A value that is none of a closed list.",
    why: "The API refuses it, or stores something else.",
    mark: "documented",
    instead: "Use one of the values that the message or the reference names.",
  }),
  blank: error("blank", {
    what: "A name that shows nothing: empty, or of blanks and invisible characters alone.",
    why: "An object without a name cannot be found again after a lost answer.",
    mark: "package",
    instead: "Give it a name that people can read.",
  }),
  notAText: error("not-a-text", {
    what: "A text that holds `[object Promise]`, `[object Object]`, or what an SDK puts in the place of an output: of Node, Python, Go, .NET or Java.",
    why: "A promise, an object or an output was put into a text before its value was there. The agent would say it, and a campaign of that name could not be found again.",
    mark: "package",
    instead:
      "Use `pulumi.interpolate`, `.apply(…)` or `await`; in Python `pulumi.Output.format(…)`, in Go `pulumi.Sprintf(…)`, in .NET `Output.Format(…)`, in Java `Output.format(…)`.",
  }),
  mask: error("mask", {
    what: "A mask in the place of a secret: `********`, `Bear****cret`.",
    why: "It would be stored as the secret, and what calls with it would be refused.",
    mark: "package",
    instead: "Write the secret itself, from the configuration or the environment.",
  }),
  unicode: error("unicode", {
    what: "A text that is not well-formed Unicode: half of a surrogate pair.",
    why: "It cannot be sent as it is, so another text would be stored.",
    mark: "package",
    instead: "Do not cut texts in the middle of a character; `Array.from(text)` counts whole ones.",
  }),
  id: error("id", {
    what: "An ID that is no UUID.",
    why: "The API refers to objects by UUIDs.",
    mark: "documented",
    instead: "Pass the `id` of a resource of the program, or of what a lookup such as `getAiAgent` finds.",
  }),
  date: error("date", {
    what: "A text that is no day of the calendar in the form `YYYY-MM-DD`.",
    why: "The API takes days in this form.",
    mark: "documented",
    instead: 'Write it as `"2026-12-01"`.',
  }),
  time: error("time", {
    what: "A text that is no time of day.",
    why: "The API takes times in the form `HH:MM:SS`.",
    mark: "older",
    instead: 'Write it as `"09:30"`. The last second of a day is `"23:59:59"`.',
  }),
  timeZone: error("time-zone", {
    what: "A text that is no IANA name of a time zone.",
    why: "Abbreviations are ambiguous, and offsets know no daylight saving: people would be called an hour off.",
    mark: "inferred",
    instead: 'Use the name of a place in the zone, such as `"Europe/Paris"`.',
  }),
  phoneNumber: error("phone-number", {
    what: "A text that cannot be a phone number in international form.",
    why: "A number without its country code is another number elsewhere.",
    mark: "documented",
    instead: "Write `+`, the country code and the number.",
  }),
  address: error("address", {
    what: "A text that is no web address with `https://` or `http://`.",
    why: "Nothing could be called there.",
    mark: "inferred",
    instead: "Write the whole address.",
  }),
  weekday: error("weekday", {
    what: "A value that is no day of the week.",
    why: "People would be called on another day.",
    mark: "documented",
    instead: "Use an English name, its first three letters, or 0 (Sunday) to 6 (Saturday).",
  }),
  invalid: error("invalid", {
    what: "A value that the field cannot have.",
    why: "The API refuses it, or stores something else.",
    mark: "documented",
    instead: "Write the value as the reference says.",
  }),
  declaredTwice: error("declared-twice", {
    what: "Two resources of a program with the same natural key in the same workspace.",
    why: "Two hands on one object undo each other.",
    mark: "package",
    instead: "Give one of them another name, or take it out.",
  }),
  acceptedWarnings: error("accepted-warnings", {
    what: "An entry of `acceptedWarnings`, of a resource or of the stack, that is no rule, or the rule of an error.",
    why: "A mistyped ID accepts nothing, and an error is not to be accepted.",
    mark: "package",
    instead: "Use the ID of a warning from this page.",
  }),
  import: error("import", {
    what: "The resource option `import`.",
    why: "It has no effect on a dynamic resource: the object would be looked for, and perhaps created.",
    mark: "package",
    instead: "Declare the object as it is, set `adopt: true`, or name it with `existingId`.",
  }),
  optionWithoutEffect: error("option-without-effect", {
    what: "A resource option that this package does not heed: `customTimeouts`, `replaceOnChanges`, `provider`, `deleteBeforeReplace: false`.",
    why: "The program would promise what does not happen.",
    mark: "package",
    instead: "Take it out. The message says what to use in its place.",
  }),
  unseenDelete: error("unseen-delete", {
    what: "`deletedWith`, and at a campaign `retainOnDelete`.",
    why: "The engine forgets the object and asks for no delete. A campaign would call on, in no state, also where a destroy or an emergency stop ends well.",
    mark: "package",
    instead:
      'Take `deletedWith` out. In place of `retainOnDelete` write `deletionPolicy: "retain"`, with which an emergency stop pauses the campaign before it leaves it.',
  }),
  unseenValue: warning("unseen-value", {
    what: "A word near a value that the documentation shows, and another one.",
    why: "The list is open, so it may be right; it looks like a slip.",
    mark: "example",
    instead: "Write the known value, or accept the warning.",
  }),
  numberPlan: warning("number-plan", {
    what: "A phone number of the right length that no country has assigned.",
    why: "It looks like a slip; number plans change, so it may be right.",
    mark: "inferred",
    instead: "Look at the number again, or accept the warning.",
  }),
} as const satisfies Readonly<Record<string, Rule>>;
