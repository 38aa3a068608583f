/** The pure part of people: no database, no clock. */
export * from './civic-number.ts';
export * from './mentor-informs.ts';
export * from './one-mentor.ts';
export * from './provisional-number.ts';
export * from './school-form.ts';
