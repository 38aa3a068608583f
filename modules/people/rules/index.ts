/** The pure part of people: no database, no clock. */
export * from './civic-number.ts';
export * from './join-spans.ts';
export * from './likely-doubles.ts';
export * from './mentor-informs.ts';
export * from './names-alike.ts';
export * from './one-mentor.ts';
export * from './provisional-number.ts';
export * from './school-form.ts';
export * from './who-stays.ts';
