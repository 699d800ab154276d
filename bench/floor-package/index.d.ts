import * as pulumi from "@pulumi/pulumi";

export declare class Campaign extends pulumi.dynamic.Resource {
  constructor(name: string, args: pulumi.Inputs, opts?: pulumi.CustomResourceOptions);
}
