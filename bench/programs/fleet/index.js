/** The campaigns of one workspace, which is called as the stack is. */
const { getStack } = require("@pulumi/pulumi");
const { Campaign } = require("pulumi-callab");
const { campaigns } = require("./campaigns");

for (const { resource, args } of campaigns) new Campaign(resource, { ...args, workspace: getStack() });
