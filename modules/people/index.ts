/** The door of people: persons, and what ties them to units, groups and each other, all with dates. */
export { displayName, masked, type PersonName, type Protection, protectedWords } from './person-name.ts';
export { type MentorOfStudent, mentorOf } from './queries/mentor-of.ts';
export { type NamedPerson, namesOf, personsByName } from './queries/named-persons.ts';
export { type StudentCard, studentCard } from './queries/student-card.ts';
export { type ProtectedIdentity, withProtectedIdentity } from './queries/with-protected-identity.ts';
export { refreshPlacements } from './refresh-placements.ts';
export {
  ageOn,
  birthDate,
  type CivicNumber,
  type CivicNumberRefusal,
  formatCivicNumber,
  parseCivicNumber,
} from './rules/civic-number.ts';
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
} from './store.ts';
