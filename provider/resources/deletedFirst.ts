import type { CustomResourceOptions } from "@pulumi/pulumi";

/**
 * The options of a resource, with the old object of a replacement deleted before the new one is created. A program's
 * `deleteBeforeReplace: false` would win over what the provider's diff says, and two copies of a campaign would
 * dial the same contacts for a moment.
 */
export const deletedFirst = (options: CustomResourceOptions | undefined): CustomResourceOptions => ({
  ...options,
  deleteBeforeReplace: true,
});
