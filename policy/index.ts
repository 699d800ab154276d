/** House rules for calling campaigns, as a pack of its own. A pack of yours looks just the same. */
import { PolicyPack } from "@pulumi/policy";
import { policies } from "pulumi-callab/policy";

new PolicyPack("pulumi-callab-policy", { description: "House rules for calling campaigns on Callab AI.", policies });
