import { Facts, Panel } from '../../../platform/web/components/index.ts';
import type { StudentCard } from '../../people/index.ts';

/** Kontakter: who is there for the student. Guardians only while the student is under 18. */
export function ContactsPanel({ card }: { card: StudentCard }) {
  const facts = [
    { term: 'Mentor', value: card.mentors.map((mentor) => mentor.name).join(', ') || 'ingen angiven' },
    ...(card.guardians.length > 0
      ? [{ term: 'Vårdnadshavare', value: <Lines of={card.guardians.map((guardian) => guardian.name)} /> }]
      : []),
    ...(card.age !== null && card.age >= 18
      ? [{ term: 'Vårdnadshavare', value: 'eleven är myndig; kontakt kräver elevens samtycke' }]
      : []),
  ];
  return (
    <Panel id="kont" title="Kontakter">
      <Facts facts={facts} />
    </Panel>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
