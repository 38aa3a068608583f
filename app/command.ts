/** What a command reads and writes; tests give another. */
export type Io = {
  /** Standard output: what the command is asked for. With `--json` exactly one document and nothing else. */
  out(text: string): void;
  /** Standard error: what a person should know meanwhile, a line at a time. */
  say(line: string): void;
  /** A line on standard error that replaces the one before; nothing when it is no terminal. An empty text wipes it. */
  progress(text: string): void;
  env: NodeJS.ProcessEnv;
  /** Aborted at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
  stopping: AbortSignal;
};

/** A command of the command line: `app/commands/<name>.ts` exports these three. */
export type Command = {
  /** One Swedish line for the list of commands. */
  summary: string;
  /** The whole help text in Swedish, flags and all. */
  help: string;
  /** Does the work; answers the exit code. Throws `OperatorError` for what the operator must put right. */
  run(args: string[], io: Io): Promise<number>;
};
