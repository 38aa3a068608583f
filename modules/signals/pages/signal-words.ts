import type { Limits, SignalId } from '../rules/index.ts';

/** Below this a group is so small that its figure could point at somebody. */
const smallest = 5;

/** A number of students or answers, "färre än 5" when it could point at somebody. */
export function countWords(count: number, unit: string): string {
  return count < smallest ? `färre än ${smallest} ${unit}` : `${count} ${unit}`;
}

/** What must be known before the signal may be lit: otherwise nothing is said, neither good nor bad. */
export function evidenceWords(id: SignalId, limits: Limits): string {
  const enough = `Minst ${limits['common.lessons']} rapporterade lektioner, och minst ${limits['common.reporting']} % av lektionerna rapporterade`;
  const otherwise = 'Annars visas ”otillräckligt underlag”, aldrig att allt är bra.';
  switch (id) {
    case 'N01':
    case 'N02':
      return `${enough}, de fyra senaste skolveckorna. ${otherwise}`;
    case 'N03':
      return `${enough}, både de fyra senaste skolveckorna och i den tidigare perioden. ${otherwise}`;
    case 'N04':
      return 'Bara skoldagar som är rapporterade räknas. Fem dagar som ingen har rapporterat är inte fem dagars frånvaro.';
    case 'S17':
      return 'Att någon har sagt det. Inget räknas fram.';
    case 'P18':
      return 'Samtal som är antecknade här. Tiden räknas tidigast från den dag då skolan började anteckna samtal.';
  }
}

/** When the signal comes to be seen. */
export function confirmationWords(id: SignalId, limits: Limits): string {
  const weeks = limits['common.confirm'];
  const confirmed =
    weeks === 1
      ? 'Efter den första skolveckan då villkoret gäller'
      : `När villkoret har gällt ${weeks} skolveckor i rad, så att en enstaka vecka inte räcker`;
  switch (id) {
    case 'N01':
    case 'N02':
      return `${confirmed}. Nivån akut visas genast.`;
    case 'N03':
      return `${confirmed}.`;
    case 'N04':
      return 'Samma dag som gränsen nås.';
    case 'S17':
      return 'Samma dag.';
    case 'P18':
      return 'Samma dag som tiden har gått. Påminnelsen går till skolan och räknas aldrig in i elevens läge.';
  }
}

/** When the signal goes out, beside the limits of the table. */
export function clearingWords(id: SignalId, limits: Limits): string {
  switch (id) {
    case 'N01':
    case 'N02':
    case 'N03':
      return `När läget har legat under släckgränsen två skolveckor i rad. Sedan tänds den inte igen på den lägsta nivån under ${limits[`${id}.coolDown`]} skolveckor.`;
    case 'N04':
      return `När eleven har varit på plats ${limits['N04.present']} av fem skoldagar.`;
    case 'S17':
      return 'När ett samtal har hållits och antecknats.';
    case 'P18':
      return 'När ett mentorssamtal antecknas.';
  }
}

/** What no signal is ever made from. `StudentFacts` of the engine has no place for any of it. */
export const neverUsed: readonly string[] = [
  'kön, ålder eller personnummer',
  'födelseland, medborgarskap, modersmål eller om eleven är nyanländ',
  'bostadsområde, folkbokföring eller hemkommun',
  'föräldrars utbildning, inkomst eller bakgrund',
  'hälsa, diagnoser eller uppgifter från elevhälsan och vården',
  'uppgifter från socialtjänsten',
  'fri text: det som någon har skrivit om en elev',
];
