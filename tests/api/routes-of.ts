import { z } from 'zod';

const layers = z.array(
  z.object({
    route: z
      .object({ path: z.union([z.string(), z.array(z.string())]), methods: z.record(z.string(), z.boolean()) })
      .optional(),
    handle: z.unknown(),
  }),
);
const stacked = z.custom<{ readonly stack: unknown }>(
  (held) => typeof held === 'function' && 'stack' in held && Array.isArray(held.stack),
);

/** Every route a router lists, with those of the routers in it: `GET /units/:slug`. */
export function routesOf(router: { readonly stack: unknown }): string[] {
  return layers.parse(router.stack).flatMap(({ route, handle }) => {
    if (route !== undefined)
      return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${[route.path].flat().join(' ')}`);
    const inner = stacked.safeParse(handle);
    return inner.success ? routesOf(inner.data) : [];
  });
}
