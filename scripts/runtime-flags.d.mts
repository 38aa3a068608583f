/** Flags of the runtime for a command. */
export function flagsFor(command: string | undefined): string[];
