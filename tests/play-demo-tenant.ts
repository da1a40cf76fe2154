import { openDemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';

/** Imported before the product in a process of its own: Microsoft's side of it is played here, from a tenant folder. */
const tenant = await openDemoTenant({
  world: await readTenantFolder(process.env['PLAYED_TENANT'] ?? ''),
  now: Date.now,
  application: {
    clientId: process.env['SAMSPILL_CLIENT_ID'] ?? '',
    secret: process.env['SAMSPILL_CLIENT_SECRET'] ?? '',
  },
  roles: (process.env['PLAYED_ROLES'] ?? '').split(' '),
});
tenant.listen();
