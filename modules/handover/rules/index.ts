export * from './content.ts';
export * from './duty.ts';
