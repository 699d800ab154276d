/** What a resource is called by the ledger: the engine's name for it, with the organization where there is one. */
import * as pulumi from "@pulumi/pulumi";
import type { KindName } from "../kinds/schema";
import type { Owner } from "../ledger/owner";

export function ownerOf(kindName: KindName, name: string, parent: pulumi.Resource | undefined): Owner | Promise<Owner> {
  const type = `pulumi-nodejs:dynamic/callab:${kindName}`;
  // As a plain text where that will do: each output costs a program of many resources time.
  if (parent === undefined)
    return withOrganization(`urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${type}::${name}`);
  return new Promise((resolve) => {
    pulumi.createUrn(name, type, parent).apply((urn) => resolve(withOrganization(urn)));
  });
}

const withOrganization = (urn: string): Owner => {
  const organization = organizationName();
  return organization === undefined ? urn : urn.replace(/^urn:pulumi:/, `urn:pulumi:${organization}/`);
};

/** Undefined where the backend knows none, and in unit tests without an engine. */
function organizationName(): string | undefined {
  try {
    const name = pulumi.getOrganization();
    return name === "organization" ? undefined : name;
  } catch {
    return undefined;
  }
}
