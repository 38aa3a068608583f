/** Talks and concerns in the words of their forms, of the time line and of files. */
export const talk = {
  outcomes: {
    fine: 'Går bra',
    'needs-something': 'Behöver något',
    'needs-more': 'Behöver mer',
    'did-not-come': 'Kom inte',
  },
  nextSteps: {
    'new-talk': 'Nytt samtal',
    'plan-with-teacher': 'Planera ikapp med läraren',
    'extra-adaptation': 'Extra anpassning',
    'health-team': 'Lyft till elevhälsan',
    none: 'Inget just nu',
  },
  concerns: {
    'wish-to-talk': 'Eleven bad om ett samtal',
    'thinks-of-quitting': 'Eleven funderar på att sluta',
    'staff-concern': 'Oro lyft',
  },
  areas: {
    attendance: 'Närvaro',
    schoolwork: 'Skolarbete',
    results: 'Resultat',
    wellbeing: 'Mående',
    relations: 'Relationer',
    other: 'Annat',
  },
} as const;
