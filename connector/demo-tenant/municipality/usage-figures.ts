import type { Service, UsageFigures, UsageTool } from '../world.ts';
import { fractionOf, mix } from './chance.ts';

const SEED_MORE = 47;
const SEED_FIGURES = 48;
const SEED_DEVICES = 49;
/** Shares of those with an office licence who have Copilot's, and of desk staff who look into Engage. */
const COPILOT = 0.06;
const ENGAGE = 0.05;
const OFFICE = 0.8;

type Person = { readonly index: number; readonly standing: 'leader' | 'desk' | 'frontline' | 'elected' };

/** Whether somebody has a Copilot licence: some leaders and desk staff, drawn once. */
export function hasCopilot({ index, standing }: Person, seed: number): boolean {
  return (standing === 'leader' || standing === 'desk') && fractionOf(mix(seed, SEED_MORE, 0), index, 0) < COPILOT;
}

/**
 * The services beside the four that everybody knows: office applications on most days of work at a desk, Engage for a
 * few, Copilot for half of the days of who has it.
 *
 * @param full work done on the day against an ordinary one
 */
export function moreServices(person: Person, day: number, seed: number, full: number): Service[] {
  if (person.standing === 'frontline') return [];
  const draw = (section: number): number => fractionOf(mix(seed, SEED_MORE, section), person.index, day);
  const services: Service[] = [];
  if (draw(1) < OFFICE * full) services.push('office');
  if (fractionOf(mix(seed, SEED_MORE, 2), person.index, 0) < ENGAGE && draw(3) < 0.4 * full) services.push('engage');
  if (hasCopilot(person, seed) && draw(4) < 0.5 * full) services.push('copilot');
  return services;
}

/**
 * What somebody did in the services they used that day: numbers that look like work and agree with what the world knows.
 *
 * @param known mails sent and meetings, counted where they are made
 */
export function figuresOf(
  index: number,
  day: number,
  seed: number,
  services: readonly Service[],
  known: { readonly mailsSent: number; readonly meetingsOrganized: number; readonly meetingsAttended: number },
): UsageFigures {
  const draw = (section: number, most: number): number =>
    Math.floor(fractionOf(mix(seed, SEED_FIGURES, section), index, day) * (most + 1));
  const used = new Set(services);
  const when = (service: Service, counts: UsageFigures['counts']): UsageFigures['counts'] =>
    used.has(service) ? counts : {};
  return {
    counts: {
      ...when('exchange', {
        mailsSent: known.mailsSent,
        mailsReceived: known.mailsSent + draw(1, 20),
        mailsRead: draw(2, 18),
      }),
      meetingsOrganized: known.meetingsOrganized,
      meetingsAttended: known.meetingsAttended,
      ...when('teams', {
        privateChatMessages: 1 + draw(3, 12),
        teamChatMessages: draw(4, 4),
        calls: draw(5, 2),
        audioSeconds: known.meetingsAttended * 1500 + draw(6, 300),
        videoSeconds: known.meetingsAttended * 900,
        screenShareSeconds: known.meetingsOrganized * 600,
      }),
      ...when('onedrive', { oneDriveFiles: 1 + draw(7, 9), filesSynced: draw(8, 4), filesSharedInside: draw(9, 2) }),
      ...when('sharepoint', { sharePointFiles: 1 + draw(10, 9), sharePointPages: draw(11, 6) }),
      ...when('engage', { engageRead: 1 + draw(12, 6), engagePosted: draw(13, 1), engageLiked: draw(14, 2) }),
    },
    tools: toolsOf(index, seed, used, draw),
  };
}

function toolsOf(
  index: number,
  seed: number,
  used: ReadonlySet<Service>,
  draw: (section: number, most: number) => number,
): UsageTool[] {
  const device = fractionOf(mix(seed, SEED_DEVICES, 0), index, 0);
  const phone = device % 0.5 < 0.3 ? 'ios' : 'android';
  const tools: UsageTool[] = [];
  if (used.has('teams')) tools.push(device < 0.7 ? 'teams on windows' : 'teams on web');
  if (used.has('teams') && draw(20, 2) === 0) tools.push(`teams on ${phone}`);
  if (used.has('exchange')) tools.push(device < 0.6 ? 'outlook on windows' : 'outlook on web');
  if (used.has('exchange') && draw(21, 2) === 0) tools.push('outlook on mobile');
  if (used.has('office')) tools.push(device < 0.7 ? 'word on windows' : 'word on web');
  if (used.has('office') && draw(22, 1) === 0) tools.push('excel on windows');
  if (used.has('office') && draw(23, 4) === 0) tools.push('powerpoint on windows');
  if (used.has('copilot')) tools.push('copilot in chat');
  if (used.has('copilot') && draw(24, 2) === 0) tools.push('copilot in teams', 'copilot in word');
  return tools;
}
