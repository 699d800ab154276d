/** This package's native front, as a program uses it. */
const { Campaign } = require("pulumi-callab/native");
const { campaigns } = require("./campaigns");

for (const { resource, args } of campaigns) new Campaign(resource, args);
