import type { Words } from '../catalogue.ts';

/** What everybody is told before the first day is read. */
export const staffNotice: Words['staffNotice'] = {
  title: (organisation) => `To all employees: Samspill at ${organisation}`,
  lead: 'We want to see how our units work together, and whether tools have been taken up. We never look at a single person.',
  what: 'What is read',
  whatLead: 'Samspill reads this from Microsoft 365. It shows that something happened, not what was said.',
  never: 'Nobody reads the text of e-mail, chats, meetings or files. Nobody can see whom you are in contact with.',
  exception:
    'One source brings text into memory and we cannot refuse it. It is dropped unread, before anything is stored.',
  why: 'What the figures are for',
  notFor: 'The figures must never be used to assess, compare or watch any employee.',
  who: 'Whom it is about, and who sees what',
  whom: 'It is about employees on a separate list. Pupils, guests and people outside are not read.',
  seen: 'Leaders see how many people of a unit, with random noise. Nobody, not even management, sees a figure about one employee.',
  named:
    'Leaders see no names. The exception is whoever chooses to stand as a bridge-builder under **About me**. Everybody may, and nobody has to.',
  drop: 'Contact with union and safety representatives, occupational health and whistleblowing is never counted.',
  long: 'For how long',
  from: (day) => `Days are read from ${day} on.`,
  readBack: 'Days from before this notice may be read as well.',
  until: (day) => `Reading stops by itself on ${day}.`,
  kept: 'What is about you is held under an invented mark for one quarter. When the figures are made it is deleted, and the key destroyed.',
  objection: 'How to say no',
  steps: [
    'Open Samspill in Teams and choose **About me**.',
    'Choose not to be read, and confirm. You need not say why.',
  ],
  afterwards:
    'From the next reading on you are gone from both sides of every contact. Nobody is told that you said no.',
  rights: 'Your rights',
  rightsText:
    'You can see everything held about you, download it, ask for corrections and complain to Datatilsynet. Ask the data protection officer if you wonder about anything.',
  contact:
    'Who answers questions? Write name and contact of the person responsible and of the data protection officer.',
  basis: 'Legal basis',
};
