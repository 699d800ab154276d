/**
 * What a page may leave out of an example. A comment before the block names it, so that readers of the source see it:
 *
 *     <!-- with: callab args -->
 */
export const preludes: Readonly<Record<string, string>> = {
  callab: 'import * as callab from "pulumi-callab";',
  pulumi: 'import * as pulumi from "@pulumi/pulumi";',
  args: 'declare const args: import("pulumi-callab").CampaignArgs;',
  emulator: 'declare const emulator: import("pulumi-callab/emulator").Emulator;',
};
