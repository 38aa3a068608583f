/** Joins the class names that apply, leaving out the false ones: `classNames('ff-btn', small && 'ff-btn--sm')`. */
export function classNames(...names: readonly (string | false | undefined | null)[]): string {
  return names.filter(Boolean).join(' ');
}
