/** Where the reader is. `period` is a period's id, absent for the newest. */
export type Route =
  | { readonly screen: 'overview' | 'bridges' | 'adoption'; readonly period?: string }
  | { readonly screen: 'journey' }
  | { readonly screen: 'unit'; readonly slug?: string }
  | { readonly screen: 'me' }
  | { readonly screen: 'about' }
  | { readonly screen: 'install' }
  | { readonly screen: 'office'; readonly part?: OfficePart };

/** The places of those who hold an office. */
export const OFFICE_PARTS = ['watch', 'scope', 'gates', 'protected'] as const;
export type OfficePart = (typeof OFFICE_PARTS)[number];

export type ScreenName = Route['screen'];

/**
 * Reads a place as it stands in an address or in a Teams deep link: `/overview?period=2026-Q3`, `unit/teknisk`,
 * `#/about`. Undefined for anything else, so that the caller chooses where to begin.
 */
export function readRoute(place: string): Route | undefined {
  const [path = '', query = ''] = place.replace(/^[#/]+/, '').split('?');
  const [screen, slug] = path.split('/');
  switch (screen) {
    case 'overview':
    case 'bridges':
    case 'adoption': {
      const period = new URLSearchParams(query).get('period');
      return period === null ? { screen } : { screen, period };
    }
    case 'unit':
      return slug === undefined || slug === '' ? { screen } : { screen, slug: decodeSlug(slug) };
    case 'me':
    case 'journey':
    case 'about':
    case 'install':
      return { screen };
    case 'office': {
      const part = OFFICE_PARTS.find((one) => one === slug);
      return part === undefined ? { screen } : { screen, part };
    }
    case undefined:
    default:
      return undefined;
  }
}

/** The address of a place, after the page's own: the reverse of `readRoute`. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'overview':
    case 'bridges':
    case 'adoption': {
      const query = route.period === undefined ? '' : `?period=${encodeURIComponent(route.period)}`;
      return `#/${route.screen}${query}`;
    }
    case 'journey':
      return '#/journey';
    case 'unit':
      return route.slug === undefined ? '#/unit' : `#/unit/${encodeURIComponent(route.slug)}`;
    case 'me':
      return '#/me';
    case 'about':
      return '#/about';
    case 'install':
      return '#/install';
    case 'office':
      return route.part === undefined ? '#/office' : `#/office/${route.part}`;
  }
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
