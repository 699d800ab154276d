/**
 * pulumi-callab/native: the same resources and lookups as `pulumi-callab`, by the native plugin. Changing the import is the
 * whole migration of a program. The project must say where the plugin is: see docs/native.md.
 */
export * from "./classes";
export { Provider, type ProviderArgs } from "./provider";
export type { LookupArgs, PhoneNumberLookupArgs } from "../../resources/lookups";
export type * from "../../resources/types";
