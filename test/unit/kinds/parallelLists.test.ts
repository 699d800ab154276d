/** Lists that run in parallel: which of them have an order, and what two of them say of one another. */
import { kinds } from "../../../provider/kinds";
import { normalForm, type Properties } from "../../../provider/kinds/normalForm";
import { changedFields } from "../../../provider/lifecycle/diff";
import { drift } from "../../../provider/lifecycle/drift";
import { UNKNOWN } from "../../../provider/values/unknown";

const kind = kinds.Campaign;

/** Two groups of people: of vip three attempts a minute apart, of basic five, ten minutes apart. */
const groups = {
  contactsListTags: ["vip", "basic"],
  contactsListCategories: ["a", "b"],
  numberOfCallAttempts: [3, 5],
  retryDelay: [60, 600],
  retryDelayUnit: ["seconds", "seconds"],
};

const backwards = (lists: Properties): Properties =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...(list as unknown[])].reverse()]));

/** The declared fields that somebody is told to have changed, each with its live value. */
const told = (declared: Properties, live: Properties): Properties =>
  Object.fromEntries(
    drift(kind, declared, live)
      .filter((entry) => entry.class === "configuration")
      .map((entry) => [entry.field, entry.live]),
  );

describe("what is sent", () => {
  it.each<[string, Properties]>([
    ["groups without a source", groups],
    ["groups of one source", { ...groups, contactsListSource: ["web"] }],
    ["groups of two sources", { ...groups, contactsListSource: ["web", "manual"] }],
    ["two groups of one tag", { ...groups, contactsListTags: ["vip", "vip"] }],
    ["tags by themselves", { contactsListTags: ["vip", "basic", "vip"] }],
    ["sources by themselves", { contactsListSource: ["web", "manual", "web"] }],
  ])("has the program's own order, and all of its entries: %s", (_title, lists) => {
    expect(normalForm(kind, lists)).toEqual(lists);
  });
});

describe("a program against its state", () => {
  const changed = (before: Properties, now: Properties, state?: Properties): string[] =>
    changedFields(kind, before, now, state);

  it.each<[string, Properties]>([
    ["nothing beside them", {}],
    ["one entry of each beside them", { contactsListSource: ["web"], contactsListCategories: ["a"], retryDelay: [60] }],
    ["empty lists beside them", { contactsListCategories: [], numberOfCallAttempts: [] }],
  ])("finds the same tags in another order: %s", (_title, beside) => {
    const one = { ...beside, contactsListTags: ["b", "a", "b"] };
    expect(changed(one, { ...one, contactsListTags: ["a", "b"] })).toEqual([]);
    expect(changed(one, { ...one, contactsListTags: ["a", "c"] })).toEqual(["contactsListTags"]);
  });

  it.each<[string, Properties]>([
    ["categories", { contactsListCategories: ["a", "b"] }],
    ["sources", { contactsListSource: ["web", "manual"] }],
    ["attempts", { numberOfCallAttempts: [3, 5] }],
    ["delays", { retryDelay: [60, 600] }],
    ["units", { retryDelayUnit: ["seconds", "seconds"] }],
    ["sources that are not known yet", { contactsListSource: UNKNOWN }],
    ["more attempts than tags", { numberOfCallAttempts: [3, 5, 7] }],
  ])("finds another order of the tags where there are several %s", (_title, beside) => {
    const one = { ...beside, contactsListTags: ["vip", "basic"] };
    expect(changed(one, { ...one, contactsListTags: ["basic", "vip"] })).toContain("contactsListTags");
    expect(changed(one, { ...one, contactsListTags: ["vip", "basic", "basic"] })).toContain("contactsListTags");
    expect(changed(one, one)).not.toContain("contactsListTags");
  });

  it("heeds the lists that the program leaves out and the object has", () => {
    const [one, other] = [{ contactsListTags: ["vip", "basic"] }, { contactsListTags: ["basic", "vip"] }];
    expect(changed(one, other, { ...one, numberOfCallAttempts: [3] })).toEqual([]);
    expect(changed(one, other, { ...one, numberOfCallAttempts: [3, 5] })).toEqual(["contactsListTags"]);
  });

  it("heeds the lists of either side", () => {
    const one = { contactsListTags: ["vip", "basic"], contactsListCategories: ["a"] };
    const other = { contactsListTags: ["basic", "vip"], contactsListCategories: ["a", "b"] };
    expect(changed(one, other)).toEqual(["contactsListTags", "contactsListCategories"]);
    expect(changed(other, one)).toEqual(["contactsListTags", "contactsListCategories"]);
  });
});

