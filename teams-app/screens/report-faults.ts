import type { ReportCame } from '../../connector/api/answers.ts';
import { adoptionWords } from '../words/adoption-words.ts';
import type { Speech } from '../words/speech.ts';

/** What there is to say of how a report came, a sentence each: late, shrunk, with new columns, at odds with Microsoft's count. */
export function reportFaults(came: ReportCame, { language, format }: Speech): string[] {
  const words = adoptionWords(language).reports;
  const { lateDays, shrunk, newColumns, microsoftCounts, inReport } = came;
  return [
    ...(lateDays === null ? [] : [words.late(format.count(lateDays))]),
    ...(shrunk ? [words.shrunk] : []),
    ...(newColumns === 0 ? [] : [words.newColumns(newColumns, format.count(newColumns))]),
    ...(microsoftCounts === null || inReport === null
      ? []
      : [words.disagrees(format.count(inReport), format.count(microsoftCounts))]),
  ];
}
