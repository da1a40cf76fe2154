import type { SourceDeclaration } from './source-declaration.ts';

/** What is asked of everybody on the positive list, whichever way they are listed. */
export const DIRECTORY_FIELDS = [
  { field: 'id', reason: 'what a pseudonym is made from; stays in memory' },
  { field: 'userPrincipalName', reason: 'usage reports name people by it; stays in memory' },
  { field: 'mail', reason: 'recipients are written as addresses; stays in memory' },
  { field: 'proxyAddresses', reason: 'a person has several addresses; stays in memory' },
  { field: 'accountEnabled', reason: 'a disabled account is nobody at work' },
  { field: 'userType', reason: 'guests are not read' },
  { field: 'isResourceAccount', reason: 'call queues and auto attendants are not people' },
  { field: 'jobTitle', reason: 'tells leaders and elected members by the titles in the scope; not kept' },
  {
    field: 'assignedLicenses/skuId',
    reason:
      'tells frontline staff by the licences F1 and F3, rooms and shared devices by theirs, and shared mailboxes by having none; not kept',
  },
  { field: 'assignedPlans/service', reason: 'with the next: whether there is a mailbox; not kept' },
  { field: 'assignedPlans/capabilityStatus', reason: 'whether the mailbox is in force; not kept' },
  { field: 'department', reason: 'the unit, where the scope names no other attribute' },
] as const satisfies SourceDeclaration['fields'];
