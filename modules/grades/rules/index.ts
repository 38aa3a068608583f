export * from './exam-forecast.ts';
export * from './read-grade.ts';
