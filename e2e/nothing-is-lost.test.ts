import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { chooseOnLogIn, enterAs } from './harness/log-in.ts';
import { read, readAll } from './harness/read.ts';
import { openSchool } from './harness/school.ts';

const note = 'Vill läsa tidigare på dagen, och ha texterna upplästa.';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('what a mentor writes is not lost, %s', async (_, script) => {
  const school = await openSchool();
  let maria: Page;

  beforeEach(async () => {
    maria = await enterAs(school, 'Maria Holm', { script });
  });

  async function openForm(name: string): Promise<void> {
    await follow(maria.getByRole('link', { name, exact: true }).first());
    await follow(maria.getByRole('link', { name: 'Logga samtal' }));
  }

  async function talksInTimeLine(words: string): Promise<number> {
    const events = await read(maria.getByRole('region', { name: 'Händelser' }));
    return events.split(words).length - 1;
  }

  test('a double click on save records one talk', async () => {
    await openForm('Elin Sandqvist');
    await maria.getByRole('radio', { name: 'Går bra' }).check();
    await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).fill('Sparat en enda gång.');
    await maria.getByRole('button', { name: 'Spara samtalet' }).dblclick();
    await maria.getByText('Samtalet är sparat').waitFor();
    expect(await talksInTimeLine('Sparat en enda gång.')).toBe(1);
  });

  test('the same form sent again from the browser’s history records nothing more', async () => {
    await openForm('Saga Malm');
    await maria.getByRole('radio', { name: 'Går bra' }).check();
    await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).fill('Tillbaka och framåt.');
    const key = await maria.locator('input[name=requestKey]').first().inputValue();
    const heldOn = await maria.locator('[name=heldOn]').first().inputValue();
    const nextStep = await maria.locator('[name=nextStep]').first().inputValue();
    const nextOn = await maria.locator('[name=nextOn]').first().inputValue();
    const address = new URL(maria.url()).pathname;
    await follow(maria.getByRole('button', { name: 'Spara samtalet' }));
    const again = await maria.request.post(address, {
      form: {
        requestKey: key,
        heldOn,
        outcome: 'fine',
        note: 'Tillbaka och framåt.',
        nextStep,
        nextOn,
      },
      headers: { origin: school.url },
    });
    expect(again.status()).toBe(200);
    await maria.reload();
    expect(await talksInTimeLine('Tillbaka och framåt.')).toBe(1);
  });

  test('a talk with something missing is answered with all that is missing, and keeps what was written', async () => {
    await openForm('Tuva Blomgren');
    await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).fill(note);
    await maria.getByLabel('Nästa steg').selectOption({ label: 'Extra anpassning' });
    await maria.getByLabel('Senast').fill('');
    await follow(maria.getByRole('button', { name: 'Spara samtalet' }));
    const missing = maria.getByRole('alert');
    expect(await read(missing.getByRole('heading'))).toBe('2 saker behöver rättas innan det går att spara');
    expect(await readAll(missing.getByRole('link'))).toEqual([
      'Välj hur det var.',
      'Välj när nästa steg ska vara klart.',
    ]);
    expect(await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).inputValue()).toBe(note);
    expect(await maria.getByLabel('Nästa steg').inputValue()).toBe('extra-adaptation');
    await maria.getByRole('radio', { name: 'Behöver mer' }).check();
    await maria.getByLabel('Senast').fill('2026-12-04');
    await follow(maria.getByRole('button', { name: 'Spara samtalet' }));
    expect(await talksInTimeLine(note)).toBe(1);
  });

  test('each thing that is missing leads to its field', async () => {
    await openForm('Alma Björk');
    await follow(maria.getByRole('button', { name: 'Spara samtalet' }));
    await maria.getByRole('alert').getByRole('link', { name: 'Välj hur det var.' }).click();
    await maria.keyboard.press('Space');
    expect(await maria.getByRole('radio', { name: 'Går bra' }).isChecked()).toBe(true);
  });

  test('who is logged out meanwhile comes back to the page after log-in', async () => {
    await openForm('Liv Sundin');
    const address = new URL(maria.url()).pathname;
    await maria.getByRole('radio', { name: 'Behöver något' }).check();
    await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).fill(note);
    school.clock.forward({ hours: 9 });
    await follow(maria.getByRole('button', { name: 'Spara samtalet' }));
    expect(new URL(maria.url()).pathname).toBe('/logga-in');
    await chooseOnLogIn(maria, 'Maria Holm');
    expect(new URL(maria.url()).pathname).toBe(address);
    await maria.getByRole('heading', { level: 1, name: 'Logga samtal' }).waitFor();
    // The browser keeps drafts by script; without it only the page is found again.
    const kept = await maria.getByRole('textbox', { name: 'Vad kom ni fram till' }).inputValue();
    expect(kept).toBe(script === 'on' ? note : '');
  });
});
