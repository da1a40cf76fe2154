// Who may import whom (design §3). Deny by default: each room lists the rooms and packages it may use, and this file
// is the architecture. `reason` says why the list is as short as it is.
const rooms = [
  {
    room: 'failure',
    from: '^connector/failure\\.ts$',
    may: [],
    packages: [],
    reason: 'the closed set of failures is shared by every room that can fail, so it may know none of them',
  },
  {
    room: 'main',
    from: '^connector/main\\.ts$',
    may: ['^connector/(?!network/|adoption/|microsoft-graph/|demo-tenant/)', '^manifest/build-package\\.ts$'],
    packages: ['commander'],
    builtins: true,
    reason: 'main starts things: the commands and their words; what they start is put together elsewhere',
  },
  {
    room: 'what main starts',
    from: '^connector/(serve|installation|installed-custody)\\.ts$',
    may: ['^connector/(?!network/|adoption/|demo-tenant/)'],
    packages: ['express'],
    builtins: true,
    reason: 'a real tenant is put together here, so no invented one can slip in',
  },
  {
    room: 'demo',
    from: '^connector/demo\\.ts$',
    may: ['^connector/(?!network/|adoption/)'],
    packages: [],
    builtins: true,
    reason: 'the demo puts an invented tenant in front of the same rooms, and may change none of them',
  },
  {
    room: 'write-documents',
    from: '^connector/write-documents\\.ts$',
    may: [
      '^connector/(custody-settings|installation|settings)\\.ts$',
      '^connector/documents/',
      '^connector/microsoft-graph/needed-sources\\.ts$',
      '^connector/privacy/(?!real-identity)',
      '^connector/store/',
    ],
    packages: [],
    builtins: true,
    reason: 'it reads the configuration, writes the drafts, and asks nobody',
  },
  {
    room: 'operation',
    from: '^connector/(operation|ledger-pinning)\\.ts$',
    may: [
      '^connector/(catch-up|collect|collection-run|ledger-pinning|publish-worker|source-progress|source-told|stopped)\\.ts$',
      '^connector/(key-custody|microsoft-graph|store)/',
      '^connector/privacy/(?!real-identity)',
    ],
    packages: [],
    reason: 'a run under the lease is the same for a real tenant and an invented one',
  },
  {
    room: 'scope-standing',
    from: '^connector/scope-standing\\.ts$',
    may: ['^connector/store/', '^connector/privacy/(?!real-identity)'],
    packages: [],
    reason:
      'which scope is in force and which gate closed is asked of decisions alone, by whoever reads, releases or shows',
  },
  {
    room: 'scope-command',
    from: '^connector/scope-command\\.ts$',
    may: ['^connector/scope-standing\\.ts$', '^connector/(documents|store)/', '^connector/privacy/(?!real-identity)'],
    packages: [],
    reason: 'what the command line may do with a scope: it reads nothing of Microsoft and holds nobody for an officer',
  },
  {
    room: 'plain parts of a run',
    from: '^connector/(catch-up|progress-teller|release-document|source-told|stopped)\\.ts$',
    may: [
      '^connector/(catch-up|collection-run|source-progress|source-told)\\.ts$',
      '^connector/privacy/(?!real-identity)',
      '^connector/store/(figures|runs)\\.ts$',
    ],
    packages: [],
    reason: 'pure: which days are due, what is said of them and how a release is written out',
  },
  {
    room: 'exported-releases',
    from: '^connector/exported-releases\\.ts$',
    may: ['^connector/privacy/ledger\\.ts$', '^connector/store/(ledger|open|releases)\\.ts$'],
    packages: [],
    reason: 'what it writes out is released already: it reaches nothing else',
  },
  {
    room: 'service-line',
    from: '^connector/service-line\\.ts$',
    may: ['^connector/microsoft-graph/throttle\\.ts$'],
    packages: [],
    reason: 'pure: a sentence for whoever watches the terminal, made from what the governor tells',
  },
  {
    room: 'units',
    from: '^connector/units\\.ts$',
    may: ['^connector/collect-units\\.ts$', '^connector/microsoft-graph/', '^connector/privacy/(?!real-identity)'],
    packages: [],
    reason: 'it reads and places people as a run does, and says numbers of them; it may keep nothing',
  },
  {
    room: 'data-file',
    from: '^connector/data-file\\.ts$',
    may: ['^connector/collection-run\\.ts$'],
    packages: [],
    builtins: true,
    reason: 'the one place where a run is handed a file; it does not know what the file says',
  },
  {
    room: 'tab-build',
    from: '^connector/tab-build\\.ts$',
    may: [],
    packages: [],
    builtins: true,
    reason: 'it starts Vite in a process of its own and knows nothing of the product',
  },
  {
    room: 'doctor',
    from: '^connector/doctor',
    may: [
      '^connector/(doctor|installation|installed-custody|settings|collect-units|data-file|scope-standing)',
      '^connector/(key-custody|microsoft-graph|store)/',
      '^connector/privacy/(?!real-identity)',
      '^connector/api/answers\\.ts$',
    ],
    packages: [],
    builtins: true,
    reason: 'it looks at what the others would use, through their own doors, and may publish nothing',
  },
  {
    room: 'settings',
    from: '^connector/(settings|custody-settings)\\.ts$',
    may: ['^connector/settings\\.ts$'],
    packages: ['zod'],
    reason: 'the environment is read once and handed down; a room that read it would have hidden inputs',
  },
  {
    room: 'tenants',
    from: '^connector/(tenants|serve-tenants)\\.ts$',
    may: ['^connector/tenants\\.ts$', '^connector/key-custody/key-id-in\\.ts$'],
    packages: [],
    builtins: true,
    reason: 'it starts a process for each tenant and sees settings files only: what it cannot reach it cannot mix up',
  },
  {
    room: 'schedule',
    from: '^connector/schedule\\.ts$',
    may: [],
    packages: ['node-cron'],
    reason: 'it is handed functions: when something starts is independent of what starts',
  },
  {
    room: 'collect',
    from: '^connector/(collect(ion-run|-mailboxes|-tenant-wide|-reports|-concealment|-narrowing|-organisation-counts|-units)?|side-by-side|source-progress)\\.ts$',
    may: [
      '^connector/(collect|collection-run|side-by-side|source-progress)',
      '^connector/microsoft-graph/',
      '^connector/store/',
      '^connector/privacy/(?!real-identity)',
    ],
    packages: [],
    reason: 'a run is one screen; real identities pass through it as arguments it cannot open',
  },
  {
    room: 'publish',
    from: '^connector/publish(-worker)?\\.ts$',
    may: [
      '^connector/(publish|person-rows)',
      '^connector/(store|privacy|network|adoption)/',
      '^connector/privacy/(?!real-identity)',
    ],
    packages: ['zod'],
    builtins: ['node:worker_threads', 'node:crypto'],
    reason: 'a release sees pseudonyms only, so it can never reach the room that speaks to Graph',
  },
  {
    room: 'person-rows',
    from: '^connector/person-rows\\.ts$',
    may: [
      '^connector/(network|adoption)/',
      '^connector/privacy/(?!real-identity)',
      '^connector/store/interactions\\.ts$',
    ],
    packages: [],
    reason: 'one code makes the row of a release and what each person is told of themselves',
  },
  {
    room: 'about-me',
    from: '^connector/api/(about-me|objection|own-)',
    may: [
      '^connector/api/(?!who-is-asking)',
      '^connector/(documents|store)/',
      '^connector/privacy/(?!real-identity)',
      '^connector/(person-rows|scope-standing)\\.ts$',
    ],
    packages: ['zod'],
    reason:
      "what is held about the asker, found by the asker's own token: no other question may look for anybody's rows",
  },
  {
    room: 'api',
    from: '^connector/api/(?!who-is-asking|about-me|objection|own-)',
    may: ['^connector/api/', '^connector/documents/', '^connector/store/', '^connector/privacy/(?!real-identity)'],
    packages: ['express', 'helmet', 'zod', 'jose'],
    builtins: true,
    reason: 'it answers from what is stored and never asks Microsoft Graph',
  },
  {
    room: 'who-is-asking',
    from: '^connector/api/who-is-asking',
    may: ['^connector/api/', '^connector/privacy/'],
    packages: ['express', 'jose', 'zod'],
    builtins: true,
    reason: "the one file of the API that may hold a real identity: the asker's own",
  },
  {
    room: 'microsoft-graph',
    from: '^connector/microsoft-graph/',
    may: ['^connector/microsoft-graph/', '^connector/privacy/'],
    packages: ['@azure/msal-node', '@microsoft/microsoft-graph-client', 'zod', 'csv-parse'],
    builtins: true,
    reason: 'real identities end here: it may not write, so it knows no store',
  },
  {
    room: 'key-custody',
    from: '^connector/key-custody/',
    may: ['^connector/key-custody/'],
    packages: ['jose', '@azure/keyvault-keys'],
    builtins: true,
    reason: 'it wraps keys and sees no data; how to sign in to a vault it is told',
  },
  {
    room: 'store',
    from: '^connector/store/',
    may: ['^connector/store/', '^connector/privacy/(?!real-identity)'],
    packages: ['zod'],
    builtins: true,
    reason: 'the only room that speaks to the database; it takes what privacy declares and nothing else',
  },
  {
    room: 'privacy',
    from: '^connector/privacy/',
    may: ['^connector/privacy/'],
    packages: ['zod'],
    builtins: ['node:crypto', 'node:util'],
    reason: 'pure: its promises can be read and tested without a disk, a network or a clock',
  },
  {
    room: 'documents',
    from: '^connector/documents/',
    may: ['^connector/documents/', '^connector/privacy/(?!real-identity)'],
    packages: ['docx', 'fflate'],
    reason: 'it turns a configuration into words and bytes: whoever calls it writes them, and it reads nothing itself',
  },
  {
    room: 'network',
    from: '^connector/network/',
    may: ['^connector/network/'],
    packages: ['graphology'],
    builtins: ['node:worker_threads'],
    plain: true,
    reason: 'mathematics knows nothing of people, Microsoft or databases, and could be published alone',
  },
  {
    room: 'adoption',
    from: '^connector/adoption/',
    may: ['^connector/adoption/'],
    packages: [],
    plain: true,
    reason: 'rules on plain rows, checkable on paper',
  },
  {
    room: 'demo-tenant',
    from: '^connector/demo-tenant/',
    may: ['^connector/demo-tenant/'],
    packages: ['msw', 'jose', 'csv-parse', 'zod'],
    builtins: true,
    reason: 'it plays Microsoft: sharing code with the connector would let one mistake hide another',
  },
  {
    room: 'teams-app',
    from: '^teams-app/',
    may: ['^teams-app/', '^connector/api/answers\\.ts$'],
    packages: [
      'react',
      'react-dom',
      '@fluentui/react-components',
      '@microsoft/teams-js',
      'zod',
      'vite',
      '@vitejs/plugin-react',
    ],
    builtins: ['node:url', 'node:path'],
    plain: true,
    reason: 'the browser knows the shape of answers and nothing else of the connector',
  },
  {
    room: 'manifest',
    from: '^manifest/',
    may: ['^manifest/'],
    packages: ['fflate', 'zod'],
    builtins: true,
    reason: 'the package builder works on its own files',
  },
];

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const rules = rooms.flatMap(({ room, from, may, packages, builtins, plain, reason }) => {
  const packagePaths = packages.flatMap((name) => [
    `(^|/)node_modules/${escape(name)}/`,
    `(^|/)node_modules/@types/${escape(name)}/`,
  ]);
  const builtinPaths =
    builtins === true
      ? [
          '^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|fs/promises|http|https|net|os|path|perf_hooks|process|readline|sqlite|stream|stream/promises|string_decoder|timers|timers/promises|tls|url|util|worker_threads|zlib)$',
        ]
      : (builtins ?? []).map((name) => `^(node:)?${escape(name.replace('node:', ''))}$`);
  return [
    {
      name: `${room}-imports-only-its-table`,
      comment: reason,
      severity: 'error',
      from: { path: from },
      to: { pathNot: [...may, ...(plain ? [] : ['^connector/failure\\.ts$']), ...packagePaths, ...builtinPaths] },
    },
  ];
});

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'no-circles',
      comment: 'a circle has no first file to read',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file nobody imports is not part of the house',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^tests/',
          '^bench/',
          '^manifest/',
          '^connector/(launch|verify)\\.mjs$',
          '\\.config\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'real-identity-has-two-doors',
      comment: 'a real identity exists in microsoft-graph/ and, for the asker alone, in who-is-asking.ts',
      severity: 'error',
      from: {
        pathNot: ['^connector/microsoft-graph/', '^connector/privacy/', '^connector/api/who-is-asking', '^tests/'],
      },
      to: { path: '^connector/privacy/real-identity\\.ts$' },
    },
    {
      name: 'rows-of-one-person-have-one-door',
      comment:
        'only *About me*, an objection and a run can make the pseudonym or mark that rows of one person are found by',
      severity: 'error',
      from: { path: '^connector/api/', pathNot: ['^connector/api/(about-me|objection|own-)'] },
      to: { path: '^connector/(privacy/(pseudonym|mark)|store/(own-rows|marks))\\.ts$' },
    },
    {
      name: 'every-file-has-a-room',
      comment: 'a file outside the table would be outside every rule',
      severity: 'error',
      from: {
        path: '^connector/',
        pathNot: [...rooms.map(({ from }) => from), '^connector/(launch|verify)\\.mjs$'],
      },
      to: {},
    },
    {
      name: 'product-never-imports-tests',
      comment: 'a test hook in the product is a door',
      severity: 'error',
      from: { path: '^(connector|teams-app|manifest)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^teams-app/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'connector/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
