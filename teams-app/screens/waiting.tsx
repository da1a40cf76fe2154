import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';

/** The outline of a screen while its answer is on the way. */
export function Waiting(): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="waiting" role="status" aria-label={words.loading}>
      <Skeleton aria-hidden="true" className="waiting-outline">
        <SkeletonItem size={16} className="waiting-short" />
        <SkeletonItem size={40} />
        <SkeletonItem size={20} className="waiting-half" />
        <SkeletonItem size={128} />
        <SkeletonItem size={128} />
      </Skeleton>
    </div>
  );
}
