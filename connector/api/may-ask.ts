import type { MeAnswer } from './answers.ts';
import { Refused } from './refused.ts';
import type { Asker, Role } from './who-is-asking.ts';

/** What may be asked, a verb each. */
export type Verb =
  | 'read releases'
  | 'read about the processing'
  | 'see and decide about oneself'
  | 'read drafts for those who decide'
  | 'read what offices do'
  | 'see how it is installed'
  | 'propose'
  | 'comment on proposals'
  | 'protest'
  | 'approve'
  | 'record gates'
  | 'pause'
  | 'ask to go on'
  | 'let go on'
  | 'say what a release was used for'
  | 'keep launches'
  | 'keep plans'
  | 'list protected contacts'
  | 'see bridge-builders';

/**
 * Who may do what (design D7). `everybody` is everybody the tenant signs in, `members` all of
 * them but guests. An administrator installs and operates and
 * needs no picture of the organisation for it, so the office alone opens none.
 */
const MAY: Record<Verb, readonly Role[] | 'everybody' | 'members'> = {
  'read releases': [
    'Leader',
    'PrivacyOfficer',
    'Approver',
    'DataProtectionOfficer',
    'EmployeeRepresentative',
    'LaunchOwner',
  ],
  'read about the processing': 'everybody',
  'see and decide about oneself': 'members',
  'read drafts for those who decide': ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'read what offices do': ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'see how it is installed': ['Administrator'],
  propose: ['PrivacyOfficer'],
  'comment on proposals': ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  protest: ['DataProtectionOfficer'],
  approve: ['Approver'],
  pause: ['PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'ask to go on': ['PrivacyOfficer'],
  'let go on': ['Approver'],
  'say what a release was used for': ['Leader', 'LaunchOwner'],
  'keep launches': ['LaunchOwner'],
  'keep plans': ['LaunchOwner'],
  'record gates': ['PrivacyOfficer', 'EmployeeRepresentative'],
  'list protected contacts': ['EmployeeRepresentative'],
  // Whom the page tells of before anybody says yes; whoever approves and whoever operates needs no name for it.
  'see bridge-builders': ['Leader', 'LaunchOwner', 'PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'],
};

export function may(asker: Asker, verb: Verb): boolean {
  const roles = MAY[verb];
  if (roles === 'members') return !asker.isGuest;
  return roles === 'everybody' || asker.roles.some((role) => roles.includes(role));
}

/** @throws Refused 'not-for-you' (403) */
export function mustBeAllowedTo(verb: Verb, asker: Asker): void {
  if (!may(asker, verb)) throw new Refused('not-for-you');
}

/** The screens an asker may open, so that the tab shows no door that is locked. */
export function screensOf(asker: Asker): MeAnswer['screens'] {
  const released: MeAnswer['screens'] = may(asker, 'read releases')
    ? ['overview', 'bridges', 'adoption', 'journey', 'unit']
    : [];
  const own: MeAnswer['screens'] = may(asker, 'see and decide about oneself') ? ['me'] : [];
  const office: MeAnswer['screens'] = may(asker, 'read what offices do') ? ['office'] : [];
  // Whoever reads no release comes to their own page first.
  const install: MeAnswer['screens'] = may(asker, 'see how it is installed') ? ['install'] : [];
  const rest: MeAnswer['screens'] = [...own, 'about', ...office];
  // An administrator comes to how it stands first.
  return released.length === 0 ? [...install, ...rest] : [...released, ...rest, ...install];
}
