import type { Words } from '../catalogue.ts';

/** Words that several documents share. */
export const terms: Words['terms'] = {
  mark: 'Draft made by Samspill. Read it, correct it and finish it. It is not legal advice.',
  toFill: 'To be filled in:',
  page: { before: 'Page ', between: ' of ' },
  madeOn: (organisation, day) =>
    `Made on ${day} from the configuration of ${organisation}. If that changes, make the document again.`,
  and: 'and',
  none: 'none',
  yes: 'yes',
  no: 'no',
  source: 'Source',
  says: 'What it tells',
  permission: 'Permission in Microsoft 365',
  field: 'Field',
  why: 'Why it is read, and what becomes of it',
  unasked: 'This comes along and we cannot refuse it. It is dropped before anything is stored:',
  table: 'Table',
  shows: 'What it shows',
  cost: 'Price per year (ρ)',
  question: 'Question',
  answer: 'Answer',

  sources: {
    directory: ['Directory of employees', 'Who works here, and in which unit.'],
    domains: ['Own domains', 'Which addresses are our own.'],
    'list-addresses': ['Addresses of lists', 'Which addresses are a list and not a person.'],
    'unit-groups': ['Groups that are units', 'In which unit an employee works.'],
    'competence-groups': ['Groups that have a competence', 'Who has a competence that may be counted.'],
    'listed-people': ['Those on the list', 'Who may be read, and in which unit they work.'],
    'unit-managers': ['Who leads whom', 'In which unit an employee works.'],
    'sent-items': ['Sent e-mail', 'Whom an e-mail went to, and on which day.'],
    'message-trace': ['Log of sent e-mail', 'Whom an e-mail went from and to, and on which day.'],
    meetings: ['Meetings in the calendar', 'Who met, for how long, and on which day.'],
    'chat-membership': ['Chats somebody belongs to', 'Who shares a small chat. No message is fetched.'],
    'chat-members': ['Members of large chats', 'Who is in a chat with many from outside.'],
    'chat-messages': [
      'Chats somebody wrote in',
      'In which hour somebody wrote. The text comes along and is dropped unread.',
    ],
    calls: ['Calls', 'How long a call lasted, and on which day.'],
    'call-participants': ['Who took part in calls', 'Who took part in a call.'],
    'report-settings': ['Setting of usage reports', 'Whether the reports show whom they are about.'],
    'active-user-counts': ['The whole organisation, day by day', 'How many in the whole organisation used each tool.'],
    'service-user-counts': [
      'The whole organisation, week by week',
      'How many in the whole organisation used each tool in seven days.',
    ],
    'active-users': ['Usage report for Microsoft 365', 'Which tools were used on a day.'],
    'teams-activity': ['Usage report for Teams', 'Whether Teams was used on a day.'],
    'teams-devices': ['Usage report for Teams on computers and phones', 'Whether Teams was used on a phone on a day.'],
    'email-activity': ['Usage report for e-mail', 'Whether e-mail was used on a day.'],
    'email-apps': ['Usage report for e-mail programs', 'Whether e-mail was read on a phone on a day.'],
    'sharepoint-activity': ['Usage report for SharePoint', 'Whether files were used or shared on a day.'],
    'onedrive-activity': ['Usage report for OneDrive', 'Whether files were used or shared on a day.'],
    'office-apps': ['Usage report for Office programs', 'Whether Office was used on a phone on a day.'],
    'engage-activity': ['Usage report for Viva Engage', 'Whether something was posted in Viva Engage on a day.'],
    'copilot-usage': ['Usage report for Copilot', 'Whether Copilot was used on a day.'],
  },

  tables: {
    reach: ['Regular contact', 'How many people of a unit are in regular contact with each division.'],
    breadth: ['Breadth', 'With how many other units people are in regular contact.'],
    apps: ['Tools in regular use', 'How many people use a tool regularly.'],
    staircase: ['Staircase', 'How far people have come with the tools, counted by unit.'],
    brokerage: [
      'How many tie units together',
      'How many people of a unit tie others together. It also rests on other people’s contacts.',
    ],
    leaders: ['Leaders', 'How many leaders, elected members and frontline staff are on each step.'],
    steps: [
      'Steps to a competence',
      'How many people of a division reach a competence in one or two steps. It also rests on other people’s contacts.',
    ],
    channels: ['E-mail or Teams', 'Whether contact goes mostly by e-mail, mostly by Teams, or both.'],
  },

  purposes: {
    'organisation-development': 'Understand whether units work together, and develop the organisation.',
    'technology-adoption': 'Understand whether tools have been taken up, and help where help is needed.',
    'launch-planning': 'Plan the launch of something new.',
  },

  levels: { standard: 'standard', careful: 'careful' },

  custody: {
    file: 'a file on the server',
    'systemd-credential': 'a sealed file that the service alone can open (systemd)',
    'key-vault': 'Azure Key Vault',
    'managed-hsm': 'a hardware module (Managed HSM)',
  },

  unitSources: {
    attribute: 'the directory field that the organisation uses',
    groups: 'groups in the directory',
    managers: 'who leads whom',
    'hr-file': 'a file from HR',
  },

  gates: {
    dpia: 'impact assessment',
    discussion: 'discussion with the unions',
    'staff-notice': 'notice to staff',
    evaluation: 'half-yearly evaluation',
  },

  offices: {
    PrivacyOfficer: 'privacy officer',
    Approver: 'approver',
    DataProtectionOfficer: 'data protection officer',
    EmployeeRepresentative: 'employees’ representative',
    Administrator: 'administrator',
  },

  participants: {
    employer: 'employer',
    'privacy-officer': 'privacy officer',
    'data-protection-officer': 'data protection officer',
    'union-representative': 'union representative',
    'safety-representative': 'safety representative',
    'occupational-health': 'occupational health',
  },

  partnerKinds: {
    'public-administration': 'public administration',
    education: 'education',
    research: 'research',
    supplier: 'supplier',
    business: 'business',
    'voluntary-organisation': 'voluntary organisation',
  },
};
