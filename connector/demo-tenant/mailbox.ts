import type { AccountIndex } from './account-index.ts';
import type { Answer } from './exchange.ts';
import { noSuchResource } from './question.ts';
import { refusal } from './refusal.ts';
import type { Account } from './world.ts';

/** The account whose mailbox a path names, or Exchange's 404: nobody, or somebody without a mailbox in the cloud. */
export function mailboxOf({ index }: { readonly index: AccountIndex }, key: string): Account | Answer {
  const account = index.account(key);
  if (!account) return noSuchResource(key);
  if (account.hasMailbox) return account;
  return refusal(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}
