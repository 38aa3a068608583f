export * from './exam-forecast.ts';
export * from './read-compulsory-grade.ts';
export * from './read-grade.ts';
