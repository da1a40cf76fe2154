import type { Language } from './language.ts';
import { attacksEn } from './office/attacks.ts';
import { officeWatchNn } from './office-watch-nn.ts';
import { releaseUseEn } from './release-use.ts';
import { officeWatchNb, type OfficeWatchWords } from './office-watch-nb.ts';

const en: OfficeWatchWords = {
  title: 'Oversight of the processing',
  lead: 'For those who oversee the processing. This page shows what is on, what is read, kept, released and destroyed, and who has looked here. It shows no person. That you opened it today is noted with your role, without your name.',
  questions: 'Questions and answers',
  download: {
    title: 'Download everything as one signed archive',
    text: 'Scope, decisions, boundary ledger, releases, the program that verifies them, documents, gates, sources and examples. It can be checked without us, with the key below.',
    button: 'Download the archive',
    done: 'The archive is downloaded.',
    failed: 'The archive could not be made. Try again.',
    key: 'Public key (Ed25519)',
    boundary: (entries) => `Notes in the boundary ledger: ${entries}. The newest has this checksum:`,
  },
  pause: {
    title: 'Can I stop the processing?',
    states: {
      running:
        'Nobody has stopped the processing. The privacy officer, the data protection officer and the employees’ representative can each stop it at once.',
      paused:
        'The processing is stopped. Nothing is read or released until the controller has answered in writing and two people agree.',
      answered: 'The processing is stopped. The controller has answered, and an approver can let it go on.',
    },
    text: { paused: 'Why? (optional)', 'resume-asked': 'The controller’s answer', resumed: 'Remark (optional)' },
    button: { paused: 'Stop the processing', 'resume-asked': 'Give the answer', resumed: 'Let it go on' },
    done: 'It is done and noted.',
    failed: 'It was not done. Check how things stand, and try again.',
    acts: { paused: 'Stopped', 'resume-asked': 'Answer given', resumed: 'Goes on' },
    columns: ['What', 'Role', 'When', 'Text'],
    caption: 'Stops and answers',
  },
  on: {
    title: 'What is on now?',
    none: 'No scope is in force, so nothing is read.',
    since: (day) => `In force since ${day}.`,
  },
  permissions: {
    title: 'Which permissions do we hold, and which are needed?',
    columns: ['Permission', 'Needed', 'Held'],
    yes: 'Yes',
    no: 'No',
    unknown: 'Not known',
    noted: (day) => `As the token of the last run had it, ${day}.`,
    never: 'Not known before the first run.',
  },
  fields: {
    title: 'What is read, kept and dropped of each field?',
    lead: 'Open a source to see it field by field, and an invented example of what Microsoft sends next to everything that is kept.',
    kept: 'Read',
    known: 'Comes along, and is dropped',
    noUnknown: 'No unknown fields in the last run.',
    unknown: (count) => `Unknown fields in the last run: ${count}. All in them was dropped.`,
    notRead: 'Not read yet.',
    received: 'This is sent',
    left: 'This is kept',
    pair: 'Show an example',
    rule: 'Checksum of what is declared:',
  },
  volumes: {
    title: 'How much was read, and what is the oldest row?',
    columns: ['Source', 'Rows of the last whole week'],
    few: 'Under 100, or too few mailboxes',
    about: (count) => `about ${count}`,
    oldest: (period, day) => `The oldest day held of ${period}: ${day}.`,
    empty: (period) => `Of ${period} nothing is read yet.`,
    none: 'Nothing about people is held at the moment.',
  },
  keys: {
    title: 'Where are the keys, how old are they, and what was destroyed?',
    custody: (kind) => `The keys are kept in: **${kind}**.`,
    weak: 'Whoever can read the data folder can read the keys as well. That will do for a demo or a pilot only.',
    held: ['Period', 'Key since', 'Wrapped by key'],
    shredded: ['Period', 'Key destroyed', 'Cannot be recovered from'],
    heldCaption: 'Keys in use',
    shreddedCaption: 'Destroyed keys',
    unknown: 'Nobody has said how long backups are kept',
    none: 'No key has been destroyed yet.',
  },
  releases: {
    title: 'What is released, and how well is each person protected?',
    columns: ['Period', 'Released', 'Spent (ρ)', 'Right guesses in 100', 'Objections'],
    caption: 'Releases',
    lead: 'Somebody who knows everybody else’s answers exactly and guesses whether one given person is included guesses right this often in 100. Without releases it is 50.',
    budget: (spent, all) => `Over the last four quarters ρ ${spent} of ${all} is spent.`,
    none: 'Nothing has been released yet.',
    under10: 'Under 10',
    unknown: 'Not noted',
  },
  attacks: attacksEn,
  accesses: {
    title: 'Who has looked at these pages?',
    columns: ['Day', 'Role', 'People'],
    caption: 'Visits by day and role',
  },
  gates: {
    title: 'Which gates are open, and what are the others waiting for?',
    columns: ['Gate', 'Now', 'Since', 'Lasts until'],
    caption: 'Gates',
    open: 'Open',
    whose: (office) => `Closed. Waits for: ${office.toLowerCase()}`,
    notBinding: 'In a demo or a pilot a closed gate stops nothing.',
    names: {
      dpia: 'Impact assessment',
      discussion: 'Discussion with the unions',
      'staff-notice': 'Notice to staff',
      'protected-contacts': 'Protected contacts',
      evaluation: 'Half-yearly evaluation',
      'end-date': 'End date',
    },
  },
  uses: {
    title: 'What have leaders used the figures for?',
    columns: ['Day', 'Period', 'For', 'In their own words'],
    caption: 'Uses of releases',
    none: 'No leader has said what a release was used for.',
    names: releaseUseEn.kinds,
  },
  offices: {
    PrivacyOfficer: 'Privacy officer',
    Approver: 'Approver',
    DataProtectionOfficer: 'Data protection officer',
    EmployeeRepresentative: 'Employees’ representative',
    Administrator: 'Administrator',
  },
  nothing: '–',
};

/** The words of the office's page. */
export function officeWords(language: Language): OfficeWatchWords {
  return { nb: officeWatchNb, nn: officeWatchNn, en }[language];
}
