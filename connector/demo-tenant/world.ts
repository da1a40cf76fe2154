/**
 * What the demo tenant holds. A world only knows facts; `graph.ts` and `entra.ts` say them in Microsoft's protocols.
 * Two worlds exist: the invented municipality and a tenant folder.
 */
export interface World {
  readonly tenantId: string;
  readonly organisation: string;
  /** Verified domains, the default one first. */
  readonly domains: readonly string[];
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  /** The security group whose transitive members make the positive list. */
  readonly positiveGroupId: string;
  /** The first and the day after the last on which anything happens, milliseconds since 1970 (UTC midnights). */
  readonly from: number;
  readonly to: number;
  /** Whether the tenant's usage reports show hashes instead of names. Default: they show names. */
  readonly concealsNames?: boolean;
  /** The kinds of data there are. A kind not named here does not exist, which is something else than being empty. */
  readonly holds: readonly DataKind[];
  /**
   * What one account sent in [from, to), oldest first; made or read lazily, the same at each asking.
   * Ends without a message for accounts that have no mailbox.
   */
  sentMessages(accountId: string, from: number, to: number): Iterable<SentMessage>;
  /** Services used on the day that starts at this moment; accounts that used none are absent. */
  usageOn(dayStart: number): Iterable<Usage>;
  /** What stands in one account's calendar and touches [from, to), by start. Nothing without a mailbox. */
  meetings?(accountId: string, from: number, to: number): Iterable<Meeting>;
  /** The chats an account is a member of, oldest first, whenever they began. */
  chats?(accountId: string): Iterable<Chat>;
  chat?(chatId: string): Chat | undefined;
  /**
   * Messages in an account's chats that were sent or edited in [from, to), whoever wrote them: a message lies in the
   * chat of every member. By the moment of sending.
   */
  chatMessages?(accountId: string, from: number, to: number): Iterable<ChatMessage>;
  /** Calls of the whole tenant that began in [from, to), by beginning. */
  calls?(from: number, to: number): Iterable<Call>;
  call?(callId: string): Call | undefined;
}

export type DataKind = 'mail' | 'meetings' | 'chats' | 'chat-messages' | 'calls' | 'usage';

export type Service = 'exchange' | 'teams' | 'onedrive' | 'sharepoint' | 'engage' | 'office' | 'copilot';

/** What one account did in one day's usage reports. */
export interface Usage {
  readonly accountId: string;
  readonly services: readonly Service[];
  /** Counted only when a report asks for it. Absent: once in each service. */
  readonly figures?: () => UsageFigures;
}

export interface UsageFigures {
  readonly counts: Readonly<Partial<Record<UsageCount, number>>>;
  readonly tools: readonly UsageTool[];
}

/** Whole numbers, but for the seconds whole too; each belongs to one column of one report. */
export type UsageCount =
  | 'teamChatMessages'
  | 'privateChatMessages'
  | 'calls'
  | 'meetingsOrganized'
  | 'meetingsAttended'
  | 'audioSeconds'
  | 'videoSeconds'
  | 'screenShareSeconds'
  | 'mailsSent'
  | 'mailsReceived'
  | 'mailsRead'
  | 'sharePointFiles'
  | 'sharePointPages'
  | 'oneDriveFiles'
  | 'filesSynced'
  | 'filesSharedInside'
  | 'filesSharedOutside'
  | 'engageRead'
  | 'engagePosted'
  | 'engageLiked';

/** With what: devices running Teams, Outlook's kinds, office applications, Copilot's places. */
export type UsageTool =
  | `teams on ${'web' | 'windows' | 'mac' | 'ios' | 'android'}`
  | `outlook on ${'windows' | 'mac' | 'mobile' | 'web'}`
  | `${OfficeApp} on ${'windows' | 'mac' | 'mobile' | 'web'}`
  | `copilot in ${'chat' | 'teams' | 'word' | 'excel' | 'powerpoint' | 'outlook' | 'onenote' | 'loop'}`;

export type OfficeApp = 'word' | 'excel' | 'powerpoint' | 'onenote';

