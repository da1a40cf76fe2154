const PEOPLE = {
  type: 'user',
  fields: ['assignedLicenses/disabledPlans', 'assignedPlans/assignedDateTime', 'assignedPlans/servicePlanId'],
};

/**
 * What Graph is known to send beside the fields a source declares, and the type of its items in Microsoft's metadata
 * (none for a report, whose columns stand in no metadata). All of it is dropped in the parser; it is listed so that what
 * is in neither list can be noticed as new. From Microsoft Learn's pages of each endpoint and the headers of its reports.
 */
export const SENT_ALONG: Readonly<
  Record<string, { readonly type?: string; readonly fields: readonly string[] } | undefined>
> = {
  directory: PEOPLE,
  'listed-people': PEOPLE,
  domains: {
    type: 'organization',
    fields: [
      ...['id', 'verifiedDomains/capabilities', 'verifiedDomains/isDefault', 'verifiedDomains/isInitial'],
      'verifiedDomains/type',
    ],
  },
  'list-addresses': { type: 'group', fields: [] },
  'unit-groups': { type: 'user', fields: [] },
  'unit-managers': { type: 'user', fields: [] },
  'competence-groups': { type: 'user', fields: [] },
  'sent-items': { type: 'message', fields: [] },
  'message-trace': { type: 'exchangeMessageTrace', fields: ['id'] },
  meetings: { type: 'event', fields: ['responseStatus/time', 'attendees/proposedNewTime'] },
  'chat-membership': {
    type: 'chat',
    fields: [
      ...['lastUpdatedDateTime', 'onlineMeetingInfo', 'tenantId', 'viewpoint', 'isHiddenForAllMembers'],
      ...['migrationMode', 'originalCreatedDateTime'],
      ...['members/id', 'members/roles', 'members/visibleHistoryStartDateTime'],
    ],
  },
  'chat-members': { type: 'conversationMember', fields: ['id', 'roles'] },
  'chat-messages': {
    type: 'chatMessage',
    fields: [
      ...['id', 'replyToId', 'etag', 'lastModifiedDateTime', 'lastEditedDateTime', 'deletedDateTime', 'importance'],
      ...['locale', 'webUrl', 'channelIdentity', 'policyViolation', 'messageHistory'],
      ...['from/application', 'from/device', 'from/user/userIdentityType', 'from/user/tenantId'],
    ],
  },
  calls: { type: 'callRecords.callRecord', fields: [] },
  'call-participants': {
    type: 'callRecords.participant',
    fields: [
      ...['id', 'administrativeUnitInfos', 'identity/endpointType', 'identity/application', 'identity/device'],
      ...['identity/applicationInstance', 'identity/assertedIdentity', 'identity/azureCommunicationServicesUser'],
      ...['identity/encrypted', 'identity/onPremises', 'identity/acsUser', 'identity/spoolUser'],
      ...['identity/acsApplicationInstance', 'identity/spoolApplicationInstance'],
    ],
  },
  'report-settings': { type: 'adminReportSettings', fields: ['id'] },
  'active-user-counts': { fields: ['Report Refresh Date', 'Skype For Business', 'Report Period'] },
  'service-user-counts': { fields: ['Skype For Business Active', 'Skype For Business Inactive'] },
  'active-users': {
    fields: [
      ...['Display Name', 'Deleted Date', 'Has Exchange License', 'Has OneDrive License'],
      ...['Has SharePoint License', 'Has Skype For Business License', 'Has Yammer License', 'Has Teams License'],
      ...['Skype For Business Last Activity Date', 'Yammer Last Activity Date', 'Exchange License Assign Date'],
      ...['OneDrive License Assign Date', 'SharePoint License Assign Date', 'Skype For Business License Assign Date'],
      ...['Yammer License Assign Date', 'Teams License Assign Date', 'Assigned Products'],
    ],
  },
  'teams-activity': {
    fields: [
      ...['User Id', 'Deleted Date', 'Assigned Products', 'Team Chat Message Count'],
      ...['Private Chat Message Count', 'Call Count', 'Meeting Count', 'Meetings Organized Count'],
      ...['Meetings Attended Count', 'Ad Hoc Meetings Organized Count', 'Ad Hoc Meetings Attended Count'],
      ...['Scheduled One-time Meetings Organized Count', 'Scheduled One-time Meetings Attended Count'],
      ...['Scheduled Recurring Meetings Organized Count', 'Scheduled Recurring Meetings Attended Count'],
      ...['Audio Duration', 'Video Duration', 'Screen Share Duration', 'Audio Duration In Seconds'],
      ...['Video Duration In Seconds', 'Screen Share Duration In Seconds', 'Has Other Action', 'Urgent Messages'],
      ...['Post Messages', 'Tenant Display Name', 'Shared Channel Tenant Display Names', 'Reply Messages'],
      ...['Is Licensed', 'Report Period'],
    ],
  },
  'teams-devices': {
    fields: [
      ...['User Id', 'Last Activity Date', 'Deleted Date', 'Used Web', 'Used Windows Phone'],
      ...['Used Mac', 'Used Windows', 'Used Chrome OS', 'Used Linux', 'Is Licensed'],
    ],
  },
  'email-activity': {
    fields: [
      ...['Display Name', 'Deleted Date', 'Send Count', 'Receive Count', 'Read Count'],
      ...['Meeting Created Count', 'Meeting Interacted Count', 'Assigned Products', 'Report Period'],
    ],
  },
  'email-apps': {
    fields: [
      ...['Display Name', 'Deleted Date', 'Last Activity Date', 'Mail For Mac'],
      ...['Outlook For Mac', 'Outlook For Windows', 'Outlook For Web', 'POP3 App', 'IMAP4 App', 'SMTP App'],
    ],
  },
  'sharepoint-activity': {
    fields: [...['Deleted Date', 'Synced File Count', 'Visited Page Count', 'Assigned Products']],
  },
  'onedrive-activity': {
    fields: [...['Deleted Date', 'Viewed Or Edited File Count', 'Synced File Count'], 'Assigned Products'],
  },
  'office-apps': {
    fields: [
      ...['Last Activation Date', 'Last Activity Date', 'Windows', 'Mac', 'Web'],
      ...['Outlook', 'Word', 'Excel', 'PowerPoint', 'OneNote', 'Teams'].flatMap((app) => [
        app,
        ...['Windows', 'Mac', 'Mobile', 'Web'].map((platform) => `${app} (${platform})`),
      ]),
    ],
  },
  'engage-activity': {
    fields: [
      ...['Display Name', 'State Change Date', 'Last Activity Date', 'Read Count'],
      ...['Liked Count', 'Assigned Products'],
    ],
  },
  'copilot-usage': {
    fields: [
      ...['Display Name', 'Report Period'],
      ...['Copilot Chat', 'Microsoft Teams Copilot', 'Word Copilot', 'Excel Copilot', 'PowerPoint Copilot'].map(
        lastActivity,
      ),
      ...['Outlook Copilot', 'OneNote Copilot', 'Loop Copilot'].map(lastActivity),
    ],
  },
};

function lastActivity(app: string): string {
  return `${app} Last Activity Date`;
}
