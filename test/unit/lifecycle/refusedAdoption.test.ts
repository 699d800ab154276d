import { kinds } from "../../../provider/kinds";
import { create } from "../../support/lifecycle";
import { checked, contextFor, failureOf, withEmulator } from "../../support/context";

test("a take-over whose update is refused names the object and the way to another route", async () => {
  await withEmulator({ personality: "minimal" }, async (emulator) => {
    const { id } = emulator.dashboard.create("AiAgent", { name: "Ada", prompt: "You are Bob." });
    const inputs = checked(kinds.AiAgent, { name: "Ada", prompt: "You are Ada.", adopt: true });
    const { message } = await failureOf(create(contextFor(emulator), kinds.AiAgent, inputs));
    expect(message).toContain(`agent "Ada" in workspace "default" (ID ${id}) exists and was not made`);
    expect(message).toContain('callab:routes \'{"aiAgent.update":');
  });
});
