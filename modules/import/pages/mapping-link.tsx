import { importWords } from '../../../messages/sv/import.ts';
import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import { Actions, LinkButton } from '../../../platform/web/components/index.ts';
import { period } from '../../../platform/web/format.ts';
import { type Run, waitsIn } from '../queries/runs.ts';
import type { FileReport } from '../report.ts';

/** A file of a run as its page shows it. */
interface FileOfRun {
  readonly run: Run;
  readonly file: FileReport;
  /** Whether the files that were sent are still there. */
  readonly filesThere: boolean;
}

/** The way to say what the columns of a file are, while it can still be read in; nothing for what is no table. */
export function MappingLink({ run, file, filesThere }: FileOfRun) {
  const index = run.report?.files.findIndex((each) => each.file === file.file) ?? -1;
  if (!file.isTable || index < 0 || !filesThere || !waitsIn(run)) return null;
  const href = `/import/${run.runId}/kolumner?fil=${index}`;
  const text = linkText(file, run.report?.files.length === 1);
  if (file.kind !== null) return <a href={href}>{text}</a>;
  if (file.parked)
    return (
      <small>
        {importWords.files.isSomethingElse} <a href={href}>{text}</a>
      </small>
    );
  return (
    <Actions>
      <LinkButton kind="2" small href={href}>
        {text}
      </LinkButton>
    </Actions>
  );
}

function linkText({ kind, file, mapping }: FileReport, isOnly: boolean): string {
  if (kind === null && mapping) return isOnly ? words.sayRest : words.sayRestOf(file);
  if (kind === null) return isOnly ? words.say : words.sayOf(file);
  return isOnly ? words.change : words.changeOf(file);
}

/** That a file was read as somebody has said, with what holds for the whole of it, and the way to change that. */
export function MappingLine(of: FileOfRun) {
  const { mapping, file } = of.file;
  const saidNow = of.run.upload?.said?.[file] !== undefined;
  const { unit, starts, ends } = mapping?.wholeFile ?? {};
  const sentences = mapping && [
    saidNow ? words.asSaid : words.asBefore,
    ...(mapping.source ? [words.from(mapping.source)] : []),
    ...(unit ? [words.wholeFile.unit(mapping.unitName ?? unit)] : []),
    ...(starts && ends ? [words.wholeFile.period(period(starts, ends))] : []),
  ];
  const link = MappingLink(of);
  if (!sentences && !link) return null;
  return (
    <p class="ff-small ff-soft">
      {sentences?.join(' ')} {link}
    </p>
  );
}
