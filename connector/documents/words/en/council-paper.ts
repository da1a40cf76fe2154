import type { Words } from '../catalogue.ts';

/** The paper for the council. */
export const councilPaper: Words['councilPaper'] = {
  title: (organisation) => `How ${organisation} works together`,
  mark: 'A draft from Samspill. Read it, correct it and finish it before it is put forward.',
  span: (from, to) => `${from} to ${to}`,
  madeOn: (span, day) => `The figures are for ${span}. This paper was made on ${day}.`,
  status: 'Status',
  headlines: {
    loosest: (division, people, heads, partner) =>
      `${division} is probably the most loosely tied to the rest. About ${people} of ${heads} employees had regular contact with somebody in ${partner}, the division the largest number of them reached.`,
    nothing: 'No division clearly stands out from the others. That is a good sign.',
    tooLittle: 'We see too little to say how the divisions hold together.',
    incomparable: {
      'not-measured': 'Contact across divisions was not measured in this period.',
      'one-row': 'There is nothing to compare yet: all employees stand in one row.',
      'few-divisions': 'There is nothing to compare yet: there are too few divisions.',
      'small-divisions': 'There is nothing to compare yet: the divisions are too small.',
    },
    needed: (divisions, heads) =>
      `Divisions are compared once at least ${divisions} of them have at least ${heads} employees each.`,
  },
  covered: (heads, percent) =>
    `The organisation has ${heads} employees. About ${percent} in 100 have both a mailbox and a licence. Only they can show in the figures.`,
  thinlyCovered: (rows) => `We see too little here to say anything about contact: ${rows}.`,
  noEarlier: 'There is no earlier picture to compare with.',
  noSureChange: 'No sure change since the last picture.',
  changed: (more, fewer) =>
    `Since the last picture ${more} figures are surely higher and ${fewer} surely lower. The rest show no sure change.`,
  figures: 'Figures with their uncertainty',
  figuresLead:
    'Each figure is a number of employees with a little random noise. The noise keeps anybody from finding a person. The brackets hold the range that is right in 90 of 100 cases.',
  figure: 'What was measured',
  value: 'Share of everybody, about',
  steps: [
    'Step 1: not taken up',
    'Step 2: has tried the tools',
    'Step 3: has a habit',
    'Step 4: works together in them',
    'Step 5: works together across units',
  ],
  fitness: 'Digital fitness of the whole organisation',
  leaderGap: 'Leaders against desk staff, with a habit',
  points: (about, low, high) => `${about} (${low} to ${high}) percentage points`,
  beyond: 'Contact beyond their own unit',
  beyondLead: 'How many had regular contact with somebody in at least one other unit.',
  noContacts: 'Contact across units was not measured in this period.',
  row: 'Unit',
  heads: 'Employees',
  peopleBeyond: 'With contact beyond, about',
  worked: 'What worked',
  nothingWorked: 'Nobody has written down anything that worked.',
  didNotWork: 'What did not work',
  didNotWorkLead: 'This chapter is always here. Others can learn from mistakes that are shown.',
  nothingFailed: 'Nobody has written down anything that did not work. That does not mean that everything did.',
  alsoFailed: 'What else did not work, and what did we learn?',
  found: {
    'went-together-with': (what, people, heads) =>
      `${what}: it went together with about ${people} more of ${heads} employees getting started, compared with similar units.`,
    'no-effect-seen': (what, people, heads) =>
      `${what}: no effect seen. The difference is ${people} of ${heads} employees, compared with similar units.`,
    'too-small-to-tell': (what, people, heads) =>
      `${what}: too small to tell. The difference is ${people} of ${heads} employees, and the noise is as large.`,
  },
  outcomes: {
    worked: 'worked',
    'worked-in-part': 'worked in part',
    'did-not-work': 'did not work',
    cancelled: 'was cancelled',
  },
  expected: 'Expected',
  got: 'Got',
  learnt: 'Learnt',
  next: 'Next steps',
  gate: (service, state) => `${service}: the gate is ${state}.`,
  gateStates: { open: 'open', nearly: 'nearly open', closed: 'closed' },
  overdue: (benefit) => `${benefit}: its day has passed, and the target is not reached.`,
  proposal: 'What is the council asked to do?',
  about: 'About the figures',
  aboutItems: [
    'The figures are made of who wrote to or met whom, and on which day. Nobody has read any content.',
    'No person can be found in the figures, not by the employer either.',
    'That something went together with a launch does not mean that the launch caused it.',
    'The figures are not to be used to judge employees, leaders or units against each other.',
  ],
};
