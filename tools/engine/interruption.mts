/**
 * What must not be left behind (a running compiler, half a folder, a lock) when the process is ended from outside.
 * The handlers are there only while something has to be cleaned up, so that a program that looks for an engine keeps its own.
 */
const cleanups = new Set<() => void>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Calls `cleanup`, which must be synchronous, if the process ends before the returned function was called. */
export function onInterruption(cleanup: () => void): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup) && cleanups.size === 0) stopListening();
  };
}

function listen(): void {
  for (const signal of signals) process.on(signal, endedBySignal);
  process.on("exit", cleanUp);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, endedBySignal);
  process.off("exit", cleanUp);
}

function cleanUp(): void {
  // The newest first: the compiler is stopped before the folder it writes to is removed.
  for (const cleanup of [...cleanups].reverse()) cleanup();
  cleanups.clear();
}

function endedBySignal(signal: NodeJS.Signals): void {
  cleanUp();
  stopListening();
  // Without a handler of ours the signal does what it did before; somebody else's handler has it already.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
