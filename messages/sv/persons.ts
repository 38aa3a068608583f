import { joined } from '../../platform/web/format-list.ts';
import { number, plural } from '../../platform/web/format-number.ts';

/** How much there is about a person, in the order that it is told. */
export type CountsInWords = Readonly<
  Record<'enrolments' | 'lessons' | 'totals' | 'grades' | 'talks' | 'concerns' | 'ties' | 'duties', number>
>;

const countWords: readonly (readonly [keyof CountsInWords, string, string])[] = [
  ['lessons', 'lektion', 'lektioner'],
  ['totals', 'närvarosumma', 'närvarosummor'],
  ['grades', 'betyg', 'betyg'],
  ['talks', 'samtal', 'samtal'],
  ['concerns', 'oro eller önskan', 'oro eller önskningar'],
  ['enrolments', 'inskrivning', 'inskrivningar'],
  ['ties', 'elev eller grupp', 'elever och grupper'],
  ['duties', 'uppdrag', 'uppdrag'],
];

/** "12 lektioner, 2 betyg och 1 samtal"; empty when there is nothing. */
function countsInWords(counts: CountsInWords): string {
  return joined(
    countWords.flatMap(([key, one, many]) => (counts[key] > 0 ? [plural(counts[key], one, many)] : [])),
  );
}

