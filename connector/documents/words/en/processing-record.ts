import type { Words } from '../catalogue.ts';

/** The record of processing: GDPR article 30. */
export const processingRecord: Words['processingRecord'] = {
  title: (organisation) => `Record of processing (article 30): Samspill at ${organisation}`,
  head: ['What the law asks', 'Answer'],
  controller: 'Controller',
  officer: 'Data protection officer',
  purposes: 'Purposes',
  basis: 'Legal basis',
  people: 'Whom it is about',
  peopleText: 'Employees on the list of those who may be read.',
  categories: 'Categories of data',
  contacts: 'that two people had contact on a day',
  usage: 'that a tool was used on a day',
  directory: 'unit, and whether somebody is a leader, elected or in the frontline',
  special: 'Special categories (article 9)',
  specialText: 'None is sought. Contact that could reveal one is dropped at the door.',
  recipients: 'Recipients',
  recipientsText:
    'Leaders get counts with noise. Anybody may ask for published figures. Leaders see name and unit of those who chose to stand as bridge-builders.',
  transfers: 'Transfers out of the EEA',
  transfersText: 'Samspill transfers nothing. See your agreement with Microsoft.',
  erasure: 'Time limits for erasure',
  erasureText:
    'Rows and key: when the quarter’s figures are made. Figures with noise: lasting. Names of bridge-builders: when they withdraw.',
  security: 'Security',
  securityText: (custody) =>
    `Pseudonyms under a key of their own each quarter. Keys in ${custody}. Least permissions, and a ledger that nobody can change unnoticed.`,
  ends: 'End',
  processors: 'Processors',
  toWrite: '(to be filled in)',
};
