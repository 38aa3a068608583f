import type { Course } from './exam-courses.ts';

/**
 * A failed attempt counts no more when the same course stands there approved, or open: then it is being retaken, and the
 * grade it has stands until then. Two failed attempts are one course. Several approved rows with one code are
 * several courses: a specialisation may be read more than once.
 */
export function oneForEachCourse(courses: readonly Course[]): Course[] {
  if (courses.every(({ own }) => own < 2)) return [...courses];
  return courses.filter((course) => {
    if (course.own < 2) return true;
    const kept = bestAttempt(course, courses);
    if (course.graded === 0) kept.graded = 0;
    return kept === course;
  });
}

/** The first of the best among the attempts of a course. */
function bestAttempt(course: Course, courses: readonly Course[]): Course {
  let best: Course | undefined;
  for (const each of courses)
    if (each.key === course.key && each.subject === course.subject && (!best || each.own < best.own))
      best = each;
  return best ?? course;
}

/** Levels of one subject: an approved higher level covers the lower ones (15 kap. 22 §). Answers whether any was. */
export function coverLowerLevels(courses: readonly Course[]): boolean {
  if (courses.every(({ own }) => own === 0)) return false;
  let covered = false;
  for (const course of courses) {
    if (course.subject === null || course.own === 0) continue;
    for (const higher of courses) {
      if (higher.own >= course.stage || higher.level <= course.level) continue;
      if (higher.subject !== course.subject) continue;
      course.stage = higher.own;
      if (higher.own === 0) covered = true;
      if (higher.own < course.graded) course.graded = higher.own;
    }
  }
  return covered;
}
