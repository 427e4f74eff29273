// Markdown as elements of ours: headings, lists, tables; its HTML, links and pictures stand as words and do nothing.
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { MarkdownBlock, MarkdownInline } from './markdown-read.ts';
import type { TextSource } from './text-stretch.ts';
import { TextView } from './text-view.tsx';
import { Waiting } from './waiting.tsx';

/** Longer than this no honest text takes, ms. */
const PATIENCE = 5_000;

type Read = readonly MarkdownBlock[] | 'coming' | 'failed';

function useMarkdown(source: string): Read {
  const [read, setRead] = useState<Read>('coming');
  useEffect(() => {
    setRead('coming');
    const worker = new Worker(new URL('./markdown-worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Read): void => {
      clearTimeout(timer);
      worker.terminate();
      setRead(result);
    };
    const timer = setTimeout(() => end('failed'), PATIENCE);
    worker.addEventListener('message', ({ data }: MessageEvent<readonly MarkdownBlock[]>) => end(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end('failed');
    });
    worker.postMessage(source);
    return () => {
      clearTimeout(timer);
      worker.terminate();
    };
  }, [source]);
  return read;
}

export function MarkdownView(props: {
  readonly text: TextSource;
  readonly first: string;
  readonly title: string;
}): ReactNode {
  const { text, first, title } = props;
  const { t, size } = useWords();
  const read = useMarkdown(first);
  if (read === 'coming') return <Waiting title={title} />;
  if (read === 'failed')
    return (
      <>
        <Notice tone="warn">
          <p>{t('viewer.markdown.failed')}</p>
        </Notice>
        <TextView text={text} first={first} title={title} />
      </>
    );
  return (
    <>
      <p className="small soft viewer-note">{t('viewer.note.markdown')}</p>
      {text.stretches > 1 ? (
        <p className="small soft">{t('viewer.markdown.cut', { size: size(first.length) })}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="viewer-box" tabIndex={0} aria-label={title}>
        <div className="viewer-prose">
          <Blocks blocks={read} />
        </div>
      </section>
    </>
  );
}

/** A text is drawn whole and never changes its order. */
const keyed = <T extends object>(all: readonly T[], draw: (each: T) => ReactNode): ReactNode =>
  all.map((each, at) => {
    const key = `${at}`;
    return <Fragment key={key}>{draw(each)}</Fragment>;
  });

function Blocks({ blocks }: { readonly blocks: readonly MarkdownBlock[] }): ReactNode {
  return keyed(blocks, (block) => <Block block={block} />);
}

function Block({ block }: { readonly block: MarkdownBlock }): ReactNode {
  switch (block.is) {
    case 'heading': {
      // Headings of the file stand below those of the screen.
      const Heading = block.level === 1 ? 'h4' : block.level === 2 ? 'h5' : 'h6';
      return (
        <Heading>
          <Inlines of={block.of} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.of} />
        </p>
      );
    case 'code':
    case 'html':
      return <pre className="viewer-code">{block.text}</pre>;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.of} />
        </blockquote>
      );
    case 'list': {
      const items = keyed(block.items, (item) => (
        <li>
          <Blocks blocks={item} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table className="viewer-table">
          <tbody>
            {keyed(block.rows, (row) => (
              <tr>
                {keyed(row, (cell) => (
                  <td>
                    <Inlines of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'rule':
      return <hr />;
  }
}

function Inlines({ of }: { readonly of: readonly MarkdownInline[] }): ReactNode {
  return keyed(of, (inline) => <Inline inline={inline} />);
}

function Inline({ inline }: { readonly inline: MarkdownInline }): ReactNode {
  const { t } = useWords();
  switch (inline.is) {
    case 'text':
      return inline.text;
    case 'code':
    case 'html':
      return <code>{inline.text}</code>;
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.of} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines of={inline.of} />
        </em>
      );
    case 'del':
      return (
        <del>
          <Inlines of={inline.of} />
        </del>
      );
    case 'link':
      return (
        <>
          <Inlines of={inline.of} /> <span className="soft">({inline.address})</span>
        </>
      );
    case 'image':
      return <span className="soft">{t('viewer.image.not', { name: inline.text, address: inline.address })}</span>;
    case 'break':
      return <br />;
  }
}
