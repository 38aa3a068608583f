export * from './home-municipality.ts';
export * from './in-scope.ts';
