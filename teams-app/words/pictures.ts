import type { Language } from './language.ts';
import { picturesNn } from './pictures-nn.ts';
import { picturesNb, type PictureWords } from './pictures-nb.ts';

const en: PictureWords = {
  save: {
    open: 'Save the picture',
    copy: 'Copy the picture',
    png: 'Download as PNG',
    svg: 'Download as SVG',
    copied: 'The picture is copied.',
    saved: 'The picture is downloaded.',
    copyFailed: 'The picture could not be copied here. Download it instead.',
    failed: 'The picture was not made. Try again.',
  },
  fold: {
    order: 'Under each unit the figures that are sure come first, the largest at the top.',
    rows: (count) => `${count} rows`,
    rest: (count, row) => `Show ${count} more figures of ${row}`,
  },
  network: {
    title: 'How the organisation is put together',
    chartLead:
      'Each island is a division, each circle a unit. The larger the circle, the more employees. Switch to the network to see who is in contact across divisions.',
    networkLead:
      'Each line goes from a unit to a division in which some of its people have regular contact. Whom they have it with is not shown.',
    toNetwork: 'Show as a network',
    toChart: 'Show as an organisation chart',
    pick: 'Point at a unit or a line, and it is described here in a sentence.',
    pickUnit: 'Point at a unit, and it is described here in a sentence. Up and down go from unit to unit.',
    keys: 'Up and down go from unit to unit, right goes out along the lines. Enter shows every line from the unit.',
    shown: (shown, all) => `${shown} of ${all} lines are drawn: the sure ones first, then the widest.`,
    more: (count) => `Show ${count} more lines`,
    fewer: 'Show fewer lines',
    unit: (name, heads, division) => `${name} in ${division} has ${heads} employees.`,
    unitAlone: (name, heads) => `${name} has ${heads} employees.`,
    sureLines: (count, names) => `Sure contact with ${count} of the other divisions: ${names}.`,
    noSureLine: 'No line from here is sure.',
    kinds: {
      bridge: 'The unit is a bridge: surely one in four or more have contact in at least half of the other divisions.',
      apart: 'The unit stands apart: surely fewer than one in four have contact in each of the other divisions.',
    },
    tooLittleSeen: (coverage) =>
      `We see too little here: only ${coverage} have both a mailbox and a licence. Few lines do not mean that the unit is closed.`,
    withheld: 'Contact is withheld: too few have both a mailbox and a licence.',
    sure: 'The line is sure: somebody has contact.',
    unsure: 'The line is not sure: it may also be nobody.',
    summaryChart: (units, islands, largest, heads) =>
      `Organisation chart with ${units} units on ${islands} islands. The largest is ${largest} with ${heads} employees.`,
    summary: (units, islands, sure, unsure) =>
      `Network with ${units} units on ${islands} islands. Sure lines: ${sure}. Lines that are not sure: ${unsure}.`,
    most: (sentence) => `Most: ${sentence}`,
    bridges: (names) => `Bridges: ${names}.`,
    aparts: (names) => `Apart: ${names}.`,
    oneUnit: 'All employees are in one row, so there are no lines to draw.',
    oneColumn:
      'The organisation is too small to show where contacts go. So no lines are drawn. Bridges shows how many have contact outside their own unit.',
    noLines: 'No contact across divisions can be shown in this period. So no lines are drawn.',
    seatless: 'no row of its own',
    legend: {
      size: 'circle: number of employees',
      sure: 'sure line',
      unsure: 'not sure: may be nobody',
      number: 'about this many have contact',
      width: 'the core: at least this many. The whole width: at most this many',
      bridge: 'bridge',
      apart: 'apart',
      tooLittleSeen: 'we see too little',
      withheld: 'withheld',
    },
    definitions:
      '**Bridge**: surely one in four or more have contact in at least half of the other divisions. **Apart**: surely fewer than one in four have contact in each of them. The share is of those we can see. Contact within the own division is not drawn. Where the islands lie, and how far apart, means nothing.',
    columns: ['Unit', 'Division', 'Employees', 'Sure contact with', 'Not sure, may be nobody', 'Mark'],
    marks: {
      bridge: 'Bridge',
      apart: 'Apart',
      between: '–',
      'too-little-seen': 'We see too little',
      withheld: 'Withheld',
    },
    none: '–',
  },
  changes: {
    title: 'What has changed?',
    lead: 'Only changes larger than the uncertainty of the figures are shown here.',
    noneTitle: 'No sure change',
    none: (compared) =>
      `${compared} figures are compared with the previous measurement. None of them has changed by more than the noise. That is a good answer: the picture from last time stands.`,
    first: 'There is no earlier quarter to compare with. Changes come with the next measurement.',
    incomparable:
      'None of the figures can be compared with the previous measurement. Units are grouped in another way, or the figures are of another kind.',
    kinds: { more: 'More than last time', fewer: 'Fewer than last time' },
    breadth: (people, row, heads, column) =>
      `${people} of ${heads} employees in ${row} have regular contact with ${column}.`,
    before: (period, figure) => `In ${period}: ${figure}.`,
    more: (count) => `And ${count} more changes. They are shown for each unit, under Unit.`,
    note: (compared) =>
      `${compared} figures are compared with the previous measurement. Of the changes here at most one in ten is mere chance, in the long run.`,
  },
  readOn: {
    title: 'Read on',
    bridges: 'Who is in regular contact with whom, and where do few carry the contact?',
    adoption: 'Which tools are in regular use, and do leaders go first?',
    unit: 'What does one unit look like, quarter by quarter?',
  },
  suggestions: {
    title: 'Suggested next steps',
    lead: 'Each suggestion rests on a figure of this period. Samspill does not know why it is so. Those who work there do.',
    none: 'The figures point to nothing this time, so there is nothing you have to do.',
    because: 'Why:',
    meet: (division, partner) =>
      `Let the leaders of **${division}** and **${partner}** agree on one regular meeting, and see whether the figure changes.`,
    apart: (unit) =>
      `Ask in **${unit}** whether they lack somebody to turn to in other divisions, or whether it is as it should be.`,
    fewer: (unit, partner) => `Ask in **${unit}** what has changed in their work with **${partner}**.`,
    learn: (unit) => `Learn from **${unit}**: ask why so many there have contact in other divisions.`,
    seeMore: (unit) =>
      `Find out how people in **${unit}** work together. It probably happens elsewhere than in Microsoft 365.`,
    most: 'The division the largest number of them reached:',
    coverage: (heads, coverage) => `Only ${coverage} of ${heads} employees have both a mailbox and a licence.`,
    bridged: (count, of) => `Surely one in four or more there have contact in ${count} of ${of} other divisions.`,
  },
};

export function pictureWords(language: Language): PictureWords {
  return { nb: picturesNb, nn: picturesNn, en }[language];
}