/** Words about persons who stand twice: proposals, merging and parting. */
export const personWords = {
  title: 'Troliga dubbletter',
  counts: countsInWords,
  intro:
    'Samma person kan ha kommit in två gånger, till exempel först med TF-nummer och sedan med personnummer. Här är de som ser ut att vara en. Inget slås ihop av sig självt.',
  waiting: (count: number) => plural(count, 'förslag', 'förslag'),
  empty: {
    title: 'Inga troliga dubbletter',
    why: 'Ingen ser ut att finnas två gånger. Nya förslag kommer hit när en inläsning har gett skäl till det.',
  },
  pair: {
    two: (one: string, other: string) => (one === other ? one : `${one} och ${other}`),
    caption: (title: string) => `${title}, sida vid sida`,
    fact: 'Uppgift',
    stays: 'Stannar',
    goes: 'Går upp i den andra',
    name: 'Namn',
    number: 'Nummer',
    unit: 'Skola',
    className: 'Klass',
    email: 'E-post',
    logIn: 'Inloggning',
    sources: 'Id i källorna',
    about: 'Finns om personen',
    missing: 'saknas',
    nothing: 'inget mer',
    leftOn: (day: string) => `slutade ${day}`,
    worksAt: (unit: string) => `arbetar på ${unit}`,
    kinds: {
      none: 'saknas',
      temporary: 'TF-nummer',
      coordination: 'samordningsnummer',
      real: 'personnummer',
    },
    for: 'Talar för att det är en person',
    against: 'Talar emot',
    againstNone: 'Inget vi känner till.',
    merge: 'Slå ihop',
    apart: 'Inte samma person',
    moves: (what: string) =>
      what === '' ? 'Inget mer än uppgifterna ovan flyttas.' : `Det här flyttas: ${what}.`,
    doubled:
      'Har båda samma lektion räknas den en gång: den som är rapporterad, annars den hos personen som stannar.',
  },
  staysBecause: {
    number: 'Den som har det säkraste numret stannar.',
    rows: 'Ingen har ett säkrare nummer än den andra. Den som det finns mest om stannar.',
    first: 'Det finns lika mycket om båda. Den som registrerades först stannar.',
  },
  speaksFor: {
    'number-in-other-century': 'Personnumren är lika så när som på århundradet.',
    'provisional-number':
      'Den ena har TF-nummer eller samordningsnummer och den andra ett säkrare nummer. Namn och födelsedatum är lika.',
    'birth-and-name': 'Namn och födelsedatum är lika.',
    'same-mail': 'E-postadressen är densamma.',
    'mail-is-log-in': 'Den enas e-postadress är den andras inloggning.',
    'class-and-name': 'Namn och klass är lika, och den ena saknar nummer.',
    'workplace-and-name': 'Namn och skola är lika, och om den ena finns bara ett namn.',
    'same-lessons': 'Båda står på samma lektioner de senaste åtta veckorna.',
  },
  speaksAgainst: {
    'two-numbers': 'Båda har personnummer, och de är olika.',
    'other-birth': 'Födelsedatumen är olika.',
    'other-name': 'Namnen är olika.',
    'other-unit': 'De är inskrivna på olika skolor i dag.',
    'clashing-lessons': 'De har olika lektioner på samma tid de senaste åtta veckorna.',
    'student-and-staff': 'Den ena är elev och den andra arbetar här.',
  },
  outOfReach: {
    protected:
      'Knappen är stängd: minst en av dem har skyddade personuppgifter. Då slår administratören för hela huvudmannen ihop dem.',
    'other-units':
      'Knappen är stängd: minst en av dem hör eller har hört till en annan skola. Då slår administratören för hela huvudmannen ihop dem.',
  },
  protectedPair:
    'Minst en av dem har skyddade personuppgifter. Därför visas inget som pekar ut någon av dem.',
  answers: {
    ihop: 'De är en person nu. Det som fanns om båda är samlat och signalerna är omräknade. Blev det fel går det att dela upp dem igen, längst ned på sidan.',
    'inte-samma': 'Antecknat att de är två. Paret föreslås inte igen.',
    uppdelade:
      'De är två personer igen. Det som flyttades är tillbaka. Det som har skrivits efter sammanslagningen är kvar hos personen som stannade.',
    andrad: 'Sidan hade hunnit bli gammal. Inget är ändrat. Titta igen innan du slår ihop.',
    upptagen: 'En inläsning pågår. Inget är ändrat. Försök igen när den är klar.',
    senare:
      'Någon annan har slagits ihop med samma person sedan dess. Inget är ändrat. Dela upp den sammanslagningen först.',
    'i-vagen':
      'De går inte att dela upp: ett nummer eller en inloggning som skulle gå tillbaka används nu av någon annan. Inget är ändrat.',
    nekad: 'Det får bara administratören för hela huvudmannen göra. Inget är ändrat.',
  },
  done: {
    title: 'Ihopslagna',
    when: 'När',
    who: 'Personer',
    into: (gone: string, into: string) =>
      gone === into ? `${into}, två som blev en` : `${gone} gick upp i ${into}`,
    by: 'Av',
    state: 'Nu',
    part: 'Dela upp igen',
    partWhom: (name: string) => ` ${name}`,
    parted: (moment: string, name: string) => `Uppdelade ${moment} av ${name}`,
    byWhole: 'Delas upp av administratören för hela huvudmannen.',
    later: 'En senare sammanslagning delas upp först.',
    system: 'Systemet',
  },
  how: {
    title: 'Så hittas de',
    text: [
      'Förslagen bygger på nummer, födelsedatum, namn, klass, e-post och inloggning. Det finns inga poäng: skälen står vid varje par, och vad som talar emot.',
      'Två olika personnummer är två personer. Ett sådant par föreslås bara om både namn och e-post är lika.',
    ],
  },
  safe: {
    title: 'Om det blir fel',
    text: 'En sammanslagning går att dela upp igen. Då går allt som flyttades tillbaka. Loggen ändras aldrig: vem som har läst vad syns för båda numren.',
  },
  onImport: {
    title: 'Dubbletter',
    some: (count: number) =>
      count === 1
        ? 'Ett par ser ut att vara samma person.'
        : `${number(count)} par ser ut att vara samma person.`,
    none: 'Ingen ser ut att finnas två gånger.',
    link: 'Se troliga dubbletter',
    linkDone: 'Se ihopslagna personer',
  },
} as const;
