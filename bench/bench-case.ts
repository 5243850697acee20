/** One bench: prints its lines through `print`, counts before seconds, the peer's figure beside ours. */
export interface Bench {
  readonly name: string;
  run(print: (line: string) => void): Promise<void>;
}
