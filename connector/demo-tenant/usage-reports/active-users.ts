import type { Account, Service } from '../world.ts';
import {
  anyLicence,
  dateOf,
  DELETED,
  DISPLAY_NAME,
  latestOf,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type Column,
  type UsageTable,
} from './usage-table.ts';

const SERVICES: readonly (readonly [header: string, service: Service | undefined])[] = [
  ['Exchange', 'exchange'],
  ['OneDrive', 'onedrive'],
  ['SharePoint', 'sharepoint'],
  ['Skype For Business', undefined],
  ['Yammer', 'engage'],
  ['Teams', 'teams'],
];

/** Engage is licensed to whoever used it: hardly anybody does. */
export function isLicensed(account: Account, service: Service | undefined, used: boolean): boolean {
  if (service === undefined || !anyLicence(account)) return false;
  if (service === 'engage') return used;
  return service !== 'exchange' || account.licence !== 'F1';
}

/** Who used which services of Microsoft 365. It alone bears no period. */
export const activeUsers: UsageTable = {
  name: 'getOffice365ActiveUserDetail',
  services: ['exchange', 'onedrive', 'sharepoint', 'engage', 'teams'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, DISPLAY_NAME, ...DELETED],
    ...SERVICES.map(([header, service]): Column => [
      `Has ${header} License`,
      ({ account, lastUsed }) => isLicensed(account, service, service !== undefined && lastUsed.has(service)),
    ]),
    ...SERVICES.map(([header, service]): Column => [
      `${header} Last Activity Date`,
      ({ lastUsed }) => (service === undefined ? '' : latestOf([service], lastUsed)),
    ]),
    ...SERVICES.map(([header, service]): Column => [
      `${header} License Assign Date`,
      ({ account, lastUsed, began }) =>
        isLicensed(account, service, service !== undefined && lastUsed.has(service)) ? dateOf(began) : '',
    ]),
    PRODUCTS,
  ],
};
