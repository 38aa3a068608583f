/** How figures, days and lists are written in Swedish. Pure: days are `YYYY-MM-DD`, and today is an argument. */
export * from './format-date.ts';
export * from './format-list.ts';
export * from './format-number.ts';
export * from './format-relative.ts';
