/** The native front under every ready-made personality of the emulator that the dynamic one passes (../personalities). */
import { personalities } from "../../../emulator";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { fourKinds } from "../../support/fourKinds";
import { fourKindsLife } from "../../support/fourKindsLife";
import { makeProject } from "../../support/project";

jest.setTimeout(300_000);

/** These hide what a whole life needs. */
const incomplete = ["nameless", "minimal"];

it.each(personalities.map(({ name }) => name).filter((name) => !incomplete.includes(name)))(
  "%s",
  async (personality) => {
    const emulator = await startEmulatorProcess({ personality, seed: 1 });
    const project = await makeProject({ emulator, plugin: true });
    // Nothing but the import says which front it is.
    await fourKindsLife(emulator, project, (version) =>
      fourKinds(version).replace('"pulumi-callab"', '"pulumi-callab/native"'),
    );
    await emulator.stop();
  },
);
