/** What is said to people of what an engine does and how it is asked for. */
import { resourceOf, type Owner } from "../ledger/owner";
import type { Foreseen } from "../lifecycle/foresee";
import type { Identity } from "../lifecycle/identity";
import type { Wording } from "../words/hint";
import { worded } from "../words/text";

/** The engine calls it a replacement, which sounds like two campaigns. */
export const whatReplacingMeans = ({ words }: Pick<Identity, "words">): string =>
  `The ID of ${words} is not known yet. What is shown as its replacement looks for it: nothing is deleted, and it is created only if it is not there. ` +
  "The engine refuses to replace what is protected: then run `pulumi up --refresh`.";

/** What a preview says of a create that comes to something else than a new object. */
export function whatWillCome({ what, before, text }: Foreseen, wording: Wording): string {
  const first = before === undefined ? "" : `${worded(before, wording)} `;
  const refusal =
    what !== "refused" ? "" : before === undefined ? "`pulumi up` will refuse this. " : "`pulumi up` will fail then. ";
  return `${first}${refusal}${worded(text, wording)}`;
}

/** How many resources a text names before it counts the others. */
const MOST_NAMED = 3;

/** What is told of creates that earlier runs have begun and that nobody has spoken for since: when each was sent. */
export function whatIsLeftBegun(left: readonly (readonly [Owner, at: number])[]): string {
  const each = left.map(([owner, at]) => `"${resourceOf(owner)}" (sent at ${minuteOf(at)})`);
  const names = each.slice(0, MOST_NAMED).join(", ");
  const more = each.length > MOST_NAMED ? ` and ${each.length - MOST_NAMED} more` : "";
  return (
    `An earlier run ended before it knew what became of the creation of ${names}${more}. ` +
    "A run whose program declares the resource looks for it. If the program no longer declares it, nothing does: " +
    "look in the dashboard, since a campaign that is there may be calling."
  );
}

const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** What is told at a campaign that an emergency stop leaves as it is: the engine was told to leave it out. */
export const NOT_COME_TO =
  "this run of the emergency stop does not come to it, and it may be calling. Run it again without `--target` and `--exclude`, or pause it in the dashboard.";

/**
 * What a person must know of a run that is an emergency stop: that nothing else is done, and how to go on.
 * @param what of whose campaigns this is true
 */
export const whatStoppingMeans = (what: "stack" | "provider"): string =>
  `callab:pauseAll is true: this run pauses every campaign of this ${what} that it comes to, and applies no edit of what exists. ` +
  "It does not come to what `--target` and `--exclude` leave out. " +
  "To go on, take it back where it is set (`pulumi config set callab:pauseAll false`, the environment variable CALLAB_PAUSE_ALL" +
  `${what === "stack" ? "" : ", the argument `pauseAll` of the provider"}), and run \`pulumi up\`.`;
