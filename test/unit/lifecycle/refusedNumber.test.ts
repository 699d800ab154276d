import { kinds } from "../../../provider/kinds";
import { create } from "../../support/lifecycle";
import { checked, contextFor, failureOf, withEmulator } from "../../support/context";

test("who declares a number that differs is told of a way that a number has: no other name would do", async () => {
  await withEmulator({ personality: "phoneNumberIds=true" }, async (emulator) => {
    emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958", nickname: "Old" });
    const inputs = checked(kinds.PhoneNumber, { phoneNumber: "+442079460958", nickname: "Sales" });
    const { message } = await failureOf(create(contextFor(emulator), kinds.PhoneNumber, inputs));
    expect(message).toContain("leave these fields out of the program");
    expect(message).not.toContain("another name");
    // The way that it names is one.
    const less = checked(kinds.PhoneNumber, { phoneNumber: "+442079460958" });
    await expect(create(contextFor(emulator), kinds.PhoneNumber, less)).resolves.toMatchObject({
      state: { nickname: "Old" },
    });
  });
});
