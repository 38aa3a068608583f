/** The door of people: persons, and what ties them to units, groups and each other, all with dates. */

export { joinPersons, movePerson } from './commands/move-person.ts';
export { type GuardianRegistration, registerGuardians } from './commands/register-guardians.ts';
export { type NewStaff, type RegisteredStaff, registerStaff } from './commands/register-staff.ts';
export { registerStaffList, type StaffRegistration } from './commands/register-staff-list.ts';
export { type Registration, registerStudents } from './commands/register-students.ts';
export type { GuardianRow } from './guardians/guardian-row.ts';
export type { GuardianWeight } from './guardians/plan-guardians.ts';
export {
  displayName,
  displayNameSql,
  masked,
  type PersonName,
  type Protection,
  protectedWords,
} from './person-name.ts';
export { type AlikePair, alikePairs } from './queries/alike-pairs.ts';
export { type DutiesHeld, type DutyHeld, dutiesHeld } from './queries/duties-held.ts';
export { type MentorOfStudent, mentorOf } from './queries/mentor-of.ts';
export { everyNumberOf, type Merge, mergedInto, mergesDone } from './queries/merges.ts';
export { type NamedPerson, namesOf, personsByName } from './queries/named-persons.ts';
export { personsLike } from './queries/persons-like.ts';
export { storedPersons } from './queries/stored-persons.ts';
export { type StudentCard, studentCard } from './queries/student-card.ts';
export { dangerouslyAllStudentIdentifiers, type StudentIdentifiers } from './queries/student-identifiers.ts';
export { studentsWithMentor } from './queries/students-with-mentor.ts';
export { type UnitOfPerson, type WholePerson, wholePersons } from './queries/whole-persons.ts';
export { type ProtectedIdentity, withProtectedIdentity } from './queries/with-protected-identity.ts';
export { forgetPlacements, refreshPlacements } from './refresh-placements.ts';
export { splitMentors } from './roster/mentor-names.ts';
export type { RosterDifference, RosterDifferenceKind } from './roster/roster-difference.ts';
export type {
  RosterOutcome,
  RosterRefusal,
  RosterRow,
  RosterWarning,
  ToldPerson,
} from './roster/roster-row.ts';
export type { EnrolledStudent } from './roster/roster-snapshot.ts';
export {
  ageOn,
  birthDate,
  type CivicNumber,
  type CivicNumberRefusal,
  formatCivicNumber,
  parseCivicNumber,
} from './rules/civic-number.ts';
export {
  type Judgement,
  judgeDoubles,
  type SpeaksAgainst,
  type SpeaksFor,
} from './rules/likely-doubles.ts';
export { type StaysBecause, whoStays } from './rules/who-stays.ts';
export type { StaffWeight } from './staff/staff-plan.ts';
export type { FileDuty, StaffRefusal, StaffRow } from './staff/staff-row.ts';
export {
  addGuardian,
  appointMentor,
  assignTeacher,
  type DutyRole,
  enrolStudent,
  ensureGroup,
  giveDuty,
  joinGroup,
  type NewPerson,
  registerPerson,
  setFederatedName,
} from './store.ts';
export { countVersionsUp, keptByMerge, type MovePerson } from './store-merge.ts';
export { lockMerge, markParted, recordMerge, type StandingMerge, tellApart } from './store-merges.ts';
export { keptPeople } from './store-roster.ts';
