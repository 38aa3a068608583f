/** A refusal's sentences parted into what is wrong and what to do about it. */
export interface ReasonAndAdvice {
  readonly reason: string;
  readonly advice: string;
}

const sentence = /[^.]+(?:\.(?!\s|$)[^.]+)*\.?/gu;
const adviceBegins =
  /^(Fyll|Rätta|Skriv|Använd|Hämta|Formatera|Behåll|Rapportera|Läs|Lägg|Låt|Ta bort(?! ska)|En skolenhetskod)(?!\p{L})/u;
const otherwise = 'Rätta det i systemet som filen kommer från.';

/**
 * Parts a refusal: "Förnamn saknas. Fyll i det." is wrong "Förnamn saknas." and to do "Fyll i det." One that only says what
 * is wrong is to be put right where the file comes from.
 */
export function reasonAndAdvice(says: string): ReasonAndAdvice {
  const sentences = (says.match(sentence) ?? [says]).map((each) => each.trim());
  const advice = sentences.filter((each) => adviceBegins.test(each));
  const reason = sentences.filter((each) => !adviceBegins.test(each));
  return { reason: reason.join(' ') || says, advice: advice.join(' ') || otherwise };
}
