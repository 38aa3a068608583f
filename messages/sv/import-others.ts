/** What is said of persons whom a file may not change. */
export const othersWords = {
  keptIdentity:
    'Personerna går också på en annan skolenhet eller arbetar i skolan. Vilka de är ändras inte av filen: namn, nummer, inloggning, e-post och hemkommun står kvar, och skyddade uppgifter tas inte bort. Stämmer något inte rättas det av den som administrerar hela huvudmannen.',
};
