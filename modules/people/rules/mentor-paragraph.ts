import { seenIn, skollagen } from '../../../law/index.ts';
import type { Twin } from './school-form.ts';

const seen = `${seenIn.sfs2018} ${seenIn.consolidated}`;
const words =
  'Varje elev ska ha en mentor som ska följa elevens kunskapsutveckling och studiesituation med utgångspunkt i elevens utbildning i dess helhet. Mentorn ska särskilt uppmärksamma tecken på att eleven kan behöva stöd och i så fall skyndsamt informera berörd skolpersonal.';

/** The mentor's paragraph, the same words in both school forms; in force from July 2019. */
export const mentorParagraph: Twin = {
  upper: skollagen.read('15 kap. 19 a §', seen, words),
  adapted: skollagen.read('18 kap. 19 a §', seen, words),
};
