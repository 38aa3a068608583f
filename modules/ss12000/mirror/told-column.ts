/**
 * How `ss12000.object.told` is kept: what was told last, with `run` (which import told it) and `was` (what was told before,
 * kept in the same way); `{gone: true}` with these two when nothing is told any more. This is what is told now, for SQL.
 */
export function toldNow(alias: string): string {
  return `(case when ${alias}.told ? 'gone' then null else ${alias}.told - 'was' - 'run' end)`;
}
