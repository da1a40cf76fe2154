import { openDemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { passBarrier } from './night-barrier.ts';
import { whatToPlay } from './play-at-night.ts';

/** A night's thread of a server in a test begins here: Microsoft's side of it is played before the product is loaded. */
const { source, application, roles, barrier } = whatToPlay();
const tenant = await openDemoTenant({
  world: await readTenantFolder(source),
  now: Date.now,
  application,
  roles,
  onExchange: ({ url }) => {
    if (new URL(url).pathname.endsWith('/messages')) passBarrier(barrier);
  },
});
tenant.listen();
await import('../connector/night-thread.ts');
