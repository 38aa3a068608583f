import { importColumnWords as columnWords } from '../messages/sv/import-columns.ts';
import { storyWords } from '../messages/sv/import-story.ts';
import { reconcileWords } from '../messages/sv/import-undo.ts';
import {
  agreementOf,
  countsInWords,
  type ImportReport,
  type Kind,
  kinds,
  missingInWords,
  missingWeeksInWords,
  summed,
} from '../modules/import/index.ts';
import { minutes, number } from '../platform/web/format-number.ts';

/** What the kinds are called in a sentence. */
export const kindWords: Readonly<Record<Kind, string>> = {
  personal: 'Personal',
  elever: 'Elever',
  vardnadshavare: 'Vårdnadshavare',
  narvaro: 'Närvaro per lektion',
  narvaro_summa: 'Närvaro per period',
  betyg: 'Betyg',
  slutbetyg: 'Slutbetyg från årskurs 9',
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
  lines.push(...reconciled(report), ...story(report));
  return [...lines, '', report.cancelled ? storyWords.cli.cancelled : endings[report.state]].join('\n');
}

/** What changes about students, in counts, and how many stand in no file. */
function story({ story: { counts, missing, weeks } }: ImportReport): readonly string[] {
  const changes = countsInWords(counts);
  return [
    ...(changes.length > 0 ? ['', storyWords.cli.differences(changes)] : []),
    ...missingInWords(missing.filter((unit) => unit.enrolled > 0)),
    ...missingWeeksInWords(weeks),
  ];
}

/** The minutes of the files beside those that stand here, and each week that differs. */
function reconciled({ reconciliation }: ImportReport): readonly string[] {
  if (reconciliation.length === 0) return [];
  const { source, stored } = summed(reconciliation);
  const differ = reconciliation.filter((week) => agreementOf(week) !== 'same');
  const weeks = differ.slice(0, mostRows).map((week) => {
    const says = reconcileWords.agreement[agreementOf(week)];
    return `  veckan från ${week.monday}: ${minutes(week.source.offered)} i filen, ${minutes(week.stored.offered)} här. ${says}`;
  });
  const more = differ.length > mostRows ? [`  och ${differ.length - mostRows} veckor till`] : [];
  return [
    '',
    `${reconcileWords.title} Minuter i filerna ${number(source.offered)}, här ${number(stored.offered)}; frånvaro ${number(source.absent)}, här ${number(stored.absent)}.`,
    ...weeks,
    ...more,
  ];
}
