import type { Words } from '../catalogue.ts';

/** For the discussion with the unions: aml. § 9-2. */
export const discussionPaper: Words['discussionPaper'] = {
  title: (organisation) => `For discussion with the unions: Samspill at ${organisation}`,
  lead: 'An employer must discuss measures that may resemble control as early as possible (Working Environment Act §\u00a09-2). Here is what the parties need to know.',
  purpose: 'Purpose and need',
  need: 'Why do we need this now? What should become better, and who will use the figures?',
  ground: 'What is the objective reason in our work (§\u00a09-1)? Why is the burden not too great?',
  consequences: 'Practical consequences',
  consequencesList: [
    'Employees do nothing differently. Nothing is installed on computers or phones.',
    'Leaders get counts by unit four times a year, with random noise. They never get a figure about one employee.',
    'Nobody can ask about a group of their own choosing. The tables are the same for all.',
    'Everybody can see what is held about them, and say no in two clicks.',
  ],
  reads: 'What is read',
  duration: 'For how long',
  durationText: (from, to) => `From ${from} to ${to}. Then it stops by itself.`,
  evaluation:
    'The parties look at the need together every half year (§\u00a09-2, third paragraph). If they do not sign, reading stops.',
  unions: 'What the unions do in Samspill',
  unionsList: [
    'They keep the list of protected contacts: union and safety representatives, occupational health, whistleblowing.',
    'They confirm the minutes of the discussion. Without that, nothing is read.',
    'They see everything that the data protection officer sees of the processing.',
    'They sign the evaluation every half year.',
  ],
  change: 'If more is to be read, or for something new, it must be discussed again.',
  questions: 'Questions the parties should answer',
  questionList: [
    'Which units should be left out?',
    'Are any of the sources unnecessary?',
    'Is the level of protection high enough?',
    'What do we do if somebody uses the figures for something else?',
    'How are employees without a computer told?',
  ],
  minutes: 'Minutes: date, who was present, what the parties agreed on, and what they did not agree on.',
};