describe("a program against what is live", () => {
  it("is the same where the same entries stand together, in whatever order", () => {
    expect(told(groups, groups)).toEqual({});
    expect(told(groups, backwards(groups))).toEqual({});
    const twins = { ...groups, contactsListTags: ["vip", "vip"] };
    expect(told(twins, backwards(twins))).toEqual({});
    const spelt = { ...groups, contactsListTags: ["vip ", "R&D"] };
    expect(told(spelt, { ...backwards(groups), contactsListTags: ["R&amp;D", "vip"] })).toEqual({});
    expect(
      told({ ...groups, contactsListSource: ["web"] }, { ...backwards(groups), contactsListSource: ["web"] }),
    ).toEqual({});
  });

  it("is another one where one list alone is in another order", () => {
    for (const [name, list] of Object.entries(backwards(groups)).filter(([name]) => name !== "retryDelayUnit"))
      expect(told(groups, { ...groups, [name]: list })).not.toEqual({});
    const swapped = { ...groups, contactsListTags: ["basic", "vip"] };
    expect(told(groups, swapped)).toEqual({ contactsListTags: ["basic", "vip"] });
    expect(told(groups, backwards(swapped))).not.toEqual({});
    expect(told({ ...groups, contactsListTags: ["vip", "vip"] }, groups)).toEqual({
      contactsListTags: ["vip", "basic"],
    });
    expect(told(groups, { ...groups, contactsListTags: ["vip"] })).toEqual({ contactsListTags: ["vip"] });
  });

  it("shows what was edited of a group, and nothing of the order around it", () => {
    const [three, edited] = [3, 4].map((attempts) => ({
      contactsListTags: ["vip", "basic", "new"],
      contactsListCategories: ["a", "b", "c"],
      numberOfCallAttempts: [attempts, 5, 7],
    }));
    expect(told(three ?? {}, backwards(edited ?? {}))).toEqual({ numberOfCallAttempts: [4, 5, 7] });
  });

  it("shows a group that was added, and one that was taken out, in all of its lists", () => {
    const two = { contactsListTags: ["vip", "basic"], numberOfCallAttempts: [3, 5] };
    const three = { contactsListTags: ["new", "basic", "vip"], numberOfCallAttempts: [7, 5, 3] };
    expect(told(two, three)).toEqual({
      contactsListTags: ["vip", "basic", "new"],
      numberOfCallAttempts: [3, 5, 7],
    });
    expect(told(three, two)).toEqual({ contactsListTags: ["basic", "vip"], numberOfCallAttempts: [5, 3] });
  });

  it("heeds the order where a list of it is not shown, or is left out by the program", () => {
    const { numberOfCallAttempts, ...declared } = groups;
    const shown = backwards(declared);
    expect(told(groups, shown)).not.toEqual({});
    expect(told(declared, { ...shown, numberOfCallAttempts })).not.toEqual({});
    const tags = { contactsListTags: ["vip", "basic"] };
    expect(told(tags, { contactsListTags: ["basic", "vip"], numberOfCallAttempts: [3] })).toEqual({});
    expect(told(tags, { contactsListTags: ["basic", "vip"], numberOfCallAttempts })).toEqual({
      contactsListTags: ["basic", "vip"],
    });
  });

  it("heeds the order where the lists are not of one length", () => {
    const uneven = { contactsListTags: ["a", "b", "c"], contactsListCategories: ["x", "y"] };
    expect(told(uneven, uneven)).toEqual({});
    expect(told(uneven, backwards(uneven))).toEqual(backwards(uneven));
  });
});
