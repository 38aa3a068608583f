export * from './as-markdown.ts';
export * from './fact-fields.ts';
export * from './form-facts.ts';
export * from './may-have-routine.ts';
export * from './receipt.ts';
