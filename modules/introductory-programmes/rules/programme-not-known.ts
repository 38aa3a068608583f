import { because, notKnown, type Reason } from '../../../law/index.ts';
import { vocationalDemand } from './grade-demands.ts';

/** Why there is no answer for a programme: not given, an unknown code, or one whose demands are elsewhere. */
export function programmeNotKnown(
  code: string | null | undefined,
  kind: string | undefined,
  named = 'programme',
): Reason {
  if (!code) return notKnown(named, 'program', vocationalDemand);
  const says = !kind
    ? `Programkoden ${code} är inte känd. Kontrollera koden.`
    : kind === 'introductory'
      ? `${code} är ett introduktionsprogram. Fråga regeln för introduktionsprogram.`
      : `Boken känner inte behörighetskraven för ${code}.`;
  return {
    ...because(kind ? 'programme-not-national' : 'programme-unknown', says, vocationalDemand),
    fact: named,
  };
}
