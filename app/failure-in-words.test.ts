import { expect, test } from 'vitest';
import { failureInWords } from './failure-in-words.ts';

const failure = (code: string, message = 'could not extend file'): Error =>
  Object.assign(new Error(message), { code, detail: 'Key (civic_number)=(201008312389) already exists.' });

test.each(['53100', 'ENOSPC', 'EDQUOT'])('a disk that is full is said, and what to do: %s', (code) => {
  expect(failureInWords(failure(code))).toBe(
    'Disken är full, och det som kommandot höll på med är inte sparat. Frigör utrymme och kör det igen.',
  );
});

test.each([
  failure('57P01'),
  failure('ECONNRESET'),
  new Error('Connection terminated unexpectedly'),
  new Error('Client has encountered a connection error and is not queryable'),
])('a database that is gone is said without a stack: %s', (error) => {
  expect(failureInWords(error)).toBe('Databasen slutade svara innan kommandot var klart. Kör det igen.');
});

test.each(['EACCES', 'ENOENT', 'ENOTDIR'])('a file that cannot be reached is named: %s', (code) => {
  expect(failureInWords(Object.assign(failure(code), { path: 'filer/elever.csv' }))).toBe(
    'Det går inte att läsa eller skriva filer/elever.csv. Kontrollera att sökvägen stämmer och att du har rätt till den.',
  );
});

test('a fault of ours is told with where it is, and never with a row that the database quotes', () => {
  const said = failureInWords(failure('23505', 'duplicate key value 201008312389'));
  expect(said).toContain('Anmäl det');
  expect(said).toContain('23505');
  expect(said).toContain('failure-in-words.test.ts');
  expect(said).not.toContain('201008312389');
  expect(failureInWords(new TypeError('x is not a function'))).toContain('TypeError x is not a function');
  expect(failureInWords('text')).toContain('string');
});
