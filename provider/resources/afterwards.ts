/**
 * What is done with a resource once it is registered, also where that fails and the run goes on (`--continue-on-error`).
 * All outputs of such a resource are rejected. A message that the SDK is to show at it makes it fail to deliver that one
 * and every one after it, and an `apply` that nobody waits for is told as a failure of the program, with its stack.
 */
import * as pulumi from "@pulumi/pulumi";

/** What the SDK's own log and outputs ask of an output. */
interface Settling<T> {
  promise(): Promise<T>;
  readonly isKnown: Promise<boolean>;
}

const settling = <T>(output: pulumi.Output<T>): Settling<T> => output as unknown as Settling<T>;

/** Where a message about the resource is shown: at it, or, where it is not registered, at the program. */
export const placeOf = ({ urn }: pulumi.Resource): pulumi.Resource =>
  ({
    urn: pulumi.output(
      settling(urn)
        .promise()
        .catch(() => ""),
    ),
  }) as unknown as pulumi.Resource;

/** Does something with a value once it is known. Where it never is, the registration says why. */
export function whenKnown<T>(output: pulumi.Output<T>, then: (value: T) => unknown): void {
  const { isKnown } = settling(output);
  void Promise.all([settling(output).promise(), isKnown]).then(
    ([value, known]) => (known ? then(value) : undefined),
    () => undefined,
  );
}
