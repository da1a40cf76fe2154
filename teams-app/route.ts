/** Which part of a screen an address points at; absent where it points at the screen. */
interface PointedAt {
  readonly section?: string;
}

/** The ids of two periods laid beside each other; absent for the newest two. */
export interface ComparedPeriods {
  readonly earlier?: string;
  readonly later?: string;
}

/** Where the reader is. `period` is a period's id, absent for the newest. */
export type Route =
  | ({ readonly screen: 'overview' | 'adoption'; readonly period?: string } & PointedAt)
  | ({ readonly screen: 'bridges'; readonly period?: string } & ComparedPeriods & PointedAt)
  | ({ readonly screen: 'journey' | 'about' } & PointedAt)
  | ({ readonly screen: 'unit'; readonly slug?: string } & PointedAt)
  | { readonly screen: 'me' }
  | { readonly screen: 'install' }
  | ({ readonly screen: 'office'; readonly part?: OfficePart } & PointedAt);

/** The places of those who hold an office. */
export const OFFICE_PARTS = ['watch', 'scope', 'gates', 'protected'] as const;
export type OfficePart = (typeof OFFICE_PARTS)[number];

export type ScreenName = Route['screen'];

/**
 * Reads a place as it stands in an address or in a Teams deep link: `/overview?period=2026-Q3`, `unit/teknisk`,
 * `#/about?section=budget`. Undefined for anything else, so that the caller chooses where to begin.
 */
export function readRoute(place: string): Route | undefined {
  const [path = '', query = ''] = place.replace(/^[#/]+/, '').split('?');
  const [screen, slug] = path.split('/');
  const asked = new URLSearchParams(query);
  const at = pointedAt(asked);
  switch (screen) {
    case 'overview':
    case 'adoption':
      return { screen, ...askedFor(asked, 'period'), ...at };
    case 'bridges':
      return { screen, ...askedFor(asked, 'period', 'earlier', 'later'), ...at };
    case 'unit':
      return slug === undefined || slug === '' ? { screen, ...at } : { screen, slug: decodeSlug(slug), ...at };
    case 'journey':
    case 'about':
      return { screen, ...at };
    case 'me':
    case 'install':
      return { screen };
    case 'office': {
      const part = OFFICE_PARTS.find((one) => one === slug);
      return part === undefined ? { screen, ...at } : { screen, part, ...at };
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
    case 'adoption':
      return `#/${route.screen}${queryOf({ period: route.period, section: route.section })}`;
    case 'bridges': {
      const { period, earlier, later, section } = route;
      return `#/bridges${queryOf({ period, earlier, later, section })}`;
    }
    case 'journey':
    case 'about':
      return `#/${route.screen}${queryOf({ section: route.section })}`;
    case 'unit': {
      const slug = route.slug === undefined ? '' : `/${encodeURIComponent(route.slug)}`;
      return `#/unit${slug}${queryOf({ section: route.section })}`;
    }
    case 'me':
      return '#/me';
    case 'install':
      return '#/install';
    case 'office': {
      const part = route.part === undefined ? '' : `/${route.part}`;
      return `#/office${part}${queryOf({ section: route.section })}`;
    }
  }
}

/** Of these what the address has. */
function askedFor<Name extends string>(asked: URLSearchParams, ...names: readonly Name[]): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = asked.get(name);
    if (value !== null) found[name] = value;
  }
  return found;
}

/** A part's name is a heading's own; what could not be one points at nothing. */
function pointedAt(asked: URLSearchParams): PointedAt {
  const section = asked.get('section');
  return section !== null && /^[a-z\d-]{1,40}$/.test(section) ? { section } : {};
}

function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
