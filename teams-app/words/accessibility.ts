import { accessibilityNn } from './accessibility-nn.ts';
import type { Language } from './language.ts';
import { accessibilityNb, type AccessibilityWords } from './accessibility-nb.ts';

/** The same in English. */
const en: AccessibilityWords = {
  link: 'Accessibility statement',
  title: 'Accessibility statement for Samspill',
  lead: 'The organisation that uses Samspill is responsible for it. Everybody should be able to use it. The statement follows the template of the Norwegian Authority for Universal Design of ICT.',
  back: 'To About this data',
  parts: [
    {
      title: 'Status',
      text: [
        'Samspill partially conforms to the requirements of the Norwegian regulation (WCAG 2.1, levels A and AA), and is made to WCAG\u00a02.2.',
        'We know of no failures. We write “partially” because not everything has been tried by people yet. What is missing is listed below.',
      ],
      points: [],
    },
    {
      title: 'Not tried yet',
      text: [],
      points: [
        'Use with a screen reader, by people who use one every day.',
        'Use with speech control and with a switch.',
        'Teams on a telephone or tablet. A narrow screen is tried in a browser.',
        'Drafts that are downloaded as files. They are made with headings and a language, but not checked one by one.',
      ],
    },
    {
      title: 'How it is tried',
      text: [
        'Each new version is tried by machine in the browser Chromium, as a page of its own and in a frame like Teams:',
      ],
      points: [
        'The tool axe looks for faults in the light, dark and high contrast looks.',
        'Keyboard alone: everything can be reached, and you see where you are.',
        'Enlarged to 200 per cent, and down to 320 points wide, without scrolling sideways.',
        'Less movement where you have asked for it, and forced colours.',
        'Every picture is there as a table too, and nothing is told by colour alone.',
      ],
    },
    {
      title: 'Exceptions and date',
      text: [
        'No part is excepted from the requirements, and we say of nothing that it would be too great a burden. We last went through the statement on 22\u00a0November 2026.',
      ],
      points: [],
    },
    {
      title: 'Tell us of a fault',
      text: [
        'If you meet something you cannot use, tell those who run Samspill in your organisation. Write where you were and what stopped you. If you ask for the content in another form, you will get an answer.',
      ],
      points: [],
    },
    {
      title: 'If you get no help',
      text: [
        'The Norwegian Authority for Universal Design of ICT (uutilsynet.no) supervises, and takes reports. If the organisation does not agree with you, you may complain to the Anti-Discrimination Tribunal (Diskrimineringsnemnda).',
      ],
      points: [],
    },
  ],
};

export function accessibilityWords(language: Language): AccessibilityWords {
  return { nb: accessibilityNb, nn: accessibilityNn, en }[language];
}
