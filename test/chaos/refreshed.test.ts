import { campaign, Scene } from "./scene";
const mute = { campaignCreateData: "text", otherCreateData: "text", campaignListIds: true } as const;

describe("a refresh before the update", () => {
  it("lets a resource that was renamed without an alias keep its object", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a")]);
    const id = scene.idOf("a");
    const renamed = await scene.up([campaign("b")], { refresh: true });
    expect(renamed.errors).toEqual([]);
    expect(scene.idOf("b")).toBe(id);
    expect(scene.idOf("a")).toBeUndefined();
    expect(scene.creates()).toEqual(["Spring"]);
  });

  it("does not forget an object without an ID that the program no longer declares", async () => {
    const scene = new Scene("nameless");
    await scene.up([campaign("a")]);
    const emptied = await scene.up([], { refresh: true });
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
    expect(emptied.errors.join()).toContain("cannot be deleted: the API never told its ID");
    expect(scene.idOf("a")).toBeDefined();
  });
});
