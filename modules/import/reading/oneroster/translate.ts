import { isCivic } from '../fixed-order.ts';
import type { RecordTable, RosterFile, RosterRecord } from './record-table.ts';

/** A row in the headings of a kind of our own, with the row of `users` that it is made of. */
export interface TranslatedRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A roster in our own headings. A user with several schools has one row in each list of rows. */
export interface TranslatedRoster {
  readonly elever: readonly (readonly TranslatedRow[])[];
  readonly personal: readonly (readonly TranslatedRow[])[];
}

/** The tables of a roster; those that are missing are empty. */
export type RosterTables = Readonly<Partial<Record<RosterFile, RecordTable>>>;

/**
 * Translates a OneRoster roster (1.1: role and orgSourcedIds of users; 1.2: roles) into rows of `elever` and `personal`.
 * A homeroom is the class, a scheduled class a teaching group. `tobedeleted` becomes Ta bort. Guardians are not read:
 * the standard does not say who has custody.
 */
export function translateRoster(tables: RosterTables): TranslatedRoster {
  const roster = indexed(tables);
  const posts = (tables.users?.records ?? []).flatMap((user) => postsOf(user, roster));
  return {
    elever: inLists(posts.filter((post) => post.role === 'student').map((post) => studentRow(post, roster))),
    personal: inLists(posts.filter((post) => post.role !== 'student').map((post) => staffRow(post, roster))),
  };
}

type Records = readonly RosterRecord[];

interface Roster {
  readonly orgs: ReadonlyMap<string, RosterRecord>;
  readonly classes: ReadonlyMap<string, RosterRecord>;
  readonly enrollments: ReadonlyMap<string, Records>;
  readonly roles: ReadonlyMap<string, Records>;
}

/** What somebody is at one school. */
interface Post {
  readonly user: RosterRecord;
  readonly role: string;
  readonly org: string;
  readonly starts: string;
  readonly ends: string;
  readonly isDeleted: boolean;
}

const isDeleted = (record: RosterRecord): boolean => record.get('status').toLowerCase() === 'tobedeleted';

function indexed(tables: RosterTables): Roster {
  const byId = (table?: RecordTable) =>
    new Map((table?.records ?? []).map((record) => [record.get('sourcedId'), record]));
  const byUser = (table?: RecordTable) =>
    Map.groupBy(table?.records ?? [], (record) => record.get('userSourcedId'));
  return {
    orgs: byId(tables.orgs),
    classes: byId(tables.classes),
    enrollments: byUser(tables.enrollments),
    roles: byUser(tables.roles),
  };
}

const guardians = new Set(['guardian', 'parent', 'relative']);

function postsOf(user: RosterRecord, roster: Roster): readonly Post[] {
  const roles = roster.roles.get(user.get('sourcedId')) ?? [];
  const posts = roles.length > 0 ? roles.map((role) => postOfRole(user, role)) : postsOfUser(user, roster);
  const wanted = posts.filter((post) => !guardians.has(post.role) && post.role !== '');
  const schools = wanted.filter((post) => roster.orgs.get(post.org)?.get('type').toLowerCase() === 'school');
  return unique(schools.length > 0 ? schools : wanted);
}

function postOfRole(user: RosterRecord, role: RosterRecord): Post {
  return {
    user,
    role: role.get('role').toLowerCase(),
    org: role.get('orgSourcedId'),
    starts: role.get('beginDate'),
    ends: role.get('endDate'),
    isDeleted: isDeleted(user) || isDeleted(role),
  };
}

/** In 1.1 a user has one role, at each of the orgs told, or at the schools of the classes when none is. */
function postsOfUser(user: RosterRecord, roster: Roster): readonly Post[] {
  const told = user.get('orgSourcedIds') || user.get('primaryOrgSourcedId');
  const orgs = told.split(',').map((each) => each.trim());
  const enrolled = (roster.enrollments.get(user.get('sourcedId')) ?? []).map((each) =>
    each.get('schoolSourcedId'),
  );
  const places = told === '' && enrolled.length > 0 ? enrolled : orgs;
  const role = user.get('role').toLowerCase();
  const deleted = isDeleted(user);
  return places.map((org) => ({ user, role, org, starts: '', ends: '', isDeleted: deleted }));
}

