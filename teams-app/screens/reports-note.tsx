import { type ReactNode } from 'react';
import type { ReportCame } from '../../connector/api/answers.ts';
import { adoptionWords } from '../words/adoption-words.ts';
import { useSpeech } from '../words/speech.ts';
import { reportFaults } from './report-faults.ts';

/** Beneath figures that rest on usage reports: which of these did not come as they should. Nothing where all did. */
export function ReportsNote({ reports }: { readonly reports: readonly ReportCame[] }): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).reports;
  const odd = reports.flatMap((came) => {
    const faults = reportFaults(came, speech);
    return faults.length === 0 ? [] : [{ name: speech.words.about.sources[came.report] ?? came.report, faults }];
  });
  if (odd.length === 0) return null;
  return (
    <aside className="small-print" aria-label={words.odd}>
      <p>{words.odd}</p>
      <ul>
        {odd.map(({ name, faults }) => (
          <li key={name}>
            {name}: {faults.join(' ')}
          </li>
        ))}
      </ul>
    </aside>
  );
}
