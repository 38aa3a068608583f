import { exportWords } from '../../../messages/sv/export.ts';
import { List, Panel } from '../../../platform/web/components/index.ts';
import { readableSheets, wholeSheets } from '../write-organiser.ts';

const words = exportWords.page.contents;

/** The files of the archive, each in a sentence. */
export function ContentsPanel({ whole }: { whole: boolean }) {
  const readable = ['elever', 'narvaro', ...readableSheets.slice(1).map(({ file }) => file)];
  return (
    <Panel id="innehall" title={words.title}>
      <h3 class="ff-small">{words.readable}</h3>
      <Files names={readable} />
      {whole && (
        <>
          <h3 class="ff-small">{words.further}</h3>
          <Files names={wholeSheets.map(({ file }) => file)} />
        </>
      )}
      <p class="ff-small ff-soft">{words.readme}</p>
    </Panel>
  );
}

function Files({ names }: { names: readonly string[] }) {
  return (
    <List
      items={names.map((name) => {
        const { title, says } = exportWords.files[name]!;
        return (
          <>
            {title}
            <small>{says}</small>
          </>
        );
      })}
    />
  );
}
