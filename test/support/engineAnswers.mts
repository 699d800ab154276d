/**
 * `node engineAnswers.mts "find"`, `… "environment" ENGINE HOME`, `… "tool" NAME` or `… "python"`, each argument as JSON; the
 * answer is JSON too.
 */
import { engineEnvironment } from "../../tools/engine/environment.mts";
import { EngineNotFound, findEngine, type Engine } from "../../tools/engine/findEngine.mts";
import { findGoTool, type GoToolName } from "../../tools/engine/goTool.mts";
import { findPythonEnvironment } from "../../tools/engine/pythonEnvironment.mts";

const [question, engine, home] = process.argv.slice(2).map((argument) => JSON.parse(argument) as unknown);
try {
  const answer =
    question === "find"
      ? await findEngine({ report: (line) => void process.stderr.write(`${line}\n`) })
      : question === "tool"
        ? await findGoTool(engine as GoToolName)
        : question === "python"
          ? await findPythonEnvironment()
          : engineEnvironment(engine as Engine, { home: home as string });
  process.stdout.write(JSON.stringify(answer));
} catch (error) {
  if (!(error instanceof EngineNotFound)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
