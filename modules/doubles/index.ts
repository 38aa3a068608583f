/** The door of doubles: persons who stand twice, proposed, merged and parted. */
export { type AskedMerge, type Doer, type Merged, mergePersons } from './commands/merge-persons.ts';
export { type Parted, partPersons } from './commands/part-persons.ts';
export type { LaterRows } from './kept.ts';
export { reachOf } from './pages/doubles-parts.ts';
export { countDoubles, likelyDoubles, type Proposal } from './queries/likely-doubles.ts';
export { mergeInTheWay } from './queries/merge-in-the-way.ts';
