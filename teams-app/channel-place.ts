/** Where the button of a channel's tab may lead: screens alone, so that the tab's address names no unit. */
export const CHANNEL_PLACES = ['overview', 'adoption', 'journey', 'about'] as const;
export type ChannelPlace = (typeof CHANNEL_PLACES)[number];

/** The pages that stand outside the personal app: a channel's tab, and the page on which it is set up. */
export type ChannelPage = 'tab' | 'set-up';

const PAGES: Readonly<Record<string, ChannelPage>> = { '/channel': 'tab', '/channel-setup': 'set-up' };

/** Which of them an address is; undefined for every other. */
export function channelPage(path: string): ChannelPage | undefined {
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
