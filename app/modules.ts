/** A module of the product: a folder in `modules/` with one duty. */
export type ModuleEntry = {
  name: string;
  duty: string;
};

/**
 * The modules in layer order, lowest first. A module may use the doors (`index.ts`) of those above it in this list, `law/` and `platform/`;
 * never those below it. What only computes may be entered by `rules/index.ts` or `engine/index.ts` too, so that rules need not load a database. `scripts/check-arrows.ts` reads the list and fails on an arrow the other way.
 */
export const modules: readonly ModuleEntry[] = [
  { name: 'organisation', duty: 'organisers, school units and the school calendar' },
  { name: 'people', duty: 'persons, enrolments, groups, guardians, mentors and duties, all with dates' },
  { name: 'audit', duty: 'who read, wrote or exported what about whom, and why they could' },
  { name: 'access', duty: 'why somebody may see or do something, and protected identities' },
  { name: 'identity', duty: 'log-in and sessions' },
  { name: 'rule-book', duty: 'the law as rules to read, try and ask, and the organiser’s own routines' },
  { name: 'attendance', duty: 'lessons, absence and the figures of a teaching week' },
  { name: 'grades', duty: 'grades by course and term' },
  { name: 'study-plan', duty: 'the individual study plan: when it is due, who agreed to its changes' },
  {
    name: 'introductory-programmes',
    duty: 'who may enter national and introductory programmes, and what an introductory programme owes',
  },
  { name: 'coordination', duty: 'talks with a student: recorded, planned, due' },
  { name: 'concerns', duty: 'a concern, or a wish to talk, that somebody raises' },
  { name: 'signals', duty: 'absence that should worry somebody, with its evidence and its life' },
  { name: 'support', duty: 'extra adaptations, investigation, decision, action programme, appeal' },
  { name: 'handover', duty: 'what the next school needs to know, and its receipt' },
  { name: 'kaa', duty: 'the municipality’s responsibility for young people outside upper secondary school' },
  { name: 'caseload', duty: 'the pages Mina elever, Elev and Elever' },
  {
    name: 'doubles',
    duty: 'persons who stand twice: proposed with evidence, merged by a person, parted again',
  },
  { name: 'import', duty: 'files from other systems, turned into ordinary commands' },
  { name: 'ss12000', duty: 'sources that speak SS 12000: asked, mirrored, turned into ordinary commands' },
  { name: 'export', duty: 'everything out again, of an organiser or of one student' },
];

/** An arrow that the order forbids and a decision record allows. */
export type ArrowException = { from: string; to: string; because: string };

/** The exceptions; each names its decision record. */
export const exceptions: readonly ArrowException[] = [];
