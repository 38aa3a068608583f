import { describeError } from '../platform/server/log.ts';
import { isDiskFull, systemErrorCode } from '../platform/server/operator-error.ts';

const full =
  'Disken är full, och det som kommandot höll på med är inte sparat. Frigör utrymme och kör det igen.';
const gone = 'Databasen slutade svara innan kommandot var klart. Kör det igen.';

/** What PostgreSQL (five characters) and the system say when only the person who runs the program can put it right. */
const sentences: Readonly<Record<string, string>> = {
  '53200':
    'Databasen fick inte tillräckligt med minne, och inget är sparat. Frigör minne och kör kommandot igen.',
  '53300': 'Databasen har för många anslutningar. Vänta tills något annat är klart och kör kommandot igen.',
  '42501': 'Databasens användare har inte de rättigheter som behövs. Se docs/operations/install.md.',
  '57P01': gone,
  '57P02': gone,
  '57P03': gone,
  ECONNREFUSED: gone,
  ECONNRESET: gone,
  EPIPE: gone,
};

/** What the system says of a file or folder that is not there, is another thing, or is closed. */
const wrongPath = [
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EROFS',
  'ELOOP',
  'ENAMETOOLONG',
];

function pathOf(error: unknown): string | undefined {
  const told = wrongPath.includes(systemErrorCode(error) ?? '') && error instanceof Error && 'path' in error;
  return told && typeof error.path === 'string' ? error.path : undefined;
}

/** The driver has no code for a connection that was cut. */
const cut = /^Connection terminated|not queryable/;

/**
 * What to say of an error that ended a command. One that nobody counted on is a fault of ours: it is told with what is
 * needed to find it, and never with a database's own words, which can quote a row.
 */
export function failureInWords(error: unknown): string {
  if (isDiskFull(error)) return full;
  const known = sentences[systemErrorCode(error) ?? ''];
  if (known) return known;
  const path = pathOf(error);
  if (path !== undefined)
    return `Det går inte att läsa eller skriva ${path}. Kontrollera att sökvägen stämmer och att du har rätt till den.`;
  if (error instanceof Error && cut.test(error.message)) return gone;
  const { type, code, message, stack } = describeError(error);
  const what = [type, code, message].filter(Boolean).join(' ');
  return `Ett fel i Fullfölj stoppade kommandot. Anmäl det med raderna här under; ingen person nämns i dem.\n${what}\n${stack ?? ''}`;
}
