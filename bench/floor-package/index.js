const pulumi = require("@pulumi/pulumi");
const provider = require("./provider");

exports.Campaign = class Campaign extends pulumi.dynamic.Resource {
  constructor(name, args, opts) {
    super(provider, name, { ...args }, opts, "floor", "Campaign");
  }
};
