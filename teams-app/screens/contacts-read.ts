import type { OverviewAnswer } from '../../connector/api/answers.ts';

type Read = Pick<OverviewAnswer, 'contactsBy'>;

/** Whether it is known that nothing was read in the period that tells of contacts: adoption alone. */
export function noContactsRead({ contactsBy }: Read): boolean {
  return contactsBy?.length === 0;
}

/** Whether it is known that what was read cannot tell mail from Teams. */
export function noChannelsRead({ contactsBy }: Read): boolean {
  if (contactsBy === undefined) return false;
  return !contactsBy.includes('mail') || !(contactsBy.includes('chats') || contactsBy.includes('calls'));
}
