/** The option `ignoreChanges`: no engine tells a dynamic provider of it, so it goes along with the inputs. */
import * as pulumi from "@pulumi/pulumi";
import { IGNORED } from "../../../provider/lifecycle/ignored";
import { declare } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";

beforeEach(() => pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) }));

const propertiesWith = (options: pulumi.CustomResourceOptions | undefined): pulumi.Inputs =>
  declare("Campaign", "spring", leastOf.Campaign, options).properties;

it("goes along where a program gives it", () => {
  expect(propertiesWith({ ignoreChanges: ["notes", "desiredStatus"] })[IGNORED]).toEqual(["notes", "desiredStatus"]);
});

it.each([undefined, {}, { ignoreChanges: [] }])("is nowhere with the options %j", (options) => {
  expect(propertiesWith(options)).not.toHaveProperty(IGNORED);
});
