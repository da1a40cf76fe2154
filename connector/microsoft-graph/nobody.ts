/** What the directory says of an account that may be a room, a device or a mailbox of several people. */
export interface AccountFacts {
  readonly isResourceAccount?: boolean | null | undefined;
  readonly proxyAddresses: readonly string[];
  readonly assignedLicenses: readonly { readonly skuId: string }[];
  readonly assignedPlans: readonly { readonly capabilityStatus: string | null }[];
}

/** Microsoft's product ids for what no person is licensed with (Microsoft Learn, licensing service plan reference). */
const LICENCES_OF_THINGS: readonly string[] = [
  '6070a4c8-34c6-4937-8dfb-39bbc6397a60', // Microsoft Teams Rooms Standard
  '6af4b3d6-14bb-4a2a-960c-6c902aad34f3', // Microsoft Teams Rooms Basic
  '50509a35-f0bd-4c5e-89ac-22f0e16a00f8', // Microsoft Teams Rooms Basic without Audio Conferencing
  '4cde982a-ede4-4409-9ae6-b003453c8ea6', // Microsoft Teams Rooms Pro
  '21943e3a-2429-4f83-84c1-02735cd49e78', // Microsoft Teams Rooms Pro without Audio Conferencing
  '295a8eb0-f78d-45c7-8b5b-1eed5ed02dff', // Microsoft Teams Shared Devices, once Common Area Phone
  '440eaaa8-b3e0-484b-a8be-62870b9ba70a', // Microsoft Teams Phone Resource Account
];
const MAILED_TO = /^smtp:/i;

/**
 * Whether an enabled account is nobody, as far as the directory tells without a further permission: an account of Teams
 * itself, one with the licence of a room or a shared device, or one that has a mailbox and no licence at all. Exchange
 * gives people a mailbox for a licence only; shared, room and equipment mailboxes need none. An account with neither
 * mailbox nor licence may well be somebody who works away from a desk.
 */
export function isNobody(account: AccountFacts): boolean {
  const { isResourceAccount, proxyAddresses, assignedLicenses, assignedPlans } = account;
  if (isResourceAccount === true) return true;
  if (assignedLicenses.some(({ skuId }) => LICENCES_OF_THINGS.includes(skuId.toLowerCase()))) return true;
  const isLicensed = assignedLicenses.length > 0 || assignedPlans.some((plan) => plan.capabilityStatus === 'Enabled');
  return !isLicensed && proxyAddresses.some((address) => MAILED_TO.test(address));
}
