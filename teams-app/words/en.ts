import { meEn } from './me-en.ts';
import type { Words } from './nb.ts';
import { releaseUseEn } from './release-use.ts';

/** English (British). */
export const en: Words = {
  product: 'Samspill',
  tagline: 'How the organisation holds together',
  switchLanguage: 'Language',
  skipToContent: 'Skip to content',
  mainMenu: 'Main menu',
  demoMark: 'Demo',
  demoNote: 'This is a demo. The municipality and everybody who works there are invented.',
  leaveDemo: 'Change role',
  loading: 'Fetching figures',
  tryAgain: 'Try again',
  picture: 'Picture',
  asTable: 'Table',
  showAs: 'Show as',
  csv: { download: 'Download as CSV', period: 'Period', sigma: 'Noise (standard deviation)' },
  reference: (reference) => `Quote number ${reference} to whoever runs Samspill.`,
  quarter: (number, year) => `Q${number}\u00a0${year}`,
  shortQuarter: (number, year) => `Q${number}\u00a0${year.slice(2)}`,
  others: 'others',
  everybody: 'Everybody',
  otherUnits: 'Other units',

  me: meEn,

  releaseUse: releaseUseEn,

  screens: {
    me: 'About me',
    overview: 'Overview',
    bridges: 'Bridges',
    adoption: 'Adoption',
    journey: 'Journey',
    unit: 'Unit',
    about: 'About this data',
    office: 'Decisions',
    install: 'Installation',
  },

  figures: {
    estimate: (about, low, high) => `about ${about} (${low}–${high})`,
    interval: (low, high) => `${low}–${high}`,
    ofHeads: (figure, heads) => `${figure} of ${heads}`,
    people: (heads) => `${heads} employees`,
    persons: (heads) => `${heads} people`,
    lowCoverage: (coverage) => `Coverage ${coverage}`,
    withheldMark: 'Withheld',
  },

  withheld: {
    'too-few-in-partner': (needed) =>
      needed === undefined
        ? 'Withheld: too few of the division stand outside this row.'
        : `Withheld: the division must have at least ${needed} employees outside this row.`,
    'too-little-coverage': (needed) =>
      needed === undefined
        ? 'Withheld: too few have both a mailbox and a licence.'
        : `Withheld: at least ${needed} per cent must have both a mailbox and a licence.`,
    'not-measured': () => 'Not measured in this period.',
    'not-in-a-row': () => 'Withheld: the unit is too small to stand in a row of this table.',
  },

  overview: {
    loosest: (division) => `**${division}** is probably the most loosely connected to the rest`,
    loosestLead: (people, heads, interval, partner) =>
      `About **${people} of ${heads}** employees (${interval}) had regular contact with somebody in ${partner}, the division the largest number of them reached.`,
    nothing: 'No division stands out for certain',
    nothingLead:
      'The differences between divisions are no larger than the uncertainty of the figures. That is a good result: nobody clearly stands alone.',
    incomparable: 'There is nothing to compare yet',
    incomparableBecause: {
      'not-measured': 'Contact across divisions was not measured in this period.',
      'one-row': 'All employees stand in one row.',
      'few-divisions': 'There are too few divisions.',
      'small-divisions': 'The divisions are too small for us to show whom they have contact with.',
    },
    comparableFrom: (divisions, heads) =>
      `Samspill compares divisions once **at least ${divisions}** of them have **at least ${heads} employees** each. What was measured is below.`,
    tooLittle: 'We see too little to say how the divisions hold together',
    tooLittleLead:
      'Too few employees have both a mailbox and a licence. The figures below concern only those we see and say little about the rest.',
    certainty: 'The range in brackets holds the true number nine times out of ten.',
    population: (heads, coverage) =>
      `Covers ${heads} people. About ${coverage} of them have both a mailbox and a licence and can show in the figures.`,
    choosePeriod: 'Period',
    newest: 'newest',
    newPeriod: (period) => `New figures have arrived: ${period}.`,
    overdue: (period) =>
      `These figures are old: ${period} is over, and no new picture has come. **About this data** says how the reading goes.`,
    moreComing: (released, expected) =>
      `${released} of ${expected} quarters ${released === '1' ? 'is' : 'are'} ready. The rest will appear by themselves.`,
    thinTitle: 'Here we see too little',
    thinLead:
      'Few have both a mailbox and a licence in these units. That we see few regular contacts does not mean that they keep to themselves.',
    thin: (row, heads, coverage) => `**${row}**: ${coverage} of ${heads} employees`,

    reachTitle: 'Who is in regular contact with whom',
    reachLead:
      'Each cell shows how many in the unit have regular contact with at least one person in the division above, outside their own unit.',
    reachPopulation: (heads, days) => `Covers ${heads} employees, ${days}.`,
    withoutElected: (heads, days) =>
      `Covers ${heads} employees, ${days}. Elected members are not included: contact is never measured for them.`,
    appsPopulation: (heads, days) => `Covers ${heads} people, ${days}.`,
    alsoHolds: (units) => `Also here: ${units}.`,
    holds: (units) => `Here: ${units}.`,
    reachDefinition:
      'Regular contact means that an employee has turned to the other at least twice, in at least two different weeks.',
    reachCounted: (ways) => `This counts: ${ways}.`,
    reachWays: {
      mail: 'e-mail with one to eight recipients',
      meetings: 'meetings of two to 18 people',
      chats: 'chats of two to eight people',
      calls: 'calls of two to 18 people',
    },
    reachSentence: (people, row, heads, column) =>
      `${people} of ${heads} employees in ${row} had regular contact with somebody in ${column}.`,
    reachSummary: (rows, columns, highest) => `Table of ${rows} units and ${columns} divisions. ${highest}`,
    highest: (people, heads, row, column) =>
      `Largest share: ${people} of ${heads} employees in ${row} had regular contact with somebody in ${column}.`,
    matrixHelp: 'Use the arrow keys to move from cell to cell.',
    pickCell: 'Point at a cell to read its figure here as a sentence.',
    unitColumn: 'Unit',
    divisionColumn: 'Division',
    headsColumn: 'Employees',
    personsColumn: 'People',
    merged: (count) => `${count}\u00a0units together`,
    legendShare: 'Share, up to',
    legendNone: 'may be nobody',
    legendInterval: 'uncertainty',
    legendWithheld: 'withheld',
    legendOwn: 'own division',
    ownDivision: 'Own division, outside the unit itself.',
    noReach: 'This period has no table of contact.',

    channelsTitle: 'E-mail or Teams',
    channelsLead: 'How many in each division mostly use e-mail, or mostly Teams, when in contact with other units.',
    channelsDefinition:
      'What is counted is days of contact with somebody in another unit. Under “Mostly e-mail” at least two of three such days were by e-mail. Under “Mostly Teams” the same holds for chats, calls and meetings in Teams. Everybody else comes under “Mixed”, including those who mostly meet. Those without regular contact with other units are not included.',
    channelsSentence: (people, row, heads, column) =>
      `${people} of ${heads} employees in ${row} come under “${column}”.`,
    channelsHighest: (people, heads, row, column) =>
      `Largest share: ${people} of ${heads} employees in ${row} come under “${column}”.`,
    channelsSummary: (rows, columns, highest) => `Table of ${rows} divisions and ${columns} columns. ${highest}`,
    noChannels:
      'Not shown: this period has no such table. It comes twice a year, with the second and the fourth quarter, where both e-mail and Teams are read.',

    appsTitle: 'Tools in regular use',
    appsLead: 'How many use each tool on at least four days in four weeks.',
    appsDefinition:
      'The figures come from Microsoft’s usage report. It says that a tool was used on a day, not what it was used for.',
    appsNotMeasured: (apps) =>
      `Not measured in this period: ${apps}. A tool is included once its report has been read for at least 21 days.`,
    appsSentence: (people, row, heads, column) =>
      `${people} of ${heads} people in ${row} have ${column} in regular use.`,
    appsWhole: 'The whole organisation',
    appsByRow: 'Unit by unit',
    appsHighest: (people, heads, row, column) =>
      `Largest share: ${people} of ${heads} people in ${row} have ${column} in regular use.`,
    appsSummary: (rows, columns, highest) => `Table of ${rows} units and ${columns} tools. ${highest}`,
    noApps: 'This period has no table of tools.',
    appsConcealed: 'This period has no table of tools. The usage reports concealed names all the time.',
    appsPartlyConcealed: (days, needed) =>
      `This period has no table of tools. The usage reports showed names on ${days} days. A habit can be seen after ${needed} at the earliest.`,
    appsTooFewDays: (days, needed) =>
      `This period has no table of tools. There are reports of ${days} days. A habit can be seen after ${needed} at the earliest.`,
    appsOfNamedDays: (days) => `The reports concealed names in part of the period. The figures rest on ${days} days.`,
    noiseNote: (sigma) =>
      `Random noise (standard deviation ${sigma} people) is added to every figure, so that nobody can be recognised.`,
  },

  columns: {
    exchange: 'E-mail',
    teams: 'Teams',
    files: 'Cloud files',
    copilot: 'Copilot',
    coWork: 'Co-authoring',
    mobile: 'Mobile',
    any: 'At least one of them',
    engage: 'Viva Engage',
    onedrive: 'OneDrive',
    sharepoint: 'SharePoint',
    few: '1–2 other units',
    some: '3–5 other units',
    many: '6 or more',
    mailMostly: 'Mostly e-mail',
    mixed: 'Mixed',
    teamsMostly: 'Mostly Teams',
  },

  concealed: {
    title: 'Usage reports conceal names',
    meaning:
      'Microsoft 365 is set up so that reports do not show whom they are about. So nobody can know which tools a unit uses. Only figures for the whole organisation can be shown. This does not touch the picture of contact.',
    move: 'It may well stay that way. The **privacy officer** decides. If you want to see the units, a **Microsoft 365 administrator** can switch it off. The setting is in the admin centre, under the organisation’s settings, Reports. Everybody who can open the reports there will then see names too.',
  },

  organisation: {
    title: 'Tools in the whole organisation',
    exact: 'Exact, Microsoft’s own count',
    lead: (day) => `How many people used each tool at least once in the seven days up to and including ${day}.`,
    used: (active, licensed) => `${active} of ${licensed} with a licence`,
    tool: 'Tool',
    people: 'Used it',
    licensed: 'Have a licence',
    byDay: 'Day by day',
    day: 'Day',
    untold: '–',
    note: 'Microsoft counts everybody with a licence, including pupils and others whom Samspill does not read about. No noise is added. The figures cover the organisation as a whole and say nothing about any one unit.',
  },

  first: {
    title: 'The first picture is on its way',
    lead: (organisation) =>
      `Samspill is reading how ${organisation} works together. The picture appears here by itself once the quarter has been read.`,
    expected: (day) => `The first picture is expected on **${day}**.`,
    nothingTitle: 'The picture of the organisation will be here',
    nothingPlanned:
      'Nothing has been read yet, and no reading is planned. First it must be decided what may be read. Then whoever runs Samspill starts the reading.',
    steps: {
      directory: 'Reading who works in which unit',
      mail: 'Reading when e-mail was sent between units',
      meetings: 'Reading when units have met',
      chats: 'Reading who shares small chats',
      calls: 'Reading when units have called each other',
      usage: 'Reading which tools are in use',
      publishing: 'Making the tables and adding noise',
      idle: 'Waiting for the next reading',
    },
    ofPeriod: (period) => `Reading ${period}`,
    days: (done, all) => `**${done}** of ${all} days`,
    mailboxes: (done, all) => `**${done}** of ${all} mailboxes`,
    secondsLeft: (seconds) => `About ${seconds} seconds left of this reading`,
    minutesLeft: (minutes) => `About ${minutes} min left of this reading`,
    promises: 'While you wait: this is never read',
    failed: 'The reading stopped',
    failedLead: 'Samspill will try again by itself. If it keeps stopping, whoever runs Samspill must have a look.',
    failures: {
      'credential-refused': 'Microsoft 365 did not accept the key. The administrator must put in a new one.',
      'consent-missing': 'A permission is missing. The administrator must grant it.',
      'too-many-permissions': 'The application has a permission too many. The administrator must take it away.',
      unreachable: 'Microsoft 365 does not answer. Samspill will try again by itself.',
      throttled: 'Microsoft 365 asks us to wait. Samspill will go on by itself.',
      'key-missing': 'The key of the quarter is missing. Whoever runs Samspill must put it back.',
      'scope-missing': 'Nobody has decided what may be read. The privacy officer must propose it.',
      'scope-ended': 'Permission to read has run out. The privacy officer must renew it.',
      'budget-spent': 'The privacy budget is spent. There is room again when a quarter drops out.',
      'period-incomplete': 'The quarter has not been read to its end. Samspill will go on by itself.',
      'folder-unwritable': 'The data folder cannot be written to. Whoever runs Samspill must correct it.',
      'damaged-database': 'The database is damaged. Whoever runs Samspill must bring back a copy.',
      'shape-changed': 'Microsoft 365 answers in a new way. Samspill must be updated.',
    },
    failureCode: (code) => `Code: ${code}`,
  },

  run: {
    title: 'Source by source',
    caption: 'Latest reading, source by source',
    source: 'Source',
    state: 'How it went',
    days: 'Days read',
    mailboxes: 'Mailboxes read',
    week: 'Rows in the last whole week',
    waited: 'Asked to wait',
    triedAgain: 'Tried again',
    states: {
      running: 'Being read.',
      done: 'Read.',
      partial: 'Read in part. Some mailboxes did not answer, and will be read next time.',
      failed: 'Not read to its end. Will be tried again next time.',
      'not-due': 'Waits for its day.',
    },
    moves: {
      operator: 'Whoever runs Samspill must have a look.',
      administrator: 'The administrator must have a look.',
      'privacy officer': 'The privacy officer must have a look.',
      wait: 'Samspill will try again by itself.',
      us: 'Samspill must be updated.',
      nobody: 'Nobody needs to do anything.',
    },
    gap: (source, days) =>
      days === '1'
        ? `**${source}**: 1 day is unread. The quarter cannot be released before it is read.`
        : `**${source}**: ${days} days are unread. The quarter cannot be released before they are read.`,
    nothing: '–',
    fewTimes: 'under 100 times',
    times: (count) => `about ${count} times`,
    minutes: (count) => `${count} min in all`,
    fewDropped: 'Under 100 items could not be read.',
    dropped: (count) => `About ${count} items could not be read.`,
    unknown: (count) =>
      `Microsoft sent ${count} ${count === '1' ? 'field we did not ask for. It was' : 'fields we did not ask for. They were'} dropped.`,
    unknownNamed: (names) => `Known names: ${names}.`,
  },

  unit: {
    choose: 'Choose a unit',
    chooseTitle: 'Follow one unit over time',
    chooseLead: 'Choose a unit from the directory. You see the row it stands in, quarter by quarter.',
    placeholder: 'Choose …',
    people: (heads) => `${heads} people in the directory`,
    reachLead: (people, heads, column) =>
      `Outside its own division, the largest number probably reach **${column}**. ${people} of ${heads} employees had regular contact with somebody there.`,
    sharedReachLead: (row, people, heads, column) =>
      `The unit is counted in the row **${row}**, together with other units. Outside their own division, the largest number there probably reach **${column}**. ${people} of ${heads} employees in the row had regular contact with somebody there.`,
    noneSure: 'No regular contact with other divisions is more certain than the noise in the figures.',
    tooLittle: (coverage) =>
      `We see too little here: only ${coverage} have both a mailbox and a licence. Few contacts do not mean that the unit keeps to itself.`,
    mergedWith: (heads, row, units) =>
      `Shown in the row **${row}** (${heads} employees), together with ${units}. Small units are merged so that nobody can be recognised.`,
    andMore: (units, more) => `${units} and ${more} more`,
    list: (first, last) => `${first} and ${last}`,
    inNoRow: 'The unit does not stand in this table.',
    channelsTitle: 'E-mail or Teams',
    channelsWhere: (row, period) =>
      `Whether people in **${row}** mostly use e-mail or Teams stands on Adoption for ${period}. It is shown for whole divisions only.`,
    channelsLink: (period) => `Go to Adoption for ${period}`,
    notMeasured: 'Contact is not measured for this unit. It is never measured for elected members.',
    noneShown: 'No figures are shown for any quarter.',
    reachTitle: 'Regular contact with others',
    reachText: 'One division at a time: how many in the unit have regular contact with somebody there.',
    breadthTitle: 'Breadth',
    breadthText: 'How many other units the employees have regular contact with.',
    appsTitle: 'Tools in regular use',
    appsText: 'How many use each tool on at least four days in four weeks.',
    trend: (column, figures) => `${column}. ${figures}`,
    trendPoint: (period, figure) => `${period}: ${figure}`,
    ofHeads: (heads, period) => `of ${heads} people, ${period}`,
    changes: {
      more: (period) => `surely more than in ${period}`,
      fewer: (period) => `surely fewer than in ${period}`,
      'no-sure-change': (period) => `no sure change from ${period}`,
    },
    changesNote:
      'Surely more or fewer means that the difference is larger than the noise. Of such marks at most one in ten is expected to be wrong.',
    noUnits: 'The newest picture has no units',
    noUnitsLead:
      'No employees are placed in a unit. The privacy officer can propose another place to take the units from. Then they come with the next picture.',
    periodColumn: 'Period',
    scale: (heads) =>
      `Scale: 0 to ${heads} people. The band is the range, which holds the true number nine times out of ten. The dot is its middle.`,
  },

  about: {
    title: 'What we know, and what we never see',
    lead: 'Everything Samspill reads, keeps and shows is described here. The page is open to everybody who has the app.',
    readTitle: 'What is read',
    readLead:
      'Samspill asks for these fields only. If more comes along, it is dropped before anything is stored. Open a source to see each field and why it is read.',
    readNothing: 'Nothing is read. What may be read has not been decided yet.',
    fieldCount: (fields) => `${fields} ${fields === '1' ? 'field' : 'fields'}`,
    permission: 'Permission',
    sources: {
      directory: 'The directory of employees',
      domains: 'Own domains',
      'list-addresses': 'The addresses of lists',
      'sent-items': 'Sent e-mail',
      'report-settings': 'Setting for usage reports',
      'active-user-counts': 'Microsoft’s count of each day',
      'service-user-counts': 'Microsoft’s count of seven days',
      'active-users': 'Usage report for Microsoft 365',
      'teams-activity': 'Usage report for Teams',
      'teams-devices': 'Usage report for Teams on computers and phones',
      'email-activity': 'Usage report for e-mail',
      'email-apps': 'Usage report for e-mail programs',
      'sharepoint-activity': 'Usage report for SharePoint',
      'onedrive-activity': 'Usage report for OneDrive',
      'office-apps': 'Usage report for Office programs',
      'engage-activity': 'Usage report for Viva Engage',
      'copilot-usage': 'Usage report for Copilot',
      'unit-groups': 'Groups that are units',
      'competence-groups': 'Groups that have a competence',
      'listed-people': 'Those on the list',
      'unit-managers': 'Who leads whom',
      'message-trace': 'Log of sent e-mail',
      meetings: 'Meetings in the calendar',
      'chat-membership': 'Chats somebody belongs to',
      'chat-members': 'Members of large chats',
      'chat-messages': 'Chats somebody wrote in',
      calls: 'Calls',
      'call-participants': 'Who took part in calls',
    },
    sourceTexts: {
      directory: 'Who works here, and in which unit.',
      domains: 'Which addresses are our own.',
      'list-addresses': 'Which addresses are a list and not a person.',
      'sent-items': 'Whom an e-mail went to, and on which day.',
      'report-settings': 'Whether the usage report shows whom it is about.',
      'active-user-counts': 'How many in the whole organisation used a tool on a day.',
      'service-user-counts': 'How many in the whole organisation used a tool in seven days.',
      'active-users': 'Which tools were used on a day.',
      'teams-activity': 'Whether Teams was used on a day.',
      'teams-devices': 'Whether Teams was used on a telephone or tablet on a day.',
      'email-activity': 'Whether e-mail was used on a day.',
      'email-apps': 'Whether e-mail was used on a telephone or tablet on a day.',
      'sharepoint-activity': 'Whether files were used or shared on a day.',
      'onedrive-activity': 'Whether files were used or shared on a day.',
      'office-apps': 'Whether Office was used on a telephone or tablet on a day.',
      'engage-activity': 'Whether something was posted in Viva Engage on a day.',
      'copilot-usage': 'Whether Copilot was used on a day.',
      'unit-groups': 'Which unit somebody works in.',
      'competence-groups': 'Who has a competence that may be counted.',
      'listed-people': 'Who may be read, and where they work.',
      'unit-managers': 'Which unit somebody works in.',
      'message-trace': 'From and to whom an e-mail went, and on which day.',
      meetings: 'Who met, for how long, and on which day.',
      'chat-membership': 'Who is in the same small chat.',
      'chat-members': 'Who is in a chat with many from outside.',
      'chat-messages': 'In which hour somebody wrote in a small chat. The text comes along and is thrown away unread.',
      calls: 'How long a call lasted, and on which day.',
      'call-participants': 'Who took part in a call.',
    },
    neverTitle: 'What is never read',
    never: [
      { text: 'The content of e-mail, meetings or files', unless: [] },
      { text: 'Attachments and links', unless: [] },
      { text: 'Pupils, guests and accounts outside the list of employees', unless: [] },
      { text: 'The mailbox of anybody who has objected', unless: [] },
      { text: 'Subject lines', unless: ['message-trace'] },
      { text: 'The content of chats', unless: ['chat-messages'] },
      { text: 'Calendars', unless: ['meetings'] },
      { text: 'Who shares a chat', unless: ['chat-membership', 'chat-messages'] },
      { text: 'Calls', unless: ['calls'] },
    ],
    unasked: 'Comes along and cannot be left out. It is dropped before anything is kept:',
    keptTitle: 'What is kept',
    keptLead:
      'Of what is read, names and addresses are never stored. During a quarter, short rows are held under an invented mark: who, with whom, which day, how many times and minutes. Once the quarter is released the rows are deleted and the key destroyed. There is no list of who wrote to whom, and nobody can get one.',
    keptMinutes:
      'Meetings and calls have the minutes they lasted. E-mail and chat are not timed. Each e-mail counts as 1.45 minutes, and so does an hour in which somebody wrote in a chat. The time is shared among the others who took part.',
    countsTitle: 'How much has been read',
    days: 'Days read',
    countsLead:
      'Covers the employees on the list who have a mailbox, quarter by quarter. An act is one employee turning to another, in one of the ways that are read. Acts and lines are rounded to two figures. There is no noise in these numbers.',
    mailboxes: 'Mailboxes read',
    interactions: 'Acts',
    usageDays: 'Lines from the usage report',
    ofAll: (done, all) => `${done} of ${all}`,
    about: (number) => `about ${number}`,
    tooFew: 'Too few to show',
    runTitle: 'Latest reading',
    runDone: (day) => `Finished on ${day}.`,
    runPartial: (day) => `Read in part on ${day}. The next reading tries again.`,
    noneRead: 'Nothing has been read yet.',
    placedTitle: 'Where the units come from',
    placedLead:
      'Each employee is placed in one unit. Here is what placed them last, and when. Groups of fewer than 20 employees are not shown separately.',
    placedBy: 'Placed by',
    placedOn: 'Day',
    placedHeads: 'Employees',
    placings: {
      attribute: 'The field for units in Entra',
      groups: 'Groups in Entra',
      managers: 'The chain of managers in Entra',
      'hr-file': 'The file from HR',
      others: 'Other sources together',
      none: 'Without a unit: counted in no row',
    },
    placedFew: 'fewer than 20',
    heldTitle: 'What is held right now',
    heldNothingYet: 'Nothing about individuals.',
    heldNothing: 'Nothing about individuals. All finished quarters have been deleted.',
    held: (period, day) => `**${period}**: rows from ${day}. They are deleted once the quarter is released.`,
    heldEmpty: (period) => `**${period}**: no rows yet.`,
    custodyTitle: 'Keys',
    custody: (kind) => `The keys are kept in: **${kind}**.`,
    custodyWeak: 'Good enough for a demo or a pilot, not for production. Use a key vault before real data are read.',
    custodyStrong: 'The keys are kept apart from the data.',
    custodyKinds: {
      file: 'a file on the server',
      'systemd-credential': 'a sealed file that the service alone can open (systemd)',
      'key-vault': 'Azure Key Vault',
      'managed-hsm': 'a hardware module (Managed HSM)',
    },
    budgetTitle: 'The privacy budget',
    budgetLead:
      'Every release gives a little away. So there is a budget for any four quarters in a row, and Samspill refuses to exceed it.',
    budgetSpent: (spent, all) => `**${spent}** of ${all} (ρ) has been spent over the last four quarters.`,
    budgetLevel: {
      standard: 'Level: standard.',
      careful: 'Level: careful (half of standard).',
    },
    odds: (guesses, period) =>
      `Imagine someone who knows everything about everybody else, and guesses whether one given person is in the figures for ${period}. Without Samspill the guess is right 50 times in 100. With Samspill it is right **${guesses}\u00a0in\u00a0100**.`,
    madeTitle: 'How each figure is made',
    madeSteps: [
      'Each employee becomes one short row: which divisions they reached, and which tools they use regularly.',
      'The rows are counted by unit. Small units are merged first.',
      'Random noise is added to every count, drawn once. The true count is thrown away.',
      'The screen shows the middle and a range that holds the true number nine times out of ten.',
    ],
    formula: 'Formula',
    formulaLead: (table, period) => `${table}, ${period}`,
    formulaOf: (heads, rows) => `${heads} people in ${rows} rows`,
    floor: 'How many employees a row must have. A smaller unit is put together with others:',
    sigmaWords:
      'σ is the standard deviation of the noise, ρ the price in the budget, Δ² how far one person can move the table.',
    tables: {
      reach: 'Regular contact',
      breadth: 'Breadth',
      apps: 'Tools',
      channels: 'E-mail or Teams',
    },
    releasesTitle: 'Releases',
    releasesLead:
      'Each release is paid for from the budget. Right in 100 is how often someone who knows everything about everybody else guesses right about one person. A coin gives 50.',
    releasedAt: 'Released',
    cost: 'Price (ρ)',
    guesses: 'Right in 100',
    shredded: 'Key destroyed',
    notYet: 'Not yet',
    noReleases: 'Nothing has been released yet.',
    ledger: (entries, head) =>
      `Lines in the budget ledger: ${entries}. Each line seals the one before. Latest seal: ${head}.`,
    notTitle: 'What Samspill is not',
    not: 'Samspill does not show what any one person does, gives nobody points and does not say who works a lot or a little. A name is shown only where its owner has chosen it, as a bridge-builder. Regular contacts do not say whether cooperation is good.',
    period: 'Period',
  },

  documents: {
    title: 'Documents',
    lead: 'Drafts made of what was decided. Read them here, or download and finish them. They are not legal advice.',
    which: 'Document',
    placeholder: 'Choose …',
    language: 'Language of the document',
    languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
    download: 'Download as a Word file',
    downloadPdf: 'Download as PDF',
    council: {
      title: 'Paper for the council',
      lead: 'Status, figures with their uncertainty, what worked, what did not work, and next steps. The figures are those of the screens. The paper is a draft: read it and finish it.',
      show: 'Make the paper',
      hide: 'Hide the paper',
    },
    downloaded: 'The file has been downloaded.',
    failed: 'The file did not come. Try again.',
    names: {
      'staff-notice': 'Notice to staff',
      scope: 'What may be read',
      'discussion-paper': 'For discussion with the unions',
      dpia: 'Data protection impact assessment (DPIA)',
      'processing-record': 'Record of processing (article 30)',
      'access-reply': 'Reply to a request for access (§\u00a09)',
    },
  },

  failures: {
    offline: {
      title: 'We cannot get through',
      text: 'Samspill does not answer. Check that you are online and try again.',
    },
    'no-sign-in': {
      title: 'Sign-in did not finish',
      text: 'Teams gave us no sign-in. Try again. If that does not help, whoever manages your Microsoft 365 must approve the app.',
    },
    refused: {
      title: 'The sign-in was not accepted',
      text: 'Close the app and open it again. If that does not help, contact whoever runs Samspill.',
    },
    'not-for-you': {
      title: 'This page is not open to you',
      text: 'It is for other roles than yours. What you can always see is what Samspill reads and keeps.',
    },
    'not-found': {
      title: 'We did not find this',
      text: 'The period or unit no longer exists. Units can be renamed or merged.',
    },
    'bad-request': {
      title: 'Something is not as it should be',
      text: 'Look through what you wrote and try again.',
    },
    conflict: {
      title: 'This cannot be done now',
      text: 'Something changed since you opened the page. Open it again.',
    },
    busy: {
      title: 'A few too many are asking at once',
      text: 'Wait half a minute and try again.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. No figures have been lost.',
    },
    'newer-version': {
      title: 'Samspill has been updated',
      text: 'Reload the page to get the new version.',
    },
  },
  notDrawn: {
    title: 'This page did not load',
    text: 'The connection may be gone, or Samspill may have been updated since you opened the app. Reload it. If that does not help, contact those who run Samspill.',
  },
  reload: 'Reload',
  toAbout: 'See what is read',

  open: {
    title: 'Open Samspill in Teams',
    lead: 'Samspill knows who you are through Teams. That is why the figures are only there.',
    steps: [
      'Open Microsoft Teams.',
      'Choose **Apps** on the left and search for **Samspill**.',
      'Not there? Ask whoever manages Teams where you work.',
    ],
    silentTitle: 'Teams does not answer',
    silentLead: 'We got no answer from Teams. Try reloading the page.',
    link: 'Go to Teams',
  },

  entry: {
    title: 'See how a municipality holds together',
    lead: 'This is a demo with an invented municipality. Its figures travel the same way as real ones: they are read, counted, given noise and released.',
    choose: 'Enter as',
    answers: [
      {
        question: 'What do you see?',
        answer: 'How many in each unit are in regular contact with other divisions, and which tools are in use.',
      },
      {
        question: 'What does nobody see?',
        answer: 'Individuals, content and subject lines. There is no list of who writes to whom.',
      },
      {
        question: 'How sure is it?',
        answer: 'Every figure has a range. The true number lies in it nine times out of ten.',
      },
    ],
    roles: {
      Leader: { name: 'Leader', text: 'Sees the overview, the units and how the figures are made.' },
      PrivacyOfficer: {
        name: 'Privacy officer',
        text: 'Sees what is read, the privacy budget and what has been deleted.',
      },
      Approver: { name: 'Approver', text: 'Approves or rejects what the privacy officer proposes.' },
      DataProtectionOfficer: {
        name: 'Data protection officer',
        text: 'Comments on what is proposed, and can protest.',
      },
      EmployeeRepresentative: {
        name: 'Employees’ representative',
        text: 'Confirms discussions, signs the evaluation and keeps the list of protected contacts.',
      },
      LaunchOwner: { name: 'Launch owner', text: 'Registers launches, benefits and what goes out.' },
      Administrator: { name: 'Administrator', text: 'Sees what is read and how the reading is going.' },
      Employee: { name: 'Employee', text: 'Sees all that is held about themselves, and what Samspill reads.' },
    },
  },
};
