import { exportWords as words } from '../../messages/sv/export.ts';
import type { LocalDate } from '../../platform/local-date.ts';
import { dayLong } from '../../platform/web/format-date.ts';
import type { FilledSheet } from './write-extract.ts';

/** Of its own: the page is opened from a folder, long after the program was there. */
const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.8rem}h2{font-size:1.2rem;margin-top:2.5rem}table{border-collapse:collapse;font-size:.85rem}
td:first-child{white-space:nowrap}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #ccc}
dl{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:.2rem 1rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
@media(max-width:40rem){dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:.4rem}}
.wide{overflow-x:auto}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}.wide{overflow:visible}}`;

/** The register extract as a page to read and print: every sheet as a table, one row as a list; without script and without addresses. */
export function extractPage(
  sheets: readonly FilledSheet[],
  { organiserName, today }: { readonly organiserName: string; readonly today: LocalDate },
): string {
  const { extract } = words;
  const page = (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{extract.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{extract.title}</h1>
          <p>{extract.lead(dayLong(today), organiserName)}</p>
          <p>{extract.purpose}</p>
          <p>{extract.organiser}</p>
          <p>{extract.others}</p>
          <p>{extract.elsewhere}</p>
          {inReadingOrder(sheets).map((filled) => (
            <Section {...filled} />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${page}`;
}

/** Who she is first, and what is longest last: a page of lessons before the talks would hide them. */
function inReadingOrder(sheets: readonly FilledSheet[]): readonly FilledSheet[] {
  const last = ['vem-har-last', 'narvaro'];
  return sheets.toSorted((a, b) => last.indexOf(a.sheet.file) - last.indexOf(b.sheet.file));
}

function Section({ sheet, rows }: FilledSheet) {
  const { title, says } = words.extract.files[sheet.file] ?? words.files[sheet.file]!;
  return (
    <>
      <h2 id={sheet.file}>{title}</h2>
      <p>{says}</p>
      {rows.length === 0 && <p>{words.extract.none}</p>}
      {rows.length === 1 && <One sheet={sheet} rows={rows} />}
      {rows.length > 1 && <Many sheet={sheet} rows={rows} />}
    </>
  );
}

function One({ sheet, rows }: FilledSheet) {
  const told = sheet.columns.map(({ head }, index) => ({ head, cell: rows[0]![index] }));
  return (
    <dl>
      {told
        .filter(({ cell }) => cell)
        .map(({ head, cell }) => (
          <>
            <dt>{head}</dt>
            <dd>{cell}</dd>
          </>
        ))}
    </dl>
  );
}

/** Whose it is stands once, at the top: not in every row. */
const notRepeated = new Set(['Personnummer', 'Person-ID']);

function Many({ sheet, rows }: FilledSheet) {
  const shown = [...sheet.columns.keys()].filter(
    (index) => !notRepeated.has(sheet.columns[index]!.head) && rows.some((cells) => cells[index]),
  );
  return (
    <section class="wide" aria-labelledby={sheet.file} tabindex={0}>
      <table>
        <thead>
          <tr>
            {shown.map((index) => (
              <th scope="col">{sheet.columns[index]!.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {shown.map((index) => (
                <td>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
