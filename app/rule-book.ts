import { type RuleBook, ruleBook } from '../law/index.ts';
import * as attendance from '../modules/attendance/rules/index.ts';
import * as grades from '../modules/grades/rules/index.ts';
import * as handover from '../modules/handover/rules/index.ts';
import * as introductory from '../modules/introductory-programmes/rules/index.ts';
import * as kaa from '../modules/kaa/rules/index.ts';
import * as people from '../modules/people/rules/index.ts';
import * as studyPlan from '../modules/study-plan/rules/index.ts';
import * as support from '../modules/support/rules/index.ts';

/** The law book: every rule of every module, in the order in which they are listed. */
export const book: RuleBook = ruleBook([
  introductory.admissionAge,
  introductory.nationalProgrammeEligibility,
  introductory.introductoryProgrammeEligibility,
  people.oneMentor,
  people.mentorInforms,
  studyPlan.studyPlanMustExist,
  studyPlan.studyPlanDeadline,
  studyPlan.studyPlanChange,
  studyPlan.rightToComplete,
  introductory.educationPlan,
  introductory.teachingHours,
  introductory.supportPart,
  attendance.guardianNotice,
  attendance.absenceInvestigation,
  attendance.homeMunicipalityNotice,
  attendance.studyGrantReport,
  support.supportDuty,
  support.consultStudentHealth,
  support.investigationTime,
  support.mayDecide,
  support.noProgrammeDecision,
  support.actionProgrammeContent,
  support.decisionDocument,
  support.appealDeadline,
  support.mayAppeal,
  grades.examForecast,
  handover.handoverDuty,
  handover.handoverContent,
  kaa.kaaInScope,
  kaa.homeMunicipality,
]);
