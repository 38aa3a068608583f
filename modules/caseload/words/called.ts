/** How a sentence names a student: her first name, or "eleven" when the identity is protected. */
export function called(student: { readonly name: string; readonly isProtected: boolean }): string {
  return student.isProtected ? 'eleven' : student.name.split(' ')[0]!;
}