export interface Account {
  /** Entra object id, a lower-case GUID. */
  readonly id: string;
  readonly kind: 'employee' | 'elected' | 'pupil' | 'guest' | 'shared' | 'room' | 'service';
  readonly userPrincipalName: string;
  readonly mail: string | null;
  /** `SMTP:` for the primary address, `smtp:` for aliases. */
  readonly proxyAddresses: readonly string[];
  readonly displayName: string;
  readonly enabled: boolean;
  readonly userType: 'Member' | 'Guest';
  /** A unit path, levels separated by `/`. */
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly managerId: string | null;
  readonly hasMailbox: boolean;
  readonly licence: 'E3' | 'E5' | 'F1' | 'F3' | 'A1-student' | 'teams-rooms' | null;
  /** Whether a Copilot licence comes on top. Default: none. */
  readonly copilot?: boolean;
  /** Further properties by Graph's names, for organisations that keep the unit elsewhere: `companyName`, for example. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly kind: 'security' | 'distribution' | 'microsoft365';
  readonly memberIds: readonly string[];
}

export interface SentMessage {
  readonly sentAt: number;
  /** Addresses in any letter case, with display names: the connector must drop the latter. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Set where somebody else sent on this mailbox's behalf. */
  readonly senderAddress?: string;
  readonly subject: string;
  readonly draft: boolean;
  /** A meeting request or response: `#microsoft.graph.eventMessage`. */
  readonly meeting: boolean;
}

export type MeetingResponse = 'none' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

/** One entry of one calendar: two people's entries of a meeting share the uid and differ in the response. */
export interface Meeting {
  /** The same in every calendar, another one for each occurrence of a series: hexadecimal digits. */
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'singleInstance' | 'occurrence' | 'exception';
  /** Names the series; null for a meeting that does not recur. */
  readonly seriesId: string | null;
  /** An address in any letter case. */
  readonly organizer: string;
  /** Everybody invited but the organizer; people, lists, rooms and outsiders by address. */
  readonly attendees: readonly Attendee[];
  /** The answer of the calendar's owner. */
  readonly response: MeetingResponse | 'organizer';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly cancelled: boolean;
  readonly allDay: boolean;
  readonly attendeesHidden: boolean;
  /** Where to join; null for a meeting that is not online. */
  readonly joinUrl: string | null;
  readonly subject: string;
}

export interface Attendee {
  readonly address: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: MeetingResponse;
}

export interface Chat {
  /** As Teams writes them: `19:…@thread.v2`, or `19:{a}_{b}@unq.gbl.spaces` of two. */
  readonly id: string;
  readonly type: 'oneOnOne' | 'group' | 'meeting';
  readonly topic: string | null;
  readonly createdAt: number;
  /** Accounts of this tenant. */
  readonly memberIds: readonly string[];
  readonly strangers: readonly ChatStranger[];
}

/** A chat member from elsewhere: of another organisation, or, without a tenant, whoever came by a link. */
export interface ChatStranger {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly tenantId: string | null;
}

export interface ChatMessage {
  /** Unique within the chat. */
  readonly id: string;
  readonly chatId: string;
  readonly sentAt: number;
  readonly editedAt: number | null;
  /** Account or stranger; null where the service itself speaks. */
  readonly fromId: string | null;
  /** What must never be kept. */
  readonly text: string;
}

export interface Call {
  /** A GUID. */
  readonly id: string;
  readonly kind: 'groupCall' | 'peerToPeer';
  readonly start: number;
  readonly end: number;
  /** Null where somebody outside called the meeting together. */
  readonly organizerId: string | null;
  /** Who took part, the organizer too if they did. */
  readonly participants: readonly CallParticipant[];
  /** The meeting's, for a call that is one. */
  readonly joinUrl: string | null;
}

/** Somebody of this tenant by account, or a telephone, a guest or the like by whatever names it. */
export interface CallParticipant {
  readonly kind: 'user' | 'guest' | 'phone';
  readonly id: string;
}
