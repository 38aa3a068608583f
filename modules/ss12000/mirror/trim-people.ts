import type { RawObject } from '../client/index.ts';
import { isUpperSecondary } from '../projecting/school-forms.ts';
import type {
  DutyBody,
  ElsewhereBody,
  EnrolmentBody,
  GroupBody,
  OrganisationBody,
  PersonBody,
} from './bodies.ts';
import { dayOf, idOf, isObject, isYes, objectsOf, textOf, wholeOf } from './read-raw.ts';

/** What is kept of an Organisation. */
export function trimOrganisation(raw: RawObject): OrganisationBody {
  return {
    name: textOf(raw.displayName) ?? '',
    unitCode: textOf(raw.schoolUnitCode),
    parent: idOf(raw.parentOrganisation),
  };
}

/**
 * What is kept of a Person: no phone numbers, no street, no sex. Of somebody whose every enrolment is in another school
 * form nothing is kept: a municipality's source tells of all its children, and they are not ours to store.
 */
export function trimPerson(raw: RawObject): PersonBody | ElsewhereBody {
  const enrolments = objectsOf(raw.enrolments).flatMap(trimEnrolment);
  if (enrolments.length > 0 && !enrolments.some(({ form }) => isUpperSecondary(form)))
    return { elsewhere: true };
  return {
    givenName: textOf(raw.givenName) ?? '',
    middleName: textOf(raw.middleName),
    familyName: textOf(raw.familyName) ?? '',
    federatedName: federatedName(raw.eduPersonPrincipalNames),
    civic: civicOf(raw.civicNo),
    protection: textOf(raw.securityMarking),
    status: textOf(raw.personStatus),
    email: emailOf(raw.emails),
    municipality: municipalityOf(raw.addresses),
    enrolments: enrolments.filter(({ form }) => isUpperSecondary(form)),
    responsibles: objectsOf(raw.responsibles).flatMap(trimResponsible),
  };
}

function trimEnrolment(raw: RawObject): EnrolmentBody[] {
  // The standard spells it with one l; sources that spell it right are understood too.
  const at = idOf(raw.enroledAt ?? raw.enrolledAt);
  if (at === null) return [];
  return [
    {
      at,
      form: textOf(raw.schoolType) ?? '',
      starts: dayOf(raw.startDate),
      ends: dayOf(raw.endDate),
      year: wholeOf(raw.schoolYear),
      cancelled: isYes(raw.cancelled),
      programme: textOf(raw.educationCode),
    },
  ];
}

function trimResponsible(raw: RawObject): PersonBody['responsibles'][number][] {
  const person = idOf(raw.person);
  return person === null ? [] : [{ person, relation: textOf(raw.relationType) ?? '' }];
}

/** Twelve digits by the standard; hyphens occur, and the older version sent the number alone. */
function civicOf(raw: unknown): string | null {
  return textOf(isObject(raw) ? raw.value : raw);
}

function federatedName(raw: unknown): string | null {
  return Array.isArray(raw) ? textOf(raw[0]) : textOf(raw);
}

/** The school's address before a private one. */
function emailOf(raw: unknown): string | null {
  const emails = objectsOf(raw).filter((each) => textOf(each.value) !== null);
  const school = emails.find((each) => textOf(each.type)?.startsWith('Skola'));
  return textOf((school ?? emails[0])?.value);
}

function municipalityOf(raw: unknown): string | null {
  const addresses = objectsOf(raw);
  const registered = addresses.find((each) => textOf(each.type) === 'Folkbokföring');
  const code = textOf((registered ?? addresses[0])?.municipalityCode);
  return code !== null && /^\d{4}$/.test(code) ? code : null;
}

/** What is kept of a Group. */
export function trimGroup(raw: RawObject): GroupBody {
  return {
    name: textOf(raw.displayName) ?? '',
    type: textOf(raw.groupType) ?? '',
    organisation: idOf(raw.organisation),
    ...datedOf(raw),
    members: objectsOf(raw.groupMemberships).flatMap((each) => {
      const person = idOf(each.person);
      return person === null ? [] : [{ person, ...datedOf(each) }];
    }),
  };
}

/** What is kept of a Duty. */
export function trimDuty(raw: RawObject): DutyBody {
  const assignments = raw.assignmentRole ?? raw.assignmentRoles;
  return {
    person: idOf(raw.person) ?? '',
    at: idOf(raw.dutyAt) ?? '',
    role: textOf(raw.dutyRole) ?? '',
    signature: textOf(raw.signature),
    ...datedOf(raw),
    assignments: objectsOf(assignments).flatMap((each) => {
      const group = idOf(each.group);
      return group === null ? [] : [{ group, type: textOf(each.assignmentRoleType) ?? '', ...datedOf(each) }];
    }),
  };
}

function datedOf(raw: RawObject) {
  return { starts: dayOf(raw.startDate), ends: dayOf(raw.endDate) };
}
