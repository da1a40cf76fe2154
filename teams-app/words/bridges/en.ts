import type { BridgesWords } from './nb.ts';

/** English of the screen about bridges. */
export const en: BridgesWords = {
  most: (people: string) =>
    `About **${people} of 100 employees** are in regular contact with at least three other units`,
  mostLead: (people: string, heads: string, interval: string) =>
    `That is about ${people} (${interval}) of the ${heads} employees we see well enough. Such contact is what bridges units.`,
  leftOut: 'Units where under 60 per cent have both a mailbox and a licence are left out.',
  tooLittle: 'We see too little here',
  tooLittleLead: 'Too few have both a mailbox and a licence for us to say how units are tied together.',
  notMeasured: 'We cannot say how many reach other units',
  notMeasuredLead: 'This period has no table of breadth.',
  population: (heads: string, days: string) => `Covers ${heads} people, ${days}.`,

  spread: {
    title: 'How many of 100 bridge units',
    lead: 'How many of every 100 employees we see are in regular contact with at least three other units. Large and small units can be compared this way.',
    unit: 'Unit',
    heads: 'Employees',
    coverage: 'Coverage',
    people: 'Reach at least three other units',
    perHundred: 'Of 100 we see',
    divisions: 'Other divisions on average',
    ofHundred: (people: string) => `${people} of 100`,
    said: (people: string, interval: string) => `about ${people} of 100 (${interval})`,
    reached: (mean: string, interval: string, all: string) => `about ${mean} (${interval}) of ${all}`,
    notAsked: 'Not shown: for at least one division there is no figure.',
    seen: (coverage: string) => `We see too little here: only ${coverage} have both a mailbox and a licence.`,
    summary: (rows: string) => `A list of ${rows} units, by division.`,
    formula:
      'How it is computed: those who reach 3–5 other units and those who reach six or more are added. The sum is divided by those in the row who have both a mailbox and a licence, times 100. The average in the table is the sum of the figures of contact with other divisions, divided by the same. The range comes from the noise in each figure. The share with a mailbox is rounded to the nearest five per cent, and the range leaves that out.',
  },

  thin: {
    title: 'Thin bridges',
    lead: (most: string) =>
      `There is probably a bridge here, but few carry it: probably at most ${most} employees. If they leave, the contact may be gone.`,
    none: (most: string) =>
      `No thin bridges: we find no bridge that is probably there and probably carried by at most ${most} employees.`,
    scale: (most: string) => `Scale: 0 to ${most} employees.`,
    pair: (row: string, column: string) => `${row} to ${column}`,
    said: (people: string, heads: string) => `${people} of ${heads} employees`,
    from: 'From unit',
    to: 'To division',
    carriers: 'In regular contact with it',
    more: (shown: string, all: string) => `Shows ${shown} of ${all}. The table has all.`,
    summary: (count: string, asked: string) => `${count} of ${asked} pairs of unit and division have a thin bridge.`,
    rule: (most: string) =>
      `A pair is included when its range begins above zero and ends at ${most} or lower. Rows where under 60 per cent have both a mailbox and a licence are left out: we see too little there. A few pairs may be here because of the noise alone.`,
    tooLittle: 'We see too little here to say anything about thin bridges.',
  },

  brokerage: {
    title: 'How many tie units together',
    lead: 'How many in the unit stand between colleagues from two units that have no contact without them. The table never says who.',
    columns: { some: 'Some: 10 to 49 pairs', much: 'Many: 50 pairs or more' },
    off: 'Not shown: this period has no such table. It also rests on the contacts of others, and so it is off until somebody turns it on. The **privacy officer** proposes it, and somebody else must **approve**. When it is on, it comes with the second and the fourth quarter.',
  },
  steps: {
    title: 'Steps to a competence',
    lead: 'How many in the division reach somebody who has the competence. One step is contact with that person. Two steps go by way of somebody else.',
    column: { 1: (name: string) => `${name}: one step`, 2: (name: string) => `${name}: two steps` },
    off: 'Not shown: this period has no such table. It also rests on the contacts of others, and so it is off until somebody turns it on. The **privacy officer** proposes it and which competences are counted, and somebody else must **approve**. When it is on, it comes with the fourth quarter.',
  },
  counted: (people: string, row: string, heads: string, column: string) =>
    `${people} of ${heads} employees in ${row} are in the group “${column}”.`,
  highest: (people: string, heads: string, row: string, column: string) =>
    `Highest share: ${people} of ${heads} employees in ${row}. Column: ${column}.`,
  summary: (rows: string, columns: string, highest: string) =>
    `A table of ${rows} rows and ${columns} columns. ${highest}`,

  compare: {
    title: 'Two periods side by side',
    lead: 'The same units stand in the same places. Only changes larger than the noise are marked.',
    earlier: 'First',
    later: 'Then',
    one: 'Comparing takes two released periods. The next one comes by itself.',
    none: 'At least one of the periods has no table of contact.',
    picture: (period: string) => `Regular contact, ${period}`,
    marks: { more: '▲ more', fewer: '▼ fewer' },
    sure: (changes: string, compared: string) => `${changes} of ${compared} figures changed by more than the noise.`,
    noSure: (compared: string) =>
      `No sure change in the ${compared} figures that can be compared. That is a result too: nothing is missing.`,
    incomparable: 'No figures can be compared: either the units are different, or one of the periods is not a quarter.',
    unit: 'Unit',
    column: 'Division',
    change: 'Change',
    changes: {
      more: 'surely more',
      fewer: 'surely fewer',
      'no-sure-change': 'no sure change',
      none: 'cannot be compared',
    },
    note: 'Of such marks at most one in ten is expected to be wrong. A row that holds other units than before is not compared.',
  },
};
