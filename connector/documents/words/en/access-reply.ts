import type { Words } from '../catalogue.ts';

/** A reply to somebody who asks for a compilation: offentleglova § 9. */
export const accessReply: Words['accessReply'] = {
  title: 'Reply to a request for a compilation (Freedom of Information Act §\u00a09)',
  to: 'To whom, date and case number.',
  thanks: (organisation) => `You have asked for figures from Samspill at ${organisation}.`,
  what: 'What you get',
  gives:
    'The published tables are attached. They are made so that they can be shown to anybody, and we hold none of them back.',
  noise: 'Each figure is a count of employees with random noise. Read it as “about”, with the range beside it.',
  which: 'Which periods and tables are sent along?',
  not: 'What we cannot give',
  rows: 'Rows about a person exist only under an invented mark, and only until the quarter’s figures are made. Then they are deleted, and the key is destroyed.',
  simple:
    'Other tables would need noise to be drawn anew. That is not a simple procedure, and would weaken the protection of employees.',
  secrecy:
    'Is part of the request about one employee? Consider confidentiality and exemptions, and write the provision here.',
  meta: 'You can also be told what is read, how much noise the figures have, and what each release has cost.',
  complaint:
    'You may appeal to the appeals body. The time limit is three weeks from when you get this reply (§\u00a032 of the Act).',
  sign: 'Who replies? Name and position.',
};
