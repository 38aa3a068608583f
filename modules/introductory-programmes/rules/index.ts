export * from './admission-age.ts';
export * from './education-plan.ts';
export type { IntroductoryEligibility } from './introductory-opening.ts';
export * from './introductory-programme.ts';
export * from './national-programme.ts';
export * from './support-part.ts';
export type { SupportPart } from './support-part-agreement.ts';
export * from './teaching-hours.ts';
