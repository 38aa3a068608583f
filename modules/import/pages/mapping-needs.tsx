import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import { Checks, Panel } from '../../../platform/web/components/index.ts';
import { joined } from '../../../platform/web/format.ts';
import type { MappingDraft } from '../reading/check-mapping.ts';
import { wholeFileFields } from '../reading/column-mapping.ts';
import { kindSpecs } from '../reading/file-kinds.ts';

/** What a file of the kind cannot do without, and whether it has it. */
export function NeedsPanel({
  draft,
  unitIsGiven,
  withoutFile = false,
}: {
  draft: MappingDraft;
  unitIsGiven: boolean;
  withoutFile?: boolean;
}) {
  const { needs, fields } = kindSpecs[draft.kind];
  const sayable: readonly string[] = wholeFileFields(draft.kind);
  const checks = needs.map((group) => {
    const names = [...new Set(group.map((field) => fields[field]!.heading))];
    const isSaid = group.some(
      (field) =>
        draft.wholeFile[field as keyof typeof draft.wholeFile] !== undefined ||
        (field === 'unit' && unitIsGiven),
    );
    const byColumn = group.some((field) => draft.fields.includes(field));
    if (byColumn || !sayable.includes(group[0]!)) return { met: byColumn, what: joined(names, 'eller') };
    const detail = withoutFile ? words.needs.perFile : isSaid ? words.needs.said : words.needs.canBeSaid;
    return { met: isSaid || withoutFile, what: joined(names, 'eller'), detail };
  });
  return (
    <Panel id="behovs" title={words.needs.title}>
      <Checks checks={checks} />
    </Panel>
  );
}

/** What is shown of the rows, and what is kept. */
export function PrivacyPanel() {
  return (
    <Panel id="visas" title={words.privacy.title}>
      <p class="ff-small ff-soft">{words.privacy.text}</p>
    </Panel>
  );
}
