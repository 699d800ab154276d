import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/phoneNumber");
import { declare, tell } from "./declare";
import { leaveOutPromiseTraces } from "./traces";
import { deletedFirst } from "./deletedFirst";
import type { PhoneNumberArgs, PhoneNumberOutputs } from "./types";

/**
 * A phone number of the account: normally found and taken over, and never released unless `deletionPolicy` is `"delete"`.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const number = new callab.PhoneNumber("main", { phoneNumber: "+15555550100" });
 * ```
 */
export class PhoneNumber extends pulumi.dynamic.Resource {
  constructor(name: string, args: PhoneNumberArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("PhoneNumber", name, args, opts);
    const done = leaveOutPromiseTraces();
    try {
      super(provider, name, declaration.properties, deletedFirst(opts), "callab", "PhoneNumber");
    } finally {
      done();
    }
    tell("PhoneNumber", this, args, declaration);
  }
}

// The outputs, one for each field of schema.json.
export interface PhoneNumber extends PhoneNumberOutputs {}
