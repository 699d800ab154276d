/** How a search tells that it is alive. */
export interface Progress {
  /** Something has happened that stays true. */
  line: (text: string) => void;
  /** Something goes on for long: `text` is asked again and again until the returned function is called. */
  during: (text: () => string) => () => void;
}

const LOG_SECONDS = 15;

/** For logs: a line now and then shows life to a person, and to a CI system that stops silent jobs. */
export function lineProgress(report: (line: string) => void): Progress {
  return {
    line: report,
    during: (text) => {
      const ticking = setInterval(() => report(text()), LOG_SECONDS * 1000);
      return () => clearInterval(ticking);
    },
  };
}

/** For a terminal: one line that is written over, gone when the work is done. */
export function terminalProgress(terminal: NodeJS.WriteStream): Progress {
  const wipe = "\r\u001b[K";
  return {
    line: (text) => void terminal.write(`${wipe}${text}\n`),
    during: (text) => {
      const show = () => void terminal.write(wipe + text().slice(0, (terminal.columns || 80) - 1));
      show();
      const ticking = setInterval(show, 500);
      return () => {
        clearInterval(ticking);
        terminal.write(wipe);
      };
    },
  };
}

/** A clock that reads "45 s" or "3 min 05 s". */
export function stopwatch(): () => string {
  const start = performance.now();
  return () => {
    const seconds = Math.round((performance.now() - start) / 1000);
    if (seconds < 60) return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  };
}
