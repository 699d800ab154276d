/** When a kind makes which request, in words. test/docs/requests.test.ts holds this against a running emulator. */
import type { Route } from "../../provider/api/routes.ts";
import type { Kind } from "../../provider/kinds/kind.ts";

export function callsInWords(kind: Kind, routes: readonly Route[]): string {
  const lines = kind.isListed ? ofListed(kind, routes) : ofUnlisted(kind);
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Nothing can be looked up, compared or proven but by what a write answers. */
const ofUnlisted = ({ noun, plural, naturalKey }: Kind): string[] => [
  "**Preview** makes no request, also with `--refresh`.",
  `**Create**: one _create_. The API refuses a second ${noun} of the same \`${naturalKey}\`. Without an answer it is not sent again, in this run or another, until \`existingId\` says what is so. With an ID in \`existingId\`: one _update_ instead.`,
  `**Refresh** makes no request: the API shows no ${plural}, so what is known is kept, and the run says so.`,
  "**Update**: one _update_. Nothing is read before or after it.",
  "**Delete**: as [`deletionPolicy`](../deletion.md) says. `delete`: one _delete_, whose answer is the proof. `retain`: no request.",
];

function ofListed(kind: Kind, routes: readonly Route[]): string[] {
  const canRead = routes.some(({ key }) => key.endsWith(".read"));
  const read = canRead
    ? " _read_ follows where the list lacks what is needed, or [shows drift](../drift.md#what-a-refresh-believes)."
    : "";
  const back = `${canRead ? "_read_" : "_list_, shared by all that wait for it"}, to [see what is stored](../drift.md#what-is-stored)`;
  // Where the natural key is no name, a change of it makes the object anew.
  const renamed = kind.naturalKey === "name" ? " Before a new name: one _list_, to see that no other has it." : "";
  return [
    "**Preview** makes no request. With `--refresh` it makes those of a refresh.",
    `**Create**: _list_, to see that the ${kind.noun} is not there yet; then _create_, once. If its answer holds no ID: _list_ again.${
      kind.hasStatus
        ? ` Then ${back}. With \`desiredStatus\`, where the answer does not show that status: an _update_ before, and for \`active\` one after it.`
        : ` Then ${back}.`
    }`,
    `**Refresh**: one _list_ ${kind.listedByWorkspace ? "a workspace" : `for all ${kind.plural}`}, shared by all ${kind.plural}.${read}`,
    kind.hasStatus
      ? `**Update**: ${canRead ? "_read_" : "_list_"}, for the live status that an update must carry and [what somebody changed](../drift.md#what-somebody-changed); a _list_, one for all updates of the run, for what such a read does not show yet; then one _update_. Then ${back}; and where that sets it calling, a second _update_ and a second _read_.${renamed}`
      : `**Update**: ${canRead ? "_read_, and a _list_, one for all updates of the run" : `_list_, shared by all ${kind.plural}`}, for [what somebody changed](../drift.md#what-somebody-changed); then one _update_. Then ${back}.${renamed}`,
    `**Delete**: as [\`deletionPolicy\`](../deletion.md) says.${
      kind.hasStatus
        ? " `delete`: _read_ for the live status, _update_ to pause it, then _delete_."
        : " `delete`: one _delete_."
    } Then ${canRead ? "_read_, or _list_" : "_list_"}, to prove that it is gone. \`retain\`: no request.`,
  ];
}
