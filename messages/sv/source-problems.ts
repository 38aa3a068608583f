/** What a source of SS 12000 did wrong, and what the reader does about it. No address and no key ever stands here. */
export const sourceProblems = {
  noAddress: 'Adressen går inte att läsa. Skriv den som leverantören gav den, med https:// först.',
  passwordInAddress: 'Adressen innehåller ett lösenord. Ta bort det och skriv nyckeln i sitt eget fält.',
  notEncrypted: 'Adressen börjar med http://, och då går elevernas uppgifter okrypterade. Skriv https://.',
  noSuchPlace: 'Adressen leder till en plats där inget skolsystem kan ligga. Kontrollera adressen.',
  insideNetwork:
    'Adressen leder in i ett internt nät. Den som driver Fullfölj behöver tillåta det innan den kan användas.',
  badToken:
    'Nyckeln är tom eller innehåller mellanslag eller andra tecken som inte kan stå i en nyckel. Kopiera den igen.',
  tokenRefused: 'Källan godtar inte nyckeln. Be leverantören om en ny och byt nyckeln här.',
  noTokenGiven:
    'Inloggningstjänsten gav ingen nyckel. Kontrollera klient-id, hemlighet och adressen till tjänsten.',
  forbidden: 'Källan lämnar inte ut det här till oss. Be leverantören att ge behörighet till det.',
  unreachable: 'Källan svarar inte. Kontrollera adressen och att källan är i gång, och försök igen.',
  tooSlow: (seconds: number) =>
    `Källan blev inte klar med ett svar på ${seconds === 1 ? 'en sekund' : `${seconds} sekunder`}. Försök igen på natten, eller fråga leverantören.`,
  neverDone:
    'Hämtningen har pågått i sex timmar och avbröts. Det som har kommit är sparat, och nästa hämtning fortsätter där. Händer det igen, fråga leverantören.',
  asksUsToWait: (minutes: number) =>
    `Källan ber oss vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`}. Försök igen efter det.`,
  serverError: 'Det blev fel hos källan varje gång vi frågade. Försök igen senare, eller fråga leverantören.',
  tooLarge: (megabytes: number) =>
    `Källans svar är större än ${megabytes} MB. Be leverantören att dela upp svaren i sidor, eller hämta en kortare period.`,
  brokenAnswer:
    'Källans svar var avbrutet eller gick inte att läsa, varje gång vi frågade. Fråga leverantören.',
  samePageAgain:
    'Källan gav samma sida en gång till, så hämtningen skulle aldrig bli klar. Fråga leverantören.',
  notSs12000:
    'Adressen svarar, men inte som SS 12000. Kontrollera att den slutar som leverantören har sagt, till exempel med /v2.0.',
  badRequest:
    'Källan säger att frågan är fel ställd. Fråga leverantören vilken version av SS 12000 den följer.',
  sentElsewhere: 'Källan skickar oss vidare till en annan adress om och om igen. Kontrollera adressen.',
  certificate:
    'Källan och vi litar inte på varandras certifikat. Kontrollera att de är rätt och att inget har gått ut.',
  hungUp:
    'Källan lägger på utan att svara. Troligen känner den inte igen vårt certifikat: kontrollera att det är det som leverantören har fått.',
} as const;
