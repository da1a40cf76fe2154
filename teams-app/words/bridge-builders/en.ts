import type { BridgeBuilderWords } from './nb.ts';

/** Standing as a bridge-builder, in English. */
export const en: BridgeBuilderWords = {
  own: {
    title: 'Stand as a bridge-builder',
    lead: 'You can let leaders see that you like to bring people together. Then they can ask you when something new begins. Every employee may choose this, and nobody has to. Figures about you play no part.',
    shownTo:
      'Your name and unit are shown to leaders, launch owners, the privacy officer, the data protection officer and the employees’ representatives. Nothing else is shown. We hold your name, unit and account number encrypted until you withdraw.',
    backups:
      'In backups it stays encrypted until the copy is deleted. Whoever runs Samspill can tell you how long that is.',
    apart: 'Saying no to being read does not change this.',
    isProtected:
      'You are a protected contact. Nobody else learns that here. But if you say yes, leaders see your name and unit. Think about whether that suits your role.',
    noName:
      'Your sign-in does not give your name, so you cannot stand as a bridge-builder yet. Ask the administrator to add the name to the sign-in.',
    show: 'Show what leaders will see',
    wouldSee: 'Leaders will see this about you:',
    unitToCome: 'Your unit in the directory',
    unitLater: 'The unit comes from the directory with the next reading. Until then you are not shown.',
    confirm: 'Yes, let leaders see this',
    cancel: 'No, go back',
    stands: 'You stand as a bridge-builder. Leaders see this about you:',
    waits:
      'You have said yes. Leaders see you once the next reading finds you in the directory. If it does not, your answer is deleted.',
    demo: 'In the demo, reading ends when the quarters are done.',
    newName: (name) => `Show the name ${name} instead`,
    withdraw: 'Do not show me any longer',
    withdrawn: 'You no longer stand as a bridge-builder. Your name and unit are deleted.',
    failed: 'It did not work. Nothing has changed. Try again.',
    heldToo: 'Your choice to stand as a bridge-builder is held, with name and unit.',
  },
  list: {
    title: 'Ask these when something new begins',
    lead: 'These employees have themselves chosen to stand as bridge-builders. No figure decides who is here, and the names are in alphabetical order.',
    meansNothing:
      'That somebody is not here means nothing. Leave the choice free: ask nobody to come forward, and do not ask why.',
    none: 'Nobody has chosen to stand as a bridge-builder yet. Each employee can do so under About me. The name is shown from the next reading on.',
    noUnit: 'Without a unit',
    more: (units) => `Show all ${units} units`,
  },
};
