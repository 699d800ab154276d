/** This package, as a program uses it. */
const { Campaign } = require("pulumi-callab");
const { campaigns } = require("./campaigns");

for (const { resource, args } of campaigns) new Campaign(resource, args);
