/** Where the button of a channel's tab may lead: screens alone, so that the tab's address names no unit. */
export const CHANNEL_PLACES = ['overview', 'adoption', 'journey', 'about'] as const;
export type ChannelPlace = (typeof CHANNEL_PLACES)[number];

/** Pages with an address of their own, beside the screens: a channel's tab, where it is set up, and what anybody may read. */
export type OwnPage = 'channel' | 'channel-set-up' | 'accessibility';

/** Where the accessibility statement stands. */
export const ACCESSIBILITY_ADDRESS = '/accessibility';

const PAGES: Readonly<Record<string, OwnPage>> = {
  '/channel': 'channel',
  '/channel-setup': 'channel-set-up',
  [ACCESSIBILITY_ADDRESS]: 'accessibility',
};

/** Which of them an address is; undefined for every other. */
export function ownPage(path: string): OwnPage | undefined {
  return PAGES[path];
}

/** The place a channel tab's address leads to, and the overview where it says none that we know. */
export function channelPlace(address: string | undefined): ChannelPlace {
  const asked = address === undefined ? null : (URL.parse(address)?.searchParams.get('to') ?? null);
  return CHANNEL_PLACES.find((place) => place === asked) ?? 'overview';
}

/** The reverse: the address of a channel's tab on our origin. */
export function channelAddress(origin: string, place: ChannelPlace): string {
  return `${origin}/channel?to=${place}`;
}
