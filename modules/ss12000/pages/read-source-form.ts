import { sourceWords } from '../../../messages/sv/sources.ts';
import type { Form } from '../../../platform/server/read-form.ts';
import type { Resource } from '../client/index.ts';
import type { Credentials } from '../credentials.ts';
import type { Login, SourceSettings } from '../store-sources.ts';

const words = sourceWords.errors;

/** What can be left out of what is pulled: the name of its tick box, and its lists. Everything else is always pulled. */
export const choices = {
  narvaro: ['calendarEvents', 'attendances', 'absences', 'aggregatedAttendance'],
  betyg: ['grades'],
  planer: ['programmes', 'studyplans'],
} as const satisfies Readonly<Record<string, readonly Resource[]>>;

/** One of `choices`. */
export type ChoiceName = keyof typeof choices;
/** In the order of the page. */
export const choiceNames = Object.keys(choices) as readonly ChoiceName[];

const always = ['organisations', 'persons', 'groups', 'duties', 'activities', 'syllabuses'] as const;

/** Something to put right, by the field's name. */
export interface SourceFormProblem {
  readonly field: string;
  readonly message: string;
}

/** A form that can be saved. `credentials` null: those that are saved stay. */
export interface ReadSource {
  readonly settings: SourceSettings;
  readonly credentials: Credentials | null;
}

const longestName = 80;

/** How a source that has credentials is set up now. */
export interface SavedLogin {
  readonly login: Login;
  readonly address: string;
}

/**
 * Reads the form of a source; answers all that is wrong at once. The credentials of `saved` may be left empty, since they
 * are never shown, but not when the address leads to another server: it would be handed a key that was given for the
 * first, and whoever may write the address could have it sent to themselves.
 */
export function readSourceForm(
  form: Form,
  saved: SavedLogin | null,
): ReadSource | { readonly problems: readonly SourceFormProblem[] } {
  const problems: SourceFormProblem[] = [];
  const refuse = (field: string, message: string): void => void problems.push({ field, message });
  const name = textOf(form, 'namn');
  if (name === '' || name.length > longestName) refuse('namn', words.name);
  const address = addressOf(textOf(form, 'adress'));
  if (address === null) refuse('adress', words.address);
  const login = loginOf(form);
  if (login === null) refuse('inloggning', words.login);
  const isMoved = saved !== null && address !== null && !isSameServer(saved.address, address);
  const mayKeep = saved !== null && saved.login === login && !isMoved;
  const credentials = login === null ? null : credentialsOf(form, login, { mayKeep, isMoved }, refuse);
  const hour = hourOf(textOf(form, 'timme'));
  if (hour === undefined) refuse('timme', words.hour);
  if (problems.length > 0 || address === null || login === null || hour === undefined) return { problems };
  return { settings: { name, address, login, hour, resources: resourcesOf(form) }, credentials };
}

function textOf(form: Form, field: string): string {
  return (form[field] ?? '').trim();
}

function isSameServer(one: string, other: string): boolean {
  return URL.parse(one)?.origin === URL.parse(other)?.origin;
}

/** Without a slash last; a password or a question in it is refused: the first would be shown on the page. */
function addressOf(text: string): string | null {
  if (!URL.canParse(text) || text.length > 500) return null;
  const url = new URL(text);
  const plain = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return plain && url.search === '' && url.hash === '' ? url.href.replace(/\/+$/, '') : null;
}

function loginOf(form: Form): Exclude<Login, 'command-line'> | null {
  const login = textOf(form, 'inloggning');
  return login === 'token' || login === 'client-credentials' || login === 'certificate' ? login : null;
}

/** Undefined for what is no hour; null for none. */
function hourOf(text: string): number | null | undefined {
  if (text === '') return null;
  return /^([01]?\d|2[0-3])$/.test(text) ? Number(text) : undefined;
}

function resourcesOf(form: Form): readonly Resource[] | null {
  const chosen = choiceNames.filter((name) => form[`hamta-${name}`] === 'ja');
  if (chosen.length === choiceNames.length) return null;
  return [...always, ...chosen.flatMap((name) => choices[name])];
}

function credentialsOf(
  form: Form,
  login: Exclude<Login, 'command-line'>,
  { mayKeep, isMoved }: { readonly mayKeep: boolean; readonly isMoved: boolean },
  refuse: (field: string, message: string) => void,
): Credentials | null {
  const text = (field: string): string => textOf(form, field);
  const needed = secretFields[login];
  const isEmpty = needed.every((field) => text(field) === '');
  if (mayKeep && isEmpty) return null;
  if (isMoved && isEmpty) {
    refuse(needed[0], words.moved);
    return null;
  }
  if (login === 'token') {
    if (text('nyckel') === '') refuse('nyckel', words.token);
    return { login, token: text('nyckel') };
  }
  if (login === 'client-credentials') {
    const tokenUrl = addressOf(text('tjanst'));
    if (tokenUrl === null || text('klient') === '' || text('hemlighet') === '') refuse('tjanst', words.oauth);
    const [clientId, clientSecret, scope] = [text('klient'), text('hemlighet'), text('omfang')];
    return { login, tokenUrl: tokenUrl ?? '', clientId, clientSecret, scope };
  }
  const [cert, key, ca] = [text('certifikat'), text('privat'), text('utfardare')];
  const isPem = (pem: string): boolean => /-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----/.test(pem);
  if (!isPem(cert) || !isPem(key) || (ca !== '' && !isPem(ca))) refuse('certifikat', words.certificate);
  return { login, cert, key, ca };
}

/** The fields that are never filled in for the reader, by log-in. */
const secretFields = {
  token: ['nyckel'],
  'client-credentials': ['tjanst', 'klient', 'hemlighet'],
  certificate: ['certifikat', 'privat'],
} as const;
