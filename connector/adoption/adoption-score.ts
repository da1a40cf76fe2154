/** One category of Microsoft's Adoption Score, and what stands between its documented fraction and what is released. */
interface DocumentedFraction {
  readonly category: 'communication' | 'content-collaboration' | 'teamwork' | 'mobility' | 'meetings' | 'ai-adoption';
  /**
   * `overlap`: how many people use two services or platforms, where tables count each alone. `not-read`: what no source
   * reads. `days-a-person`: each person's number of days, of which only the habit is kept.
   */
  readonly notShown: 'overlap' | 'not-read' | 'days-a-person';
  /** The released column nearest to it: people with this in habit, of all heads. Another definition, to be said beside it. */
  readonly nearest: string | null;
}

/**
 * The fractions Microsoft documents for Adoption Score, in its order, over 28 days:
 *
 * - communication: people who use more than one of mail, Teams messages and Viva Engage posts ÷ people enabled for more
 *   than one. Tables count each service alone, and who writes messages is not told from who uses Teams.
 * - content collaboration: people who read or edit an online file that another made or changed, or whose own was ÷ people
 *   with OneDrive or SharePoint. No usage report tells whose file it was.
 * - teamwork: people who use a group mailbox, channel messages or a team site ÷ people who mail, message or use content.
 * - mobility: people who use any app on more than one of desktop, web and mobile ÷ licensed people.
 * - meetings: features used before, in and after each meeting. Of meetings neither features nor attendance are read.
 * - AI adoption: mean over licensed people of active days ÷ 12. A day's use is kept until the release, then whether it was
 *   a habit; who has a licence for Copilot is not read.
 *
 * None of them is carried by a released table, and of Microsoft's own counts of the organisation none tells two services
 * of one person. How a fraction becomes points Microsoft does not say. So nothing is computed that would only look like
 * Microsoft's figure, and beside each the nearest released share can be set.
 *
 * @see Microsoft Learn, "Microsoft Adoption Score": people experiences and AI adoption
 */
export const DOCUMENTED_FRACTIONS: readonly DocumentedFraction[] = [
  { category: 'communication', notShown: 'overlap', nearest: 'teams' },
  { category: 'content-collaboration', notShown: 'not-read', nearest: 'co-work' },
  { category: 'teamwork', notShown: 'not-read', nearest: null },
  { category: 'mobility', notShown: 'overlap', nearest: 'mobile' },
  { category: 'meetings', notShown: 'not-read', nearest: null },
  { category: 'ai-adoption', notShown: 'days-a-person', nearest: 'copilot' },
];
