/** Hints in the words of a run of the engine: of a program, its stack and its state. */
import type { Wording } from "../words/hint";
import { worded, type Text } from "../words/text";

/** What the engine hands to the provider of a state, whatever command was run: a refresh that goes before a run, too. */
const knownToStates = (what: "configuration" | "arguments"): string =>
  `If you have just set it: a refresh (\`--refresh\` too) and a destroy have the ${what} of the last \`pulumi up\`. ` +
  "Then run `pulumi up` once without `--refresh`, or add `--run-program`.";

export const runWording: Wording = {
  setting: ({ setting }) => `callab:${setting}`,
  "setting-origin": ({ setting }) => `callab:${setting} in the stack's configuration`,
  "stack-setting": ({ setting }) => `callab:${setting} in the stack's configuration`,
  "set-token": () =>
    "Set it with `pulumi config set --secret callab:apiToken`, which asks for it, or in the environment variable CALLAB_API_TOKEN. " +
    knownToStates("configuration"),
  "replace-token": () =>
    `Set a valid one with \`pulumi config set --secret callab:apiToken\`, which asks for it. ${knownToStates("configuration")}`,
  "check-account": () =>
    `Check callab:apiToken and callab:baseUrl, and CALLAB_API_TOKEN and CALLAB_BASE_URL in the environment. ${knownToStates("configuration")}`,
  "check-address": () => "Check callab:baseUrl (or CALLAB_BASE_URL) and the network.",
  "address-moved": () =>
    "The token is only sent to the configured address. If the API moved, set callab:baseUrl to its new address.",
  "set-address": () => "Set callab:baseUrl to the address the API answers at.",
  "set-time-limit": () => "callab:timeoutSeconds sets how long to wait.",
  "set-concurrency": () => "callab:maxConcurrency sets how many requests run at once.",
  "set-route": ({ key, example }) => `pulumi config set callab:routes '{"${key}": "${example}"}'.`,
  "set-list-route": ({ key }) => `set the route "${key}" in callab:routes.`,

  "next-run-retries": () => "The next `pulumi up` tries again.",
  "next-run-sets-status": () =>
    "The next `pulumi up` tries again; one that has `desiredStatus` in `ignoreChanges` does not: then set it in the dashboard.",
  "next-run-asks": () => "The next `pulumi up` asks again, by an update.",
  "next-run-writes": () => "`pulumi up` writes what the program says again.",
  "next-run-reads-back": () => "`pulumi up` looks again.",
  "next-run-looks": () => "The next `pulumi up` looks for it again.",
  "run-again-is-safe": () =>
    "Running `pulumi up` again is safe: it looks for the object first and creates it only if it is not there.",
  "remove-from-state": () => "remove this one from the state with `pulumi state delete`",
  "gone-on-purpose": () => "If it was deleted on purpose: take it out of the program, and `pulumi state delete` it.",
  "make-anew": ({ calls }) =>
    `To have it back: \`pulumi up --refresh\`${calls ? "; a campaign then calls from the beginning" : ""}.`,
  "keep-what-is-left-out": () =>
    "Declare what is to be kept. (`pulumi config set callab:onDrift overwrite` makes it anew without it.)",
  "show-drift": () =>
    "Run `pulumi up --refresh`: its preview shows what would be set back. To keep the change, write it into the program first. " +
    "(`pulumi config set callab:onDrift overwrite` sets back without asking.)",
  "take-live-in": () =>
    "`pulumi up --refresh` takes in what is live: its preview shows what would be written beside it.",
  "allow-other-values": () => "`pulumi config set callab:verifyWrites warn` goes on in spite of it.",
  adopt: () => "To take it over and make it what the program says, set `adopt: true`.",
  "written-over": () =>
    "If it is this program's, or may be: set `adopt: true`. If it is not: put it right in the dashboard, remove it from the state with `pulumi state delete`, and give this one another name.",
  "delete-taken-over": () =>
    "If it is this program's: declare it with `adopt: true`, run `pulumi up`, then delete it. " +
    'If it is not: declare it with `deletionPolicy: "retain"`, run `pulumi up`, then delete it, or remove it from the state with `pulumi state delete`; it stays.',
  "keep-on-delete": ({ policies }) =>
    `Or set deletionPolicy: ${policies.map((policy) => `"${policy}"`).join(" or ")}, run \`pulumi up\`, and delete it in the dashboard.`,
  "name-id": () =>
    "If the API never tells IDs here, set `existingId` to the UUID the dashboard shows for it. " +
    "If somebody deleted it: ten minutes after it was made, `pulumi up` makes a new one.",
  "name-id-of-one": () => "give the ID of the one that is meant as `existingId`",
  "take-over-by-id": () =>
    "If there is one of this name already: give the ID that the dashboard shows for it as `existingId`, and it is taken over. Else choose another name.",
  "there-take-over": () => "If it is there, give its ID as `existingId`.",
  "not-there-create": () => 'If it is not there: set `existingId: "none"` for one run, then take that out again.',
  "is-suspect": ({ key }) => `If it is the one: write its ${key} as it is shown here, or set \`existingId\` to its ID.`,
  "no-suspect": () =>
    'If it has nothing to do with this resource: set `existingId: "none"` for one run, then take that out again.',
  "name-workspace": () =>
    "Let the program name that workspace for one more run: what was made there is found, and can be moved then.",
  "leave-id-out": () => "take `existingId` out to have a new one made",
  "delete-first": () =>
    "If the engine was told to replace it (`--replace`, a tainted resource): give the resource the option `deleteBeforeReplace: true`. " +
    "A new name alone needs no replacement: `pulumi state untaint`, then `pulumi up`.",
  "declare-with-id": () => "Declare it with its ID in `existingId` instead.",
  "reach-all": () => "Run it again with --continue-on-error, or pause them in the dashboard.",
  "depend-on-it": () => "Let this resource depend on that one (`dependsOn`), then run again.",
  "declare-status": () =>
    "The program leaves the status out: resume it in the dashboard once it is right, or declare `desiredStatus`.",
  "set-status": () =>
    "The API showed no live status in a documented word, so none was sent; a change of `desiredStatus` sends one.",
  "ignore-field": () =>
    "Write it as it is stored, or name the field in `ignoreChanges`: else a refresh shows it as drift.",

  learn: () => "`callab doctor --learn` writes it.",
  "learn-again": () => "Let `callab doctor --learn` write it again.",
  "learn-anew": () => "run `callab doctor --learn` again",
};

