/** Builds every asset into `outDir` (emptied first); answers plain name → hashed name. */
export function buildAssets(to: { outDir: string }): Promise<Record<string, string>>;
