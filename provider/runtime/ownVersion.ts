/** The version of this package, as its package.json says it. */
export const ownVersion = (): string => (require("pulumi-callab/package.json") as { readonly version: string }).version;