/** Hints in the words of a provider that the program configures itself: what the stack's configuration says changes nothing. */
export function providerWording(name: string): Wording {
  const argument = (setting: string): string => `\`${setting}\` of the provider "${name}"`;
  return {
    ...runWording,
    setting: ({ setting }) => argument(setting),
    "setting-origin": ({ setting }) => argument(setting),
    "set-token": () =>
      `Set it in the argument ${argument("apiToken")}, as a secret, or in the environment variable CALLAB_API_TOKEN. ` +
      knownToStates("arguments"),
    "replace-token": () =>
      `Set a valid one where that comes from: in the argument ${argument("apiToken")}, or in the environment variable CALLAB_API_TOKEN. ` +
      knownToStates("arguments"),
    "check-account": () =>
      `Check ${argument("apiToken")} and its \`baseUrl\`, and CALLAB_API_TOKEN and CALLAB_BASE_URL in the environment. ${knownToStates("arguments")}`,
    "check-address": () => `Check ${argument("baseUrl")} (or CALLAB_BASE_URL) and the network.`,
    "address-moved": () =>
      `The token is only sent to the configured address. If the API moved, set ${argument("baseUrl")} to its new address.`,
    "set-address": () => `Set ${argument("baseUrl")} to the address the API answers at.`,
    "set-time-limit": () => `${argument("timeoutSeconds")} sets how long to wait.`,
    "set-concurrency": () => `${argument("maxConcurrency")} sets how many requests run at once.`,
    "set-route": ({ key, example }) => `set ${argument("routes")} to {"${key}": "${example}"}.`,
    "set-list-route": ({ key }) => `set the route "${key}" in ${argument("routes")}.`,
    "keep-what-is-left-out": () =>
      `Declare what is to be kept. (\`onDrift: "overwrite"\` among the arguments of the provider "${name}" makes it anew without it.)`,
    "show-drift": () =>
      "Run `pulumi up --refresh`: its preview shows what would be set back. To keep the change, write it into the program first. " +
      `(\`onDrift: "overwrite"\` among the arguments of the provider "${name}" sets back without asking.)`,
    "allow-other-values": () =>
      `\`verifyWrites: "warn"\` among the arguments of the provider "${name}" goes on in spite of it.`,
  };
}

/** The text as a run tells it. */
export const wordedForRun = (text: Text): string => worded(text, runWording);
