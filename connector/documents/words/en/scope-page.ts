import type { Words } from '../catalogue.ts';

/** What may be read, in plain words. */
export const scopePage: Words['scopePage'] = {
  title: (organisation) => `What Samspill may read at ${organisation}`,
  lead: 'This is decided. Samspill reads nothing else, and about nobody else.',
  whatFor: 'What the figures are for',
  law: (basis) => `Legal basis: ${basis}`,
  noLaw: 'The legal basis has not been written down yet.',
  whom: 'About whom',
  offTheList:
    'Whoever is taken off the list is no longer read. What was read before stays until the quarter is deleted. An objection deletes it before the next reading.',
  listFile: 'Only those on a list from HR. Samspill asks about each of them by name, and never about everybody.',
  group: (group) => `Only employees in the group \`${group}\`. Pupils, guests and unknown accounts are never read.`,
  unitsFrom: (source) => `Units come from ${source}.`,
  unitsOut: 'These units are left out:',
  protectedContacts:
    'Contact with union and safety representatives, occupational health and whistleblowing is dropped at the door. It is counted nowhere.',
  sources: 'What is read',
  never: 'Samspill never keeps subjects, text, attachments or files.',
  textComes:
    'The source “Chats somebody wrote in” brings text into memory before it is dropped. Include it only if your assessment says why.',
  subjectsCome: 'The source “Log of sent e-mail” brings subjects into memory before they are dropped.',
  partners: 'Other organisations that are told apart',
  partner: (name, kind, domains) =>
    `**${name}** (${kind}): ${domains}. What is stored is the word \`partner:${name}\`, and no address.`,
  kindUnknown: 'kind not given',
  noPartners: 'None. Everybody beyond us is just “outside”.',
  protection: 'How well the figures are protected',
  level: (level) => `The level is **${level}**. Each figure gets random noise, and small units are merged.`,
  odds: (quarter, year) =>
    `Think of somebody who knows everything about everybody else and guesses whether one employee is included. They are right in about ${quarter} of 100 cases after a quarter. After a year it is about ${year}. Pure guessing gives 50.`,
  tablesLead: 'These tables can be made of what is read:',
  structuralOn:
    'Tables that also rest on other people’s contacts are **on**. They are made of who keeps contact both ways.',
  structuralRisk:
    'Know this before you decide: in “Steps to a competence” somebody who leaves can be recognised. We tried it on an invented municipality. Whoever knows everything about everybody else guessed right in 99 of 100 cases about the one easiest to find. In “How many tie units together” it was 76 of 100. The promise of noise gives 59, as it is about one’s own row alone, and not about what changes in others’.',
  structuralOff: 'Tables that also rest on other people’s contacts are off.',
  competences:
    'Competences that may be counted in the table “Steps to a competence”. At least 20 must have each, and they see it on About me:',
  fixed: 'This is fixed and cannot be chosen',
  constants: [
    'A contact is two acts or more, in at least two different weeks.',
    'E-mail to one to eight recipients counts. Meetings and calls have two to 18 people. A chat has two to eight.',
    'A row of a table has at least 20 people, often more.',
    'Figures come each quarter, or each half year where there are fewer than 300 people.',
  ],
  time: 'From when and until when',
  noticeOn: (day) => `Staff were told on ${day}.`,
  firstDay: (day) => `No day before ${day} is read, so that everybody can say no in time.`,
  readBack: '**Samspill may read days from before staff were told.** That needs its own reason in the assessment.',
  endsOn: (day) => `Reading stops by itself on ${day}.`,
  extraRoles: 'Permissions the app may have though no source needs them:',
  exchange: 'Exchange says which mailboxes may be opened. Two probes show it before anything is read.',
};
