import { Button } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useContext, useState } from 'react';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { csvName } from './csv.ts';
import { PictureOrigin } from './picture-origin.ts';
import { pictureSource } from './picture-source.ts';
import type { PlainTable } from './plain-table.ts';
import { saveFile } from './save-file.ts';
import { type TracedPicture, tracedPicture } from './traced-picture.ts';

interface Props {
  /** What is saved, as it stands on the screen. */
  readonly picture: RefObject<HTMLElement | null>;
  readonly table: PlainTable;
}

type Told = 'copied' | 'saved' | 'copyFailed' | 'failed';

/** A picture as a file or on the clipboard, made in the browser of what is on the screen: nothing more is asked for. */
export function SavePicture({ picture, table }: Props): ReactNode {
  const { words, language } = useSpeech();
  const said = pictureWords(language).save;
  const organisation = useContext(PictureOrigin);
  const [told, setTold] = useState<Told>();
  const traced = (): TracedPicture | undefined => {
    if (picture.current === null) return undefined;
    return tracedPicture(picture.current, { title: table.caption, source: pictureSource(table, words, organisation) });
  };
  const attempt = async (act: (picture: TracedPicture) => Promise<void>, done: Told, failed: Told): Promise<void> => {
    const made = traced();
    setTold(made !== undefined && (await act(made).then(yes, no)) ? done : failed);
  };
  const button = (
    label: string,
    act: (picture: TracedPicture) => Promise<void>,
    done: Told,
    failed: Told,
  ): ReactNode => (
    <Button appearance="subtle" size="small" onClick={() => void attempt(act, done, failed)}>
      {label}
    </Button>
  );
  return (
    <details className="save-picture" data-not-drawn>
      <summary aria-label={`${said.open}: ${table.caption}`}>{said.open}</summary>
      <div className="save-picture-ways">
        {button(said.copy, copied, 'copied', 'copyFailed')}
        {button(
          said.png,
          async (made) => {
            saveFile(fileName(table, 'png'), await asPng(made));
          },
          'saved',
          'failed',
        )}
        {button(
          said.svg,
          async (made) => {
            saveFile(fileName(table, 'svg'), await asSvg(made));
          },
          'saved',
          'failed',
        )}
        <span role="status">{told === undefined ? '' : said[told]}</span>
      </div>
    </details>
  );
}

const yes = (): boolean => true;
const no = (): boolean => false;

function fileName(table: PlainTable, kind: string): string {
  return csvName(table).replace(/csv$/, kind);
}

/** The clipboard is handed a promise, because some browsers allow writing only in the turn of the click. */
function copied(picture: TracedPicture): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(picture) })]);
}

function asSvg({ svg }: TracedPicture): Promise<Blob> {
  return Promise.resolve(new Blob([svg], { type: 'image/svg+xml' }));
}

const SHARP = 2;
const MOST_PX = 16_000;
const MOST_AREA = 100_000_000;

/** Twice as sharp as the screen counts, and less where a canvas could not hold it. */
async function asPng({ svg, width, height }: TracedPicture): Promise<Blob> {
  const scale = Math.min(SHARP, MOST_PX / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
  const image = new Image();
  // No blob: address: the policy allows data: alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no picture could be made'));
      else resolve(blob);
    }, 'image/png');
  });
}
