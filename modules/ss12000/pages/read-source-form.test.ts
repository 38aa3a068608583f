import { describe, expect, test } from 'vitest';
import { readSourceForm } from './read-source-form.ts';

const good = {
  namn: 'Skolsystemet',
  adress: 'https://skola.example/v2.0/',
  inloggning: 'token',
  nyckel: 'abc',
  timme: '3',
  'hamta-narvaro': 'ja',
  'hamta-betyg': 'ja',
  'hamta-planer': 'ja',
};
const saved = { login: 'token', address: 'https://skola.example/v2.0' } as const;
const read = (more: Record<string, string>, saved: Parameters<typeof readSourceForm>[1] = null) =>
  readSourceForm({ ...good, ...more }, saved);
const fields = (answer: ReturnType<typeof read>) =>
  'problems' in answer ? answer.problems.map((problem) => problem.field) : [];

describe('the form of a source', () => {
  test('is read, with the slash at the end taken away and everything chosen as everything', () => {
    expect(read({})).toEqual({
      settings: {
        name: 'Skolsystemet',
        address: 'https://skola.example/v2.0',
        login: 'token',
        hour: 3,
        resources: null,
      },
      credentials: { login: 'token', token: 'abc' },
    });
  });

  test('tells all that is wrong at once', () => {
    expect(fields(read({ namn: ' ', adress: 'skola', inloggning: 'lösenord', timme: '24' }))).toEqual([
      'namn',
      'adress',
      'inloggning',
      'timme',
    ]);
  });

  test('a name of 80 letters is taken, one of 81 is not', () => {
    expect(fields(read({ namn: 'a'.repeat(80) }))).toEqual([]);
    expect(fields(read({ namn: 'a'.repeat(81) }))).toEqual(['namn']);
  });

  test('an address with a password or a key in it is refused: it would be shown', () => {
    for (const adress of [
      'https://a:b@skola.example/v2.0',
      'https://skola.example/v2.0?key=1',
      'ftp://skola.example',
    ])
      expect([adress, fields(read({ adress }))]).toEqual([adress, ['adress']]);
  });

  test('a saved key may be left out, but not when another way to log in is chosen', () => {
    expect(read({ nyckel: '' }, saved)).toMatchObject({ credentials: null });
    expect(fields(read({ nyckel: '' }))).toEqual(['nyckel']);
    expect(fields(read({ inloggning: 'certificate' }, saved))).toEqual(['certifikat']);
  });

  test('a saved key is kept at another version of the same server, and written anew for another server', () => {
    const to = (adress: string) => read({ nyckel: '', adress }, saved);
    expect(to('https://skola.example/v2.1')).toMatchObject({ credentials: null });
    for (const adress of [
      'https://skola.example.mallory.example/v2.0',
      'https://skola.example:8443/v2.0',
      'http://skola.example/v2.0',
    ])
      expect([adress, fields(to(adress))]).toEqual([adress, ['nyckel']]);
    expect(read({ nyckel: 'ny', adress: 'https://annan.example' }, saved)).toMatchObject({
      credentials: { token: 'ny' },
    });
  });

  test('half of an OAuth log-in is refused, all of it is taken', () => {
    const oauth = { inloggning: 'client-credentials', tjanst: 'https://logga.in/token', klient: 'id' };
    expect(fields(read(oauth))).toEqual(['tjanst']);
    expect(read({ ...oauth, hemlighet: 'h' })).toMatchObject({
      credentials: { tokenUrl: 'https://logga.in/token', clientId: 'id', clientSecret: 'h', scope: '' },
    });
  });

  test('what is not ticked is not pulled; the roster always is', () => {
    const answer = read({ 'hamta-betyg': '' });
    if ('problems' in answer) throw new Error('refused');
    expect(answer.settings.resources).toContain('persons');
    expect(answer.settings.resources).toContain('attendances');
    expect(answer.settings.resources).not.toContain('grades');
  });

  test('no hour means that it is pulled when somebody asks', () => {
    expect(read({ timme: '' })).toMatchObject({ settings: { hour: null } });
  });
});