function unique(posts: readonly Post[]): readonly Post[] {
  const seen = new Set<string>();
  return posts.filter(({ role, org }) => {
    const key = `${role}|${org}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function person({ user, org, starts, ends, isDeleted }: Post, roster: Roster) {
  const unit = roster.orgs.get(org);
  const identifier = unit?.get('identifier') ?? '';
  return {
    'Person-ID': user.get('sourcedId'),
    Federationsanvändarnamn: user.get('username'),
    Personnummer: civicOf(user),
    Förnamn: user.get('givenName'),
    Mellannamn: user.get('middleName'),
    Efternamn: user.get('familyName'),
    'E-postadress': user.get('email'),
    Skolenhetskod: identifier,
    Enhet: unit?.get('name') ?? '',
    ...(starts === '' ? {} : { Startdatum: starts }),
    ...(ends === '' ? {} : { Slutdatum: ends }),
    'Ta bort': isDeleted ? 'Ja' : '',
  };
}

/** A civic number stands in `identifier`, or in `userIds` as `{type:value}`, whatever the type is called. */
function civicOf(user: RosterRecord): string {
  const ids = user.get('userIds').match(/[^{}:,]+(?=\})/g) ?? [];
  return [user.get('identifier'), ...ids].map((each) => each.trim()).find(isCivic) ?? '';
}

function studentRow(post: Post, roster: Roster): TranslatedRow {
  const classes = classesOf(post, roster);
  const [home] = classes.filter(isHomeroom);
  const groups = classes.filter((each) => !isHomeroom(each)).map(nameOf);
  const cells = { ...person(post, roster), Klass: home ? nameOf(home) : '', Ämnesgrupper: groups.join(',') };
  return { number: post.user.number, cells };
}

/** The standard's roles that are known words of ours; any other stands as it is and gives no duty. */
const categories: Readonly<Record<string, string>> = {
  teacher: 'Lärare',
  principal: 'Rektor',
  aide: 'Lärarassistent',
};

function staffRow(post: Post, roster: Roster): TranslatedRow {
  const groups = classesOf(post, roster)
    .filter((each) => !isHomeroom(each))
    .map(nameOf);
  const category = categories[post.role] ?? post.role;
  const cells = { ...person(post, roster), Personalkategori: category, Ämnesgrupper: groups.join(',') };
  return { number: post.user.number, cells };
}

/** The classes that the user is in at the school, but for those that are deleted. */
function classesOf({ user, org }: Post, roster: Roster): Records {
  const enrollments = roster.enrollments.get(user.get('sourcedId')) ?? [];
  return enrollments
    .filter((each) => !isDeleted(each))
    .map((each) => roster.classes.get(each.get('classSourcedId')))
    .filter((each) => each !== undefined)
    .filter((each) => !isDeleted(each) && each.get('schoolSourcedId') === org);
}

const isHomeroom = (record: RosterRecord): boolean => record.get('classType').toLowerCase() === 'homeroom';

/** A comma would make two groups of a name. */
function nameOf(record: RosterRecord): string {
  return (record.get('title') || record.get('classCode')).replace(/[,;]/g, ' ').trim();
}

/** The first row of each user in the first list, the second in the second. */
function inLists(rows: readonly TranslatedRow[]): readonly (readonly TranslatedRow[])[] {
  const lists: TranslatedRow[][] = [];
  const nth = new Map<number, number>();
  for (const row of rows) {
    const at = nth.get(row.number) ?? 0;
    nth.set(row.number, at + 1);
    const list = lists[at] ?? [];
    lists[at] = list;
    list.push(row);
  }
  return lists;
}
