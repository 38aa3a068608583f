import { importColumnWords as columnWords } from '../messages/sv/import-columns.ts';
import { type ImportReport, type Kind, kinds } from '../modules/import/index.ts';

/** What the kinds are called in a sentence. */
export const kindWords: Readonly<Record<Kind, string>> = {
  elever: 'Elever',
  narvaro: 'Närvaro per lektion',
  narvaro_summa: 'Närvaro per period',
  betyg: 'Betyg',
};

const endings: Readonly<Record<ImportReport['state'], string>> = {
  done: 'Filerna är inlästa.',
  preview: 'Inget är ändrat. Kör utan --dry-run för att läsa in.',
  stopped: 'Inläsningen stannade och inget är ändrat. Stämmer det ändå? Kör igen med --accept-large-change.',
  failed: 'Inläsningen gick inte. Inget är ändrat.',
};

const mostRows = 20;

/** The report for a person at a terminal: counts per kind, what was refused and why, what to look at. */
export function importInWords(report: ImportReport): string {
  const lines = [`${report.organiser}`, ''];
  for (const kind of kinds) {
    const { created, updated, unchanged, refused, warnings } = report.kinds[kind];
    if (created + updated + unchanged + refused.length === 0 && warnings.length === 0) continue;
    const stopped = `${refused.length} stoppade`;
    lines.push(
      `${kindWords[kind]}: ${created} nya, ${updated} ändrade, ${unchanged} oförändrade, ${stopped}`,
    );
    for (const row of refused.slice(0, mostRows)) lines.push(`  ${row.file} rad ${row.row}: ${row.says}`);
    if (refused.length > mostRows)
      lines.push(`  och ${refused.length - mostRows} rader till (alla står i --json)`);
    for (const warning of warnings)
      lines.push(`  Att veta: ${warning.says}${warning.rows > 0 ? ` (${warning.rows})` : ''}`);
  }
  for (const { file, kind, says, mapping } of report.files) {
    if (kind === null) lines.push(`${file}: ${says}`);
    else if (mapping) lines.push(`${file}: ${columnWords.savedOnPage}`);
  }
  const doubtful = report.checks.filter((check) => !check.holds);
  if (doubtful.length > 0)
    lines.push('', 'Ser det rimligt ut?', ...doubtful.map((check) => `  ${check.title}: ${check.says}`));
  return [...lines, '', endings[report.state]].join('\n');
}
