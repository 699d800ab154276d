// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/phoneNumber");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { PhoneNumberArgs, PhoneNumberOutputs } from "./types";

export interface PhoneNumber extends PhoneNumberOutputs {}

/**
 * A phone number of the account. Numbers are bought or brought in the dashboard; the documented API only lists them, so a number is normally found and taken over, and never released unless the program says so.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * // A number that was bought in the dashboard. The list of this account shows no IDs, so the program names it.
 * const number = new callab.PhoneNumber("sales", {
 *   phoneNumber: "+442079460958",
 *   nickname: "Sales",
 *   existingId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
 * });
 *
 * export const numberId = number.id;
 * ```
 */
export class PhoneNumber extends pulumi.dynamic.Resource {
  constructor(name: string, args: PhoneNumberArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("PhoneNumber", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(
        providerOf("phoneNumber", own),
        name,
        declaration.properties,
        heededOptions("PhoneNumber", opts),
        "callab",
        "PhoneNumber",
      );
    } finally {
      writeTraces();
    }
    logFindings("PhoneNumber", name, this, declaration);
  }
}
