import type { AdoptionWords } from './nb.ts';

/** English of the screen about adoption. */
export const en: AdoptionWords = {
  steps: {
    1: 'Not taken up',
    2: 'Has tried',
    3: 'A habit',
    4: 'Works together',
    5: 'Across units',
  },
  stepTexts: {
    1: 'Has used neither Teams nor files in the cloud in the period, or has no licence.',
    2: 'Has used Teams or files in the cloud on at least one day.',
    3: 'Uses Teams or files in the cloud on about one day a week or more.',
    4: 'Works regularly in files that others share.',
    5: 'Works regularly in shared files, and is in regular contact with another unit, not mostly by e-mail.',
  },
  stepNumber: (step) => `Step ${step}`,

  most: (step) => `The largest group stands on the step **${step}**`,
  mostLead: (people, heads, interval) =>
    `About **${people} of ${heads}** people (${interval}) stand there and no higher.`,
  spread: (one, other) => `The largest group stands on **${one}** or **${other}**`,
  spreadLead: 'The difference between the two steps is no larger than the uncertainty of the figures.',
  noStaircase: 'We cannot say how far people have come',
  gapBehind: (period, points, interval) =>
    `In ${period}, the share with a habit was about ${points} percentage points lower among leaders than among desk staff (${interval}).`,
  gapAhead: (period, points, interval) =>
    `In ${period}, the share with a habit was about ${points} percentage points higher among leaders than among desk staff (${interval}).`,
  gapNone: (period) => `In ${period}, we see no sure difference between leaders and desk staff.`,
  population: (heads, days) => `Covers ${heads} people, ${days}.`,

  withheld: {
    'no-source': () => 'Not measured: no source that was read shows it.',
    concealed: () => 'Withheld: the usage reports concealed names.',
    'too-few-days': (needed) =>
      needed === undefined
        ? 'Withheld: there are reports of far too few days.'
        : `Withheld: there must be reports of at least ${needed} days.`,
    'too-few-heads': (needed) =>
      needed === undefined
        ? 'Withheld: the group is too small.'
        : `Withheld: the group must have at least ${needed} people.`,
    'not-in-a-row': () => 'Withheld: its units share a row with others.',
    'one-unit': () => 'Withheld: this is one unit. One number for a unit soon becomes a grade on its leader.',
    'not-released': () => 'Withheld: no period has this table yet.',
  },
  /** Where only usage reports are read. */
  notRead: {
    channels: 'Not measured: what was read does not tell e-mail from Teams.',
    contacts: 'Not measured: no source that was read shows who is in contact.',
  },
  points: (sigma) => `${sigma} percentage points`,
  ofHeads: (figure, heads) => `About ${figure} of ${heads}`,
  shareOf: (share, interval) => `about ${share} (${interval})`,
  interval: (low, high) => `${low}–${high}`,

  staircase: {
    title: 'The staircase',
    lead: 'From licence to a new way of working. Everybody stands on one step: the highest they have reached.',
    whole: 'The whole organisation',
    byUnit: 'Unit by unit',
    byUnitLink: 'See the staircase unit by unit',
    byUnitLead: 'A unit never gets one number. See how many stand on each step.',
    step: 'Step',
    meaning: 'What it means',
    people: 'People',
    share: 'Share',
    lowest: 'Not taken up',
    sentence: (people, row, heads, column) => `${people} of ${heads} people in ${row} stand on “${column}”.`,
    highest: (people, heads, row, column) =>
      `Highest share: ${people} of ${heads} people in ${row} stand on “${column}”.`,
    summary: (rows, columns, highest) => `Table of ${rows} units and ${columns} steps. ${highest}`,
    lowestNote: 'The first column is the rest of the row, computed from the others.',
    notSkill:
      'The staircase shows what is in use, not what anybody can do. Those who work well without these tools stand on step\u00a01.',
    unmeasured: (steps) => `Not measured in this period: ${steps}. Those who would be there are on the step below.`,
    noise: (sigma) => `Random noise is added to every figure in the cells (standard deviation ${sigma} people).`,
  },

  leaders: {
    title: 'Do leaders lead the way?',
    lead: 'Four groups on the same staircase. Leaders are compared with desk staff only, whose working day is like theirs.',
    groups: {
      leaders: 'Leaders',
      desk: 'Desk staff',
      frontline: 'Frontline staff',
      elected: 'Elected members',
    },
    habit: 'A habit or higher',
    together: 'Works together or higher',
    group: 'Group',
    verdicts: {
      behind: (points, interval) => `**Leaders are behind.** About ${points} percentage points lower (${interval}).`,
      ahead: (points, interval) => `**Leaders are ahead.** About ${points} percentage points higher (${interval}).`,
      'no-sure-difference': (points, interval) =>
        `**No sure difference.** The figure is ${points} percentage points, but its range (${interval}) includes zero.`,
    },
    difference: 'Leaders minus desk staff, percentage points',
    holdsToo: (groups) => `This includes ${groups} as well: too few for a row of their own.`,
    from: (period) =>
      `The figures are for ${period}. The table of leaders comes with the second and the fourth quarter.`,
    noise: (sigma) => `Noise is added to every cell (standard deviation ${sigma} people).`,
    fromTo: (low, high) => `${low} to ${high}`,
  },

  fitness: {
    title: 'Digital fitness',
    lead: 'The mean of how many have four things in regular use: Teams, cloud files, co-authoring and mobile.',
    part: 'Part',
    place: 'Where',
    whole: 'The whole organisation',
    mean: 'Mean',
    sentence: (share, place, part) => `${place}, ${part}: ${share}.`,
    summary: (places, share) =>
      `Table of the whole organisation and its divisions, ${places} rows. The whole organisation: ${share}.`,
    missing: (parts) => `Missing: ${parts}. The mean is made of the rest. What is missing is never filled in.`,
    source: (table, period) => `Made of the table “${table}” of ${period}.`,
    sameParts: 'Two figures can be compared only where they are made of the same parts.',
  },

  score: {
    title: 'Compared with Microsoft’s Adoption Score',
    lead: 'Microsoft gives points by a formula that is not open. Here are the parts it has described, and the nearest that Samspill can show.',
    category: 'Microsoft’s part',
    nearest: 'The nearest figure here',
    why: 'Why the part itself is not shown',
    categories: {
      communication: 'Communication',
      'content-collaboration': 'Content collaboration',
      teamwork: 'Teamwork',
      mobility: 'Mobility',
      meetings: 'Meetings',
      'ai-adoption': 'AI adoption',
    },
    reasons: {
      overlap: 'It needs to know who uses two services. The tables count each service alone.',
      'not-read': 'No source reads what it is made of.',
      'days-a-person': 'It needs each person’s number of days. Samspill keeps only whether it is a habit.',
    },
    inHabit: (app, figure) => `${app} in regular use: ${figure}`,
    nothing: 'Nothing is near enough.',
  },

  ledger: {
    title: 'In and out',
    lead: 'Something new helps little while the old one stays. Here is what came in, and what was to go out.',
    balance: (came, went) => `**${came}** in and **${went}** out.`,
    overdue: (count) => `**${count}** should be out by now.`,
    none: 'Nobody has written anything down yet. So nobody knows whether the old one is gone.',
    noneTitle: 'Nothing written down',
    tool: 'Came in',
    cleanUp: 'Clean-up only',
    replaces: 'Goes out',
    outBy: 'Out by',
    outOn: 'Went out',
    where: 'Where',
    everywhere: 'Everywhere',
    inUse: 'In use',
    late: 'Past its day',
    displaced: 'Displaced',
    states: {
      less: (figure) => `Used less: ${figure} is gone.`,
      more: (figure) => `Used more than before: ${figure} is gone.`,
      'no-sure-change': (figure) => `No sure change: ${figure} is gone.`,
      holiday: (figure) => `May be the holidays: ${figure} is gone, but the seasons differ.`,
      'too-little-to-tell': () => 'Used too little before to say anything.',
      'no-null-point': () => 'No figures from before the new one came.',
      'not-measured': () => 'Not measured since the new one came.',
      'not-comparable': () => 'The rows have changed. The figures cannot be compared.',
      untold: () => 'No table shows the old one.',
    },
    before: 'Before',
    now: 'Now',
    appsNoise: (sigma) => `${sigma} per person`,
    cameWith: 'Came with launch:',
    seeLaunches: 'See the launches',
    appsAPerson: 'Tools in regular use per person',
    apps: (about, low, high) => `about ${about} (${low}–${high})`,
    quarter: 'Period',
    figure: 'Mean',
  },

  meanwhile: {
    title: 'While you wait for the next picture',
    next: (day) => `The next picture is expected on **${day}**.`,
    noNext: 'No day is set for the next picture.',
    newest: (period) => `The newest picture is for ${period}.`,
    absent: {
      'small-organisation': 'Microsoft’s figures are shown only for organisations with 300 employees or more.',
      'no-usage-reports': 'No usage report is among what may be read.',
      'not-yet': 'The figures have not been read yet.',
    },
    off: (what) => `This week included ${what}, when fewer use the tools.`,
  },

  reports: {
    title: 'How the reports came',
    lead: 'How many people are in each report, and how many of them Samspill found in the directory.',
    report: 'Report',
    days: 'Days read',
    inReport: 'In the report',
    onDay: (people, day) => `${people} (${day})`,
    inDirectory: 'In the directory',
    matched: 'Matched',
    note: 'Note',
    ofDays: (read, all) => `${read} of ${all}`,
    few: 'under 100',
    shrunk: 'When a day was read again, clearly fewer people were in the report.',
    late: (days: string) => `Came late: was ${days} days old when it was read. Three is usual.`,
    newColumns: (count: number, written: string) =>
      `Has ${written} new ${count === 1 ? 'column, which is' : 'columns, which are'} not read.`,
    disagrees: (here: string, microsoft: string) =>
      `Does not agree with Microsoft’s own count of the same day: ${here} here, ${microsoft} there.`,
    odd: 'Not all reports behind the figures came as they should:',
    whole: 'None.',
    none: 'No usage report was read for this period.',
  },

  form: {
    title: 'Write down something that comes in',
    tool: 'What comes in?',
    toolHint: 'Leave the field empty when you only clean up.',
    inOn: 'From which day?',
    replaces: 'What is to go out?',
    outBy: 'By when is it to be out?',
    outOn: 'When did it go out?',
    outOnHint: 'Leave the field empty while it is in use.',
    launch: 'With which launch did it come?',
    launchHint: 'Leave the field empty where none is registered.',
    oldIndicator: 'Which figure shows the use of the old?',
    noIndicator: 'None',
    where: 'Where does it apply? None chosen means everywhere.',
    send: 'Write down',
  },
};
