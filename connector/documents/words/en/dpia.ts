import type { Words } from '../catalogue.ts';

/** The assessment of consequences for people: GDPR article 35. */
export const dpia: Words['dpia'] = {
  title: (organisation) => `Data protection impact assessment (DPIA): Samspill at ${organisation}`,
  lead: 'Samspill has filled in what follows from the configuration. The rest is for you to write. The assessment is not finished before the controller has decided.',
  always:
    'Datatilsynet has a list of processing that always needs a DPIA. Systematic follow-up of employees is on it. That is why this one is made.',

  description: '1. What happens to the data',
  flow: [
    'Samspill asks Microsoft 365 who had contact, and on which day. It asks only for the fields in the annex.',
    'Addresses become pseudonyms before anything is stored. The key of the pseudonyms is new each quarter.',
    'Contact with protected people, and with those who said no, is dropped at the door.',
    'At the end of a quarter each employee becomes a short row. Rows are counted by unit, and each count gets random noise.',
    'The rows are deleted and the key destroyed. Only counts with noise remain.',
  ],
  purposes: 'Purposes',
  law: 'Legal basis',
  lawBlank:
    'Which basis of article 6 is used, and which law supports it? Write also what the data protection officer says.',
  lawPublic:
    'Consent is seldom free at work. Samspill does not ask for it, but lets everybody say no without a reason.',
  people: 'Whom it is about',
  categories: 'Categories of data, and their sources',
  kept: 'What is kept, and for how long',
  keptHead: ['Data', 'For how long'],
  keptRows: [
    ['Addresses, titles and more from Microsoft 365', 'In memory while reading. Not stored.'],
    ['Contact between pseudonyms: day, number, minutes', 'Until the quarter’s figures are made.'],
    ['Use of tools by pseudonym and day', 'Until the quarter’s figures are made.'],
    ['The key of the quarter’s pseudonyms', 'Until the quarter’s figures are made. Then it is destroyed.'],
    ['Marks of protected people and of those who said no', 'As long as Samspill is in use. They do not show who.'],
    ['Counts with noise, configuration and ledger', 'Lasting, as a record of what was decided and published.'],
  ],
  recipients: 'Who may see what',
  recipientHead: ['Who', 'What'],
  recipientRows: [
    ['All employees', 'What is read and kept, and everything about themselves.'],
    ['Leaders', 'Counts with noise by unit. Never one employee.'],
    [
      'Data protection officer and unions',
      'Everything of the processing: volumes, permissions, ledger, who changed what.',
    ],
    ['Whoever runs the machine', 'Can reach the files while the quarter lasts. See risk 6.'],
    ['The public', 'Anybody may ask for published figures. They are made to bear it.'],
  ],
  keys: (custody) => `Keys are kept in: **${custody}**.`,
  keysWeak: 'That is too weak for production. Whoever reads the disk can read the keys as well.',
  transfer:
    'Samspill runs on your own machine and speaks to Microsoft alone. Nothing is sent to the maker of Samspill.',
  transferBlank: 'Where is the machine? Who is a processor, and is there an agreement?',

  necessity: '2. Is it necessary and proportionate?',
  necessityBlank: 'What will the figures help you decide? What happens if you do without?',
  alternatives: 'Less intrusive ways',
  alternativeHead: ['Another way', 'What you lose', 'Your assessment'],
  alternativeRows: [
    ['A survey', 'Few answer, and those on the outside answer least.'],
    ['Microsoft’s figures for the whole organisation alone', 'No figures by unit. You cannot see who needs help.'],
    ['Usage reports alone, no contact', 'You see tools, but not whether units work together.'],
    ['The level “careful”', 'More noise and fewer rows. It is better for employees.'],
  ],
  minimal: 'What is done to read as little as possible',
  minimalList: [
    'Two kinds of answers are read: that there was contact, and that a tool was used.',
    'The hour is forgotten. Only the day is kept.',
    'No figure is made about fewer than 20 employees.',
    'The app is refused to read when it has more permissions than it needs.',
  ],

  consultation: '3. What those it is about think',
  consultationText: 'It must be discussed with the unions, and all employees told before the first day is read.',
  consultationBlank: 'Who was asked, when, what did they say, and what did you change?',
  notice: (day) => `Staff were told on ${day}.`,

  risks: '4. Risks and measures',
  risksLead:
    'Each measure has a test that runs at every change of the program. It is given with its file and name, so that you can look it up.',
  measure: 'Measure',
  test: 'Test that holds it',
  risk: (number, name) => `Risk ${number}: ${name}`,
  riskBlank: 'How likely is this with you, and how serious? What is left when the measures work?',
  riskTexts: {
    'singled-out': [
      'Somebody is recognised in the figures',
      'A reader may know much about colleagues and try to compute one person.',
    ],
    creep: [
      'The figures are used for something else',
      'What was read to develop the organisation may tempt to other uses.',
    ],
    chilling: ['Employees change their behaviour', 'Whoever thinks they are watched may not write to those they need.'],
    misuse: [
      'Leaders use the figures against employees',
      'A figure about a unit may be used in pay, downsizing or criticism.',
    ],
    special: [
      'Contact reveals health, union membership or whistleblowing',
      'That two people are in contact may by itself say something of health or membership (article 9).',
    ],
    breach: [
      'Data fall into wrong hands',
      'Whoever gets the machine or the keys can see contact while the quarter lasts.',
    ],
    transfer: ['Data end up elsewhere', 'A mistake may send something to a supplier or out of the country.'],
    wrong: ['The figures are read wrongly', 'Noise and small numbers may be taken for certain knowledge.'],
  },
  measures: {
    noise: 'Each count gets noise that is computed beforehand.',
    'one-row': 'One employee cannot move the figures by more than the noise is made for.',
    floors: 'Small units are merged, by headcounts of the directory alone.',
    budget: 'A period is released once, and a year has a ceiling.',
    'no-filter': 'Nobody can ask about a group of their own choosing.',
    erased: 'The rows are deleted, from free space on the disk as well.',
    'scope-ends': 'Reading stops on the day that was decided.',
    'least-permissions': 'The app is refused to read with more permissions than it needs.',
    'four-eyes': 'Whoever proposes to read more cannot approve it.',
    'positive-list': 'Nobody outside the list of employees is asked about.',
    objection: 'Whoever says no vanishes, and the figures do not show it.',
    'not-before': 'No day is read before employees have had time to say no.',
    'no-content': 'Names, subjects and text reach neither database, log nor answers.',
    'never-persons': 'There are no words on screen about ranking or watching employees.',
    protected: 'Contact with protected people is dropped before it is counted.',
    pseudonym: 'Pseudonyms cannot be linked from one quarter to another.',
    ledger: 'The ledger shows if somebody has changed it.',
    'only-microsoft': 'A link from Microsoft is followed only when it leads back to the same listing.',
    tokens: 'Only those signed in with you get an answer.',
    tenants: 'Two organisations never see each other’s data.',
    interval: 'Each figure is shown with an interval that holds the right one nine times of ten.',
    'same-words': 'Texts are written so that everybody can read them.',
  },
  notHeld: 'What Samspill cannot solve',
  notHeldList: [
    'Whoever controls the machine or the app’s credential can reach what the permissions open, with or without Samspill.',
    'Backups are yours to look after.',
    'A figure about a unit may say something likely of its people, also of those who are not included.',
    'Other people’s rows may say that they have a contact in your unit.',
  ],

  ban: '5. The ban on monitoring (e-postforskriften § 2)',
  banLead:
    'An employer may not monitor how employees use electronic equipment. Exceptions are running the network and security breaches. Datatilsynet looks at three things:',
  banHead: ['Condition', 'What Samspill does', 'Your assessment'],
  banRows: [
    ['Is it about the use of electronic equipment?', 'Yes. Samspill reads that e-mail, meetings and tools were used.'],
    ['Is it monitoring?', 'Undecided. Reading is steady and automatic, but measures units and not employees.'],
    [
      'Does the employer get access to the data?',
      'Only to counts with noise. No role in Samspill opens rows about one employee.',
    ],
  ],
  banOpen:
    'We know of no decision about tools that show counts alone. **Get a written opinion from a lawyer before you turn on reading.**',
  banBlank: 'What is the conclusion about § 2, and who has assessed it?',

  residual: '6. What is left',
  residualBlank: 'How great is the risk when all measures work? Can it be accepted, and why?',
  prior: 'Prior consultation with Datatilsynet (article 36)',
  priorText: 'If the risk is still high, Datatilsynet must be asked before anything is read.',
  priorBlank: 'Yes or no, and why?',
  advice: '7. Advice of the data protection officer',
  adviceBlank: 'The advice, date and name. If it is not followed, write why.',
  decision: '8. Decision',
  decisionBlanks: [
    'What is decided?',
    'Who is responsible?',
    'When will this be looked at again?',
    'Date and signature.',
  ],
  annex: 'Annex: each field that is read',
  annexLead: 'Samspill asks Microsoft for these fields and no others.',
};
