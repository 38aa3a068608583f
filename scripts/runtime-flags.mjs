/**
 * Flags of the runtime for a command. An import makes millions of short-lived texts and holds little: cleared away when the
 * heap has grown by half, and not first when it has grown to several times what is held, it needs two thirds of the
 * memory and three hundredths more processor time (2.2 million lessons: 211 MB at the most instead of 256 to 356).
 */
export const flagsFor = (command) => (command === 'import' ? ['--heap-growing-percent=50'] : []);
