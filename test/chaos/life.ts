/** The life of one process. What waits in a killed process waits for ever, as if it had never been. */
export class Life {
  #dead = false;
  #die: () => void = () => undefined;
  readonly #killed = new Promise<void>((resolve) => (this.#die = resolve));

  get isOver(): boolean {
    return this.#dead;
  }

  /** kill -9. */
  kill(): void {
    this.#dead = true;
    this.#die();
  }

  /** The same promise, seen from inside the process: it never settles after a kill. */
  inside<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => {
          if (!this.#dead) resolve(value);
        },
        (error: unknown) => {
          if (!this.#dead) reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /** The result of the work, or "killed". */
  async outcome<T>(work: Promise<T>): Promise<T | "killed"> {
    return Promise.race([work, this.#killed.then(() => "killed" as const)]);
  }
}
